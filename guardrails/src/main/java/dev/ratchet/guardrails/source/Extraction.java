package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the facts out of a syntax tree. */
final class Extraction {
  private Extraction() {}

  static JavaSource of(CompilationUnit unit) {
    String packageName = unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
    List<Import> imports = unit.getImports().stream().map(Extraction::importOf).toList();
    List<Node> nodes = new ArrayList<>();
    unit.walk(nodes::add);
    Names names = new Names(packageName, imports, nodes);
    MemberFacts members = new MemberFacts(names);
    unit.getTypes().forEach(type -> members.addType(type, packageName));
    UseFacts uses = new UseFacts(names);
    List<Use> inOrder = uses.of(nodes);
    return new JavaSource(
        packageName,
        imports,
        members.members(),
        typeNames(nodes),
        DeclarationFacts.of(unit, nodes),
        inOrder,
        new BodyFacts(uses.atNodes()).of(unit),
        strings(nodes),
        new Clues(
            LiteralFacts.of(nodes),
            ShamFacts.of(nodes),
            TestFacts.of(nodes),
            OddityFacts.of(nodes)));
  }

  private static Import importOf(ImportDeclaration node) {
    return new Import(node.getNameAsString(), node.isStatic(), node.isAsterisk(), line(node));
  }

  private static List<JavaSource.Named> typeNames(List<Node> nodes) {
    List<JavaSource.Named> names = new ArrayList<>();
    nodes.forEach(
        node -> {
          if (node instanceof TypeDeclaration<?> || node instanceof TypeParameter) {
            String name = ((NodeWithSimpleName<?>) node).getNameAsString();
            names.add(new JavaSource.Named(name, line(node)));
          }
        });
    return names;
  }

  private static List<JavaSource.Named> strings(List<Node> nodes) {
    List<JavaSource.Named> strings = new ArrayList<>();
    nodes.forEach(
        node -> {
          if (node instanceof StringLiteralExpr literal) {
            strings.add(new JavaSource.Named(literal.asString(), line(node)));
          } else if (node instanceof TextBlockLiteralExpr block) {
            strings.add(new JavaSource.Named(block.asString(), line(node)));
          }
        });
    return strings;
  }

  static int line(Node node) {
    return node.getRange().map(range -> range.begin.line).orElse(0);
  }

  /** Returns the innermost type that a node is in. */
  static Optional<TypeDeclaration<?>> type(Node node) {
    Optional<Node> current = node.getParentNode();
    while (current.isPresent()) {
      if (current.get() instanceof TypeDeclaration<?> type) {
        return Optional.of(type);
      }
      current = current.get().getParentNode();
    }
    return Optional.empty();
  }

  /** Returns the full name of the innermost type that a node is in. */
  static String enclosingType(Node node) {
    return type(node).map(Extraction::fullName).orElse("");
  }

  static String fullName(TypeDeclaration<?> type) {
    return type.getFullyQualifiedName()
        .orElseGet(() -> enclosingType(type) + "." + type.getNameAsString());
  }
}
