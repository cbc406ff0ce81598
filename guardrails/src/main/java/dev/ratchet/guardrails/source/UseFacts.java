package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithExtends;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds every use of a name in a file: types, members, constructors, annotations. */
final class UseFacts {
  private static final Optional<String> SUBTYPE = Optional.of("{}");

  private final Names names;
  private final Map<Node, Use> uses = new IdentityHashMap<>();
  private final Map<Node, String> places = new IdentityHashMap<>();
  private final List<Use> inOrder = new ArrayList<>();

  UseFacts(Names names) {
    this.names = names;
  }

  List<Use> of(List<Node> nodes) {
    nodes.forEach(this::visit);
    return inOrder;
  }

  /** Returns the use at each expression that names something. */
  Map<Node, Use> atNodes() {
    return uses;
  }

  private void add(Node node, Use use) {
    inOrder.add(use);
    uses.putIfAbsent(node, use);
  }

  private void visit(Node node) {
    if (node instanceof MethodCallExpr call) {
      member(call, call.getScope(), call.getNameAsString());
    } else if (node instanceof MethodReferenceExpr reference) {
      member(reference, Optional.of(reference.getScope()), reference.getIdentifier());
    } else if (node instanceof FieldAccessExpr access && !isInnerName(access)) {
      member(access, Optional.of(access.getScope()), access.getNameAsString());
    } else if (node instanceof NameExpr name && !isInnerName(name)) {
      bare(name, name.getNameAsString());
    } else if (node instanceof ObjectCreationExpr created) {
      String type = created.getType().getNameWithScope();
      named(created, type, Optional.of("new"));
      created.getAnonymousClassBody().ifPresent(body -> named(created, type, SUBTYPE));
    } else if (node instanceof TypeDeclaration<?> type) {
      supertypes(type).forEach(s -> named(s, s.getNameWithScope(), SUBTYPE));
    } else if (node instanceof ClassOrInterfaceType type && !isPartOfAnother(type)) {
      named(type, type.getNameWithScope(), Optional.empty());
    } else if (node instanceof AnnotationExpr annotation) {
      named(annotation, annotation.getNameAsString(), Optional.empty());
    }
  }

  private static Stream<ClassOrInterfaceType> supertypes(TypeDeclaration<?> type) {
    Stream<ClassOrInterfaceType> extended =
        type instanceof NodeWithExtends<?> child
            ? child.getExtendedTypes().stream()
            : Stream.empty();
    Stream<ClassOrInterfaceType> implemented =
        type instanceof NodeWithImplements<?> child
            ? child.getImplementedTypes().stream()
            : Stream.empty();
    return Stream.concat(extended, implemented);
  }

  /** A name before a dot is part of the use of what stands behind the dot. */
  private static boolean isInnerName(Expression name) {
    return name.getParentNode()
        .filter(
            parent ->
                parent instanceof FieldAccessExpr access && access.getScope() == name
                    || parent instanceof MethodCallExpr call
                        && call.getScope().filter(scope -> scope == name).isPresent()
                    || parent instanceof MethodReferenceExpr reference
                        && reference.getScope() == name)
        .filter(parent -> dotted(name).isPresent())
        .isPresent();
  }

  private static boolean isPartOfAnother(ClassOrInterfaceType type) {
    return type.getParentNode()
        .filter(
            parent ->
                parent instanceof TypeExpr && isOfReference(parent)
                    || parent instanceof ObjectCreationExpr created && created.getType() == type
                    || parent instanceof ClassOrInterfaceType outer
                        && outer.getScope().filter(scope -> scope == type).isPresent())
        .isPresent();
  }

  private static boolean isOfReference(Node scope) {
    return scope.getParentNode().filter(MethodReferenceExpr.class::isInstance).isPresent();
  }

  private void member(Node node, Optional<? extends Expression> scope, String member) {
    if (scope.isEmpty() || scope.get() instanceof ThisExpr || scope.get() instanceof SuperExpr) {
      bare(node, member);
      return;
    }
    if (scope.get() instanceof ClassExpr) {
      add(
          node,
          new Use(
              List.of("java.lang.Class"),
              List.of(),
              List.of(),
              true,
              Optional.of(member),
              enclosing(node),
              Extraction.line(node)));
      return;
    }
    Optional<String> written = dotted(scope.get());
    if (written.isPresent()) {
      named(node, written.get(), Optional.of(member));
    } else {
      add(node, Use.unknown(member, enclosing(node), Extraction.line(node)));
    }
  }

  private void named(Node node, String written, Optional<String> member) {
    add(node, names.use(written, member, enclosing(node), Extraction.line(node)));
  }

  private void bare(Node node, String member) {
    String owner = Extraction.type(node).map(this::place).orElse("");
    add(node, names.bare(member, owner, enclosing(node), Extraction.line(node)));
  }

  /** Returns the text of an expression that is only names and dots. */
  private static Optional<String> dotted(Expression expression) {
    if (expression instanceof NameExpr name) {
      return Optional.of(name.getNameAsString());
    }
    if (expression instanceof TypeExpr type && type.getType() instanceof ClassOrInterfaceType t) {
      return Optional.of(t.getNameWithScope());
    }
    if (expression instanceof FieldAccessExpr access) {
      return access.getScope() instanceof ThisExpr
          ? Optional.of(access.getNameAsString())
          : dotted(access.getScope()).map(scope -> scope + "." + access.getNameAsString());
    }
    return Optional.empty();
  }

  private String enclosing(Node node) {
    Optional<Node> current = node.getParentNode();
    while (current.isPresent()) {
      Node parent = current.get();
      if (parent instanceof CallableDeclaration<?>
          || parent instanceof FieldDeclaration
          || parent instanceof TypeDeclaration<?>) {
        return place(parent);
      }
      current = parent.getParentNode();
    }
    return "";
  }

  private String place(Node declaration) {
    return places.computeIfAbsent(declaration, UseFacts::placeOf);
  }

  private static String placeOf(Node declaration) {
    if (declaration instanceof CallableDeclaration<?> callable) {
      return MemberFacts.place(callable);
    }
    return declaration instanceof FieldDeclaration field
        ? Extraction.enclosingType(field) + "#" + field.getVariables().get(0).getNameAsString()
        : Extraction.fullName((TypeDeclaration<?>) declaration);
  }
}
