package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.*;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import dev.ratchet.java.operators.Jdk.Deed;
import dev.ratchet.java.operators.PurityAnalysis.Summary;
import dev.ratchet.java.operators.Typing.Binding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One walk over some code that gathers its effects. */
final class EffectWalk {
  private static final Set<String> LAMBDA_TAKERS =
      Set.of("forEach", "computeIfAbsent", "computeIfPresent", "compute", "merge");
  private static final Set<String> INHERITED =
      Set.of("equals", "hashCode", "ordinal", "name", "compareTo", "toString");
  private static final int DEPTH = 8;

  private final Program program;
  private final PurityAnalysis purity;
  private final Effects effects;

  private EffectWalk(Program program, PurityAnalysis purity, Effects effects) {
    this.program = program;
    this.purity = purity;
    this.effects = effects;
  }

  static void walk(Program program, PurityAnalysis purity, Node region, Effects effects) {
    new EffectWalk(program, purity, effects).visit(region);
  }

  private void visit(Node node) {
    if (node instanceof AssignExpr assign) {
      assign(assign.getTarget());
    } else if (node instanceof UnaryExpr unary && Trees.isChange(unary)) {
      assign(unary.getExpression());
    } else if (node instanceof MethodCallExpr call) {
      call(call);
    } else if (node instanceof ObjectCreationExpr creation) {
      create(creation);
    } else if (node instanceof NameExpr name) {
      read(name);
    } else if (node instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr) {
      effects.fieldsRead.add(access.getNameAsString());
    } else if (node instanceof SynchronizedStmt || node instanceof MethodReferenceExpr) {
      effects.unknown |= node instanceof SynchronizedStmt || !isKnown((MethodReferenceExpr) node);
    } else if (node instanceof VariableDeclarator variable) {
      effects.assigned.add(variable.getNameAsString());
    }
    if (!(node instanceof TypeDeclaration)) {
      node.getChildNodes().forEach(this::visit);
    }
  }

  private boolean isKnown(MethodReferenceExpr reference) {
    String scope = reference.getScope().toString();
    if (reference.getIdentifier().equals("new")) {
      return Jdk.isPlain(Trees.erased(scope));
    }
    Optional<TypeDeclaration<?>> type = program.type(scope);
    if (type.isPresent()) {
      List<MethodDeclaration> all = type.get().getMethodsByName(reference.getIdentifier());
      return all.isEmpty()
          ? isComponent(type.get(), reference.getIdentifier())
          : all.stream().allMatch(purity::isPure);
    }
    return Jdk.staticDeed(Trees.erased(scope), reference.getIdentifier()) == Deed.NOTHING
        || Jdk.memberDeed(scope, reference.getIdentifier()) == Deed.NOTHING;
  }

  private void read(NameExpr name) {
    program
        .typing()
        .binding(name.getNameAsString(), name)
        .filter(Binding::isField)
        .filter(b -> !b.isFinal() || !program.isImmutable(b.type()))
        .ifPresent(b -> effects.fieldsRead.add(b.name()));
  }

  private void assign(Expression target) {
    Expression bare = Trees.bare(target);
    if (bare instanceof NameExpr name) {
      effects.assigned.add(name.getNameAsString());
      Optional<Binding> binding = program.typing().binding(name.getNameAsString(), name);
      if (binding.isEmpty() || binding.get().isField()) {
        effects.fieldsWritten.add(name.getNameAsString());
      }
    } else if (bare instanceof FieldAccessExpr access) {
      effects.fieldsWritten.addAll(
          access.getScope() instanceof ThisExpr || !isFresh(access.getScope(), DEPTH)
              ? Set.of(access.getNameAsString())
              : Set.of());
      if (!(access.getScope() instanceof ThisExpr)) {
        mutate(access.getScope(), DEPTH);
      } else {
        effects.assigned.add(access.getNameAsString());
      }
    } else {
      mutate(bare, DEPTH);
    }
  }

  private boolean isFresh(Expression e, int depth) {
    Expression bare = Trees.bare(e);
    if (bare instanceof NameExpr name && depth > 0) {
      return program
          .typing()
          .binding(name.getNameAsString(), name)
          .filter(b -> b.kind() == Binding.Kind.LOCAL)
          .flatMap(Binding::initial)
          .filter(initial -> isFresh(initial, depth - 1))
          .isPresent();
    }
    return bare instanceof ObjectCreationExpr
        || bare instanceof ArrayCreationExpr
        || bare instanceof ArrayInitializerExpr
        || bare instanceof MethodCallExpr call && isCopy(call);
  }

  private static boolean isCopy(MethodCallExpr call) {
    return Set.of("clone", "copyOf", "copyOfRange", "toCharArray", "split", "toArray")
        .contains(call.getNameAsString());
  }

  /** Notes that the object an expression stands for is changed. */
  private void mutate(Expression e, int depth) {
    Expression bare = Trees.bare(e);
    if (depth == 0) {
      effects.unknown = true;
    } else if (bare instanceof NameExpr name) {
      mutate(name, depth);
    } else if (bare instanceof ArrayAccessExpr access) {
      mutate(access.getName(), depth);
    } else if (bare instanceof FieldAccessExpr access) {
      if (access.getScope() instanceof ThisExpr) {
        effects.mutated.add(access.getNameAsString());
        effects.fieldsWritten.add(access.getNameAsString());
      } else {
        mutate(access.getScope(), depth);
      }
    } else if (bare instanceof CastExpr cast) {
      mutate(cast.getExpression(), depth);
    } else if (bare instanceof ConditionalExpr choice) {
      mutate(choice.getThenExpr(), depth);
      mutate(choice.getElseExpr(), depth);
    } else if (bare instanceof MethodCallExpr call) {
      mutateResult(call, depth);
    } else if (bare instanceof ThisExpr) {
      effects.fieldsWritten.add("this");
    } else if (!isFresh(bare, depth)) {
      effects.unknown = true;
    }
  }

  private void mutateResult(MethodCallExpr call, int depth) {
    List<MethodDeclaration> targets = program.targets(call);
    if (isCopy(call) || returnsFresh(targets)) {
      return;
    }
    if (targets.isEmpty() && call.getScope().isPresent()) {
      mutate(call.getScope().get(), depth);
    } else {
      effects.unknown = true;
    }
  }

  /** Whether methods only return what they created. */
  private boolean returnsFresh(List<MethodDeclaration> targets) {
    return !targets.isEmpty()
        && targets.stream()
            .flatMap(m -> m.findAll(com.github.javaparser.ast.stmt.ReturnStmt.class).stream())
            .allMatch(r -> r.getExpression().filter(e -> isFresh(e, DEPTH)).isPresent());
  }

  private void mutate(NameExpr name, int depth) {
    effects.mutated.add(name.getNameAsString());
    Optional<Binding> binding = program.typing().binding(name.getNameAsString(), name);
    if (binding.isEmpty()) {
      effects.unknown = true;
    } else if (binding.get().isField()) {
      effects.fieldsWritten.add(name.getNameAsString());
    } else if (binding.get().kind() == Binding.Kind.LOCAL) {
      mutateSource(binding.get(), depth);
    } else if (binding.get().declaration() instanceof Parameter parameter) {
      mutateLambdaSource(parameter, depth);
    }
  }

  /** Follows a local variable to where its value comes from. */
  private void mutateSource(Binding local, int depth) {
    Optional<Node> loop = local.declaration().getParentNode().flatMap(Node::getParentNode);
    if (local.initial().isPresent()) {
      Expression initial = Trees.bare(local.initial().get());
      if (!isFresh(initial, depth - 1) && !(initial instanceof NullLiteralExpr)) {
        mutate(initial, depth - 1);
      }
    } else if (loop.orElse(local.declaration()) instanceof ForEachStmt each) {
      mutate(each.getIterable(), depth - 1);
    }
    Trees.around(local.declaration(), CallableDeclaration.class)
        .ifPresent(
            method ->
                ((Node) method)
                    .findAll(AssignExpr.class, a -> isTo(a, local.name())).stream()
                        .map(AssignExpr::getValue)
                        .filter(value -> !isFresh(value, 2) && !value.isNullLiteralExpr())
                        .forEach(value -> mutate(value, depth / 2)));
  }

  private static boolean isTo(AssignExpr assign, String name) {
    return assign.getTarget() instanceof NameExpr n && n.getNameAsString().equals(name);
  }

  private void mutateLambdaSource(Parameter parameter, int depth) {
    Node owner = parameter.getParentNode().orElse(parameter);
    if (owner instanceof LambdaExpr) {
      if (owner.getParentNode().orElse(owner) instanceof MethodCallExpr call
          && call.getScope().isPresent()) {
        mutate(call.getScope().get(), depth - 1);
      } else {
        effects.unknown = true;
      }
    }
  }

  private void call(MethodCallExpr call) {
    List<MethodDeclaration> targets = program.targets(call);
    if (!targets.isEmpty()) {
      targets.forEach(target -> own(call, target));
      return;
    }
    if (call.getScope().isEmpty()) {
      effects.unknown = true;
      return;
    }
    Expression scope = call.getScope().get();
    boolean ofType =
        scope instanceof NameExpr name
            && program.typing().binding(name.getNameAsString(), name).isEmpty();
    if (ofType) {
      enumOrStatic(call, ((NameExpr) scope).getNameAsString());
    } else {
      jdk(call, scope);
    }
  }

  private void enumOrStatic(MethodCallExpr call, String type) {
    if (program.type(type).isPresent()) {
      effects.unknown |= !Set.of("values", "valueOf").contains(call.getNameAsString());
    } else {
      apply(Jdk.staticDeed(type, call.getNameAsString()), call);
    }
  }

  private void jdk(MethodCallExpr call, Expression scope) {
    String type = program.typeOf(scope).orElse("?");
    boolean ownType = program.type(type).isPresent();
    String name = call.getNameAsString();
    if (LAMBDA_TAKERS.contains(name)) {
      if (!name.equals("forEach")) {
        mutate(scope, DEPTH);
      }
      effects.unknown |=
          call.getArguments().stream().anyMatch(NameExpr.class::isInstance)
              && name.equals("forEach");
    } else if (!ownType) {
      apply(Jdk.memberDeed(type, name), call);
    } else {
      effects.unknown |= !isAccessor(type, call) && !INHERITED.contains(name);
    }
  }

  private boolean isAccessor(String type, MethodCallExpr call) {
    return call.getArguments().isEmpty()
        && program.type(type).filter(t -> isComponent(t, call.getNameAsString())).isPresent();
  }

  private static boolean isComponent(TypeDeclaration<?> type, String name) {
    return type.isRecordDeclaration()
        && type.asRecordDeclaration().getParameterByName(name).isPresent();
  }

  private void apply(Deed deed, MethodCallExpr call) {
    switch (deed) {
      case RECEIVER -> call.getScope().ifPresent(scope -> mutate(scope, DEPTH));
      case FIRST -> mutate(call.getArgument(0), DEPTH);
      case THIRD -> mutate(call.getArgument(2), DEPTH);
      case UNKNOWN -> effects.unknown = true;
      default -> {}
    }
  }

  private void own(MethodCallExpr call, MethodDeclaration target) {
    Summary summary = purity.summary(target);
    boolean others =
        call.getScope().filter(scope -> !(scope instanceof ThisExpr)).isPresent()
            && !target.isStatic();
    if (others && !summary.fieldsWritten().isEmpty()) {
      mutate(call.getScope().get(), DEPTH);
      if (isFresh(call.getScope().get(), DEPTH)) {
        addReads(summary);
        changeArguments(call.getArguments(), summary);
        return;
      }
    }
    effects.fieldsWritten.addAll(summary.fieldsWritten());
    addReads(summary);
    changeArguments(call.getArguments(), summary);
  }

  private void addReads(Summary summary) {
    effects.fieldsRead.addAll(summary.fieldsRead());
    effects.unknown |= summary.unknown();
  }

  private void changeArguments(List<Expression> arguments, Summary summary) {
    summary.changes().stream()
        .filter(index -> index < arguments.size())
        .forEach(index -> mutate(arguments.get(index), DEPTH));
  }

  private void create(ObjectCreationExpr creation) {
    String name = creation.getType().getNameAsString();
    Optional<TypeDeclaration<?>> type = program.type(name);
    if (creation.getAnonymousClassBody().isPresent()) {
      effects.unknown = true;
    } else if (type.isPresent()) {
      for (ConstructorDeclaration c :
          program.constructors(type.get(), creation.getArguments().size())) {
        Summary summary = purity.summary(c);
        addReads(summary);
        changeArguments(creation.getArguments(), summary);
      }
    } else {
      effects.unknown |= !Jdk.isPlain(name);
    }
  }
}
