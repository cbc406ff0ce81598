package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.*;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types of names and expressions as far as the sources alone tell them. */
final class Typing {
  static final Map<String, String> BOXES =
      Map.of(
          "int",
          "Integer",
          "long",
          "Long",
          "double",
          "Double",
          "boolean",
          "Boolean",
          "char",
          "Character",
          "byte",
          "Byte",
          "short",
          "Short",
          "float",
          "Float");
  static final Set<String> NUMBERS =
      Set.of("int", "long", "double", "char", "byte", "short", "float");
  static final Set<String> VALUES =
      Set.of(
          "int",
          "long",
          "double",
          "boolean",
          "char",
          "byte",
          "short",
          "float",
          "String",
          "Integer",
          "Long",
          "Double",
          "Boolean",
          "Character",
          "Byte",
          "Short",
          "Float",
          "BigInteger",
          "BigDecimal");

  /** What a name stands for. */
  record Binding(Kind kind, String name, String type, Node declaration, boolean isFinal) {
    enum Kind {
      LOCAL,
      PARAMETER,
      FIELD
    }

    boolean isField() {
      return kind == Kind.FIELD;
    }

    Optional<Expression> initial() {
      return declaration instanceof VariableDeclarator v ? v.getInitializer() : Optional.empty();
    }
  }

  private final Program program;
  private final Map<Node, Optional<Binding>> bindings = new IdentityHashMap<>();
  private final Map<Node, Optional<String>> types = new IdentityHashMap<>();

  Typing(Program program) {
    this.program = program;
  }

  /** Finds the declaration that a name at a place refers to. */
  Optional<Binding> binding(String name, Node at) {
    if (!(at instanceof NameExpr use) || !use.getNameAsString().equals(name)) {
      return search(name, at);
    }
    Optional<Binding> known = bindings.get(at);
    if (known == null) {
      known = search(name, at);
      bindings.put(at, known);
    }
    return known;
  }

  private Optional<Binding> search(String name, Node at) {
    Node child = at;
    Optional<Node> parent = at.getParentNode();
    while (parent.isPresent()) {
      Optional<Binding> found = declaredIn(parent.get(), child, name);
      if (found.isPresent()) {
        return found;
      }
      child = parent.get();
      parent = child.getParentNode();
    }
    return Optional.empty();
  }

  private Optional<Binding> declaredIn(Node scope, Node child, String name) {
    if (scope instanceof BlockStmt block) {
      return inStatements(block.getStatements(), child, name);
    }
    if (scope instanceof SwitchEntry entry) {
      return inStatements(entry.getStatements(), child, name);
    }
    if (scope instanceof ForStmt loop) {
      return loop.getInitialization().stream().flatMap(e -> local(e, name).stream()).findFirst();
    }
    if (scope instanceof ForEachStmt loop && child == loop.getBody()) {
      return local(loop.getVariable(), name);
    }
    if (scope instanceof LambdaExpr lambda) {
      return parameter(lambda.getParameters(), name);
    }
    if (scope instanceof CatchClause clause) {
      return parameter(List.of(clause.getParameter()), name);
    }
    if (scope instanceof CallableDeclaration<?> callable) {
      return parameter(callable.getParameters(), name).or(() -> pattern(callable, name));
    }
    return scope instanceof TypeDeclaration<?> type ? field(type, name) : Optional.empty();
  }

  private Optional<Binding> inStatements(List<Statement> statements, Node child, String name) {
    for (Statement statement : statements) {
      if (statement == child) {
        break;
      }
      Optional<Binding> found = Trees.expression(statement).flatMap(e -> local(e, name));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Binding> local(Expression e, String name) {
    if (!(e instanceof VariableDeclarationExpr declaration)) {
      return Optional.empty();
    }
    return declaration.getVariables().stream()
        .filter(v -> v.getNameAsString().equals(name))
        .findFirst()
        .map(v -> new Binding(Binding.Kind.LOCAL, name, type(v), v, declaration.isFinal()));
  }

  private String type(Parameter p) {
    return p.getType().isUnknownType()
        ? Streams.parameterType(p, this)
        : p.getType().asString() + (p.isVarArgs() ? "[]" : "");
  }

  private Optional<Binding> parameter(List<Parameter> parameters, String name) {
    return parameters.stream()
        .filter(p -> p.getNameAsString().equals(name))
        .findFirst()
        .map(p -> new Binding(Binding.Kind.PARAMETER, name, type(p), p, p.isFinal()));
  }

  private Optional<Binding> pattern(Node member, String name) {
    return member
        .findFirst(TypePatternExpr.class, p -> p.getNameAsString().equals(name))
        .map(p -> new Binding(Binding.Kind.LOCAL, name, p.getType().asString(), p, true));
  }

  private Optional<Binding> field(TypeDeclaration<?> type, String name) {
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof FieldDeclaration field) {
        for (VariableDeclarator v : field.getVariables()) {
          if (v.getNameAsString().equals(name)) {
            return Optional.of(
                new Binding(Binding.Kind.FIELD, name, v.getType().asString(), v, field.isFinal()));
          }
        }
      }
    }
    if (type instanceof RecordDeclaration declaration) {
      return parameter(declaration.getParameters(), name)
          .map(b -> new Binding(Binding.Kind.FIELD, name, b.type(), b.declaration(), true));
    }
    if (type instanceof EnumDeclaration declaration) {
      return declaration.getEntries().stream()
          .filter(e -> e.getNameAsString().equals(name))
          .findFirst()
          .map(e -> new Binding(Binding.Kind.FIELD, name, type.getNameAsString(), e, true));
    }
    return Optional.empty();
  }

  private String type(VariableDeclarator v) {
    if (!v.getType().isVarType()) {
      return v.getType().asString();
    }
    Optional<Node> loop = v.getParentNode().flatMap(Node::getParentNode);
    if (v.getInitializer().isEmpty() && loop.orElse(v) instanceof ForEachStmt each) {
      return typeOf(each.getIterable()).map(Typing::element).orElse("?");
    }
    return v.getInitializer().flatMap(this::typeOf).orElse("?");
  }

  /** The type of the elements of an array or collection type. */
  static String element(String type) {
    if (type.endsWith("[]")) {
      return type.substring(0, type.length() - 2);
    }
    List<String> arguments = arguments(type);
    return arguments.size() == 1 ? arguments.get(0) : "?";
  }

  /** The type arguments at the top level of a type. */
  static List<String> arguments(String type) {
    int open = type.indexOf('<');
    List<String> found = new ArrayList<>();
    if (open < 0 || !type.endsWith(">")) {
      return found;
    }
    int depth = 0;
    int from = open + 1;
    for (int i = open + 1; i < type.length(); i++) {
      char c = type.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0 || depth < 0) {
        found.add(type.substring(from, i).trim());
        from = i + 1;
      }
    }
    return found;
  }

  /** The accessible variables at a place, innermost first. */
  List<Binding> visible(Node at) {
    List<Binding> found = new ArrayList<>();
    Set<String> seen = new java.util.HashSet<>();
    Optional<MethodDeclaration> method = Trees.method(at);
    List<String> names = new ArrayList<>();
    method.ifPresent(
        m -> {
          m.findAll(VariableDeclarator.class).forEach(v -> names.add(v.getNameAsString()));
          m.getParameters().forEach(p -> names.add(p.getNameAsString()));
        });
    Trees.around(at, TypeDeclaration.class)
        .ifPresent(
            t ->
                ((TypeDeclaration<?>) t)
                    .getFields()
                    .forEach(f -> f.getVariables().forEach(v -> names.add(v.getNameAsString()))));
    for (String name : names) {
      if (seen.add(name)) {
        binding(name, at).ifPresent(found::add);
      }
    }
    return found;
  }

  Optional<String> typeOf(Expression e) {
    Optional<String> known = types.get(e);
    if (known == null) {
      known = type(e).filter(t -> !t.equals("?"));
      types.put(e, known);
    }
    return known;
  }

  private Optional<String> type(Expression e) {
    if (e instanceof EnclosedExpr enclosed) {
      return typeOf(enclosed.getInner());
    }
    if (e instanceof LiteralExpr literal) {
      return literal(literal);
    }
    if (e instanceof NameExpr name) {
      return binding(name.getNameAsString(), name).map(Binding::type);
    }
    if (e instanceof ThisExpr) {
      return Trees.type(e).map(type -> type.getNameAsString());
    }
    if (e instanceof FieldAccessExpr access) {
      return field(access);
    }
    if (e instanceof ArrayAccessExpr access) {
      return typeOf(access.getName()).filter(t -> t.endsWith("[]")).map(Typing::element);
    }
    if (e instanceof CastExpr cast) {
      return Optional.of(cast.getTypeAsString());
    }
    if (e instanceof ObjectCreationExpr creation) {
      return Optional.of(creation.getTypeAsString())
          .filter(t -> !t.endsWith("<>"))
          .or(() -> diamond(creation));
    }
    if (e instanceof ArrayCreationExpr creation) {
      return Optional.of(creation.createdType().asString());
    }
    if (e instanceof AssignExpr assign) {
      return typeOf(assign.getTarget());
    }
    if (e instanceof InstanceOfExpr) {
      return Optional.of("boolean");
    }
    if (e instanceof ConditionalExpr choice) {
      return typeOf(choice.getThenExpr()).or(() -> typeOf(choice.getElseExpr()));
    }
    if (e instanceof UnaryExpr unary) {
      return unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
          ? Optional.of("boolean")
          : typeOf(unary.getExpression());
    }
    if (e instanceof BinaryExpr binary) {
      return binary(binary);
    }
    return e instanceof MethodCallExpr call ? call(call) : Optional.empty();
  }

  private Optional<String> diamond(ObjectCreationExpr creation) {
    if (creation.getParentNode().orElse(creation) instanceof VariableDeclarator v
        && !v.getType().isVarType()) {
      List<String> arguments = arguments(v.getType().asString());
      return Optional.of(
          creation.getType().getNameAsString() + "<" + String.join(", ", arguments) + ">");
    }
    return Optional.of(creation.getType().getNameAsString());
  }

  private static Optional<String> literal(LiteralExpr literal) {
    if (literal instanceof IntegerLiteralExpr) {
      return Optional.of("int");
    }
    if (literal instanceof LongLiteralExpr) {
      return Optional.of("long");
    }
    if (literal instanceof DoubleLiteralExpr) {
      return Optional.of("double");
    }
    if (literal instanceof BooleanLiteralExpr) {
      return Optional.of("boolean");
    }
    if (literal instanceof CharLiteralExpr) {
      return Optional.of("char");
    }
    return literal instanceof StringLiteralExpr || literal instanceof TextBlockLiteralExpr
        ? Optional.of("String")
        : Optional.empty();
  }

  private Optional<String> field(FieldAccessExpr access) {
    String name = access.getNameAsString();
    if (access.getScope() instanceof NameExpr scope
        && binding(scope.getNameAsString(), scope).isEmpty()) {
      if (Set.of("Integer", "Long", "Double").contains(scope.getNameAsString())) {
        return Optional.of(
            scope.getNameAsString().equals("Integer")
                ? "int"
                : scope.getNameAsString().toLowerCase(java.util.Locale.ROOT));
      }
      return program.type(scope.getNameAsString()).flatMap(t -> field(t, name)).map(Binding::type);
    }
    Optional<String> owner = typeOf(access.getScope());
    if (name.equals("length") && owner.filter(t -> t.endsWith("[]")).isPresent()) {
      return Optional.of("int");
    }
    return owner.flatMap(program::type).flatMap(t -> field(t, name)).map(Binding::type);
  }

  private Optional<String> binary(BinaryExpr binary) {
    switch (binary.getOperator()) {
      case OR, AND, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS:
        return Optional.of("boolean");
      default:
    }
    Optional<String> left = typeOf(binary.getLeft()).map(Typing::unboxed);
    Optional<String> right = typeOf(binary.getRight()).map(Typing::unboxed);
    if (binary.getOperator() == BinaryExpr.Operator.PLUS
        && (left.equals(Optional.of("String")) || right.equals(Optional.of("String")))) {
      return Optional.of("String");
    }
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    for (String wide : List.of("double", "float", "long")) {
      if (left.get().equals(wide) || right.get().equals(wide)) {
        return Optional.of(wide);
      }
    }
    return left.get().equals("boolean") ? left : Optional.of("int");
  }

  static String unboxed(String type) {
    return BOXES.entrySet().stream()
        .filter(e -> e.getValue().equals(type))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(type);
  }

  static String boxed(String type) {
    return BOXES.getOrDefault(type, type);
  }

  private Optional<String> call(MethodCallExpr call) {
    List<MethodDeclaration> targets = program.targets(call);
    if (!targets.isEmpty()) {
      Set<String> types = new java.util.HashSet<>();
      targets.forEach(t -> types.add(t.getType().asString()));
      boolean plain = types.size() == 1 && targets.get(0).getTypeParameters().isEmpty();
      return plain ? Optional.of(types.iterator().next()) : Optional.empty();
    }
    if (call.getScope().isEmpty()) {
      return Optional.empty();
    }
    Expression scope = call.getScope().get();
    if (scope instanceof NameExpr name && binding(name.getNameAsString(), name).isEmpty()) {
      return Jdk.staticType(name.getNameAsString(), call, this);
    }
    Optional<String> owner = typeOf(scope);
    if (call.getArguments().isEmpty()) {
      Optional<String> component =
          owner
              .flatMap(program::type)
              .filter(RecordDeclaration.class::isInstance)
              .flatMap(t -> field(t, call.getNameAsString()))
              .map(Binding::type);
      if (component.isPresent()) {
        return component;
      }
    }
    Optional<String> streamed = owner.flatMap(type -> Streams.typeOf(type, call, this));
    if (streamed.isPresent()) {
      return streamed;
    }
    return Jdk.memberType(owner.orElse("?"), call.getNameAsString());
  }
}
