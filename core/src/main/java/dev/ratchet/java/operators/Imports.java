package dev.ratchet.java.operators;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.List;
import java.util.Optional;

/** What a file imports, and how it comes to import more. */
final class Imports {
  private Imports() {}

  /** Returns whether the simple name of a type can stand for it in this file. */
  static boolean canName(SourceUnit unit, String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return isImported(unit, type) || !isTaken(unit, simple);
  }

  private static boolean isTaken(SourceUnit unit, String simple) {
    return unit.tree().getImports().stream()
            .filter(i -> !i.isAsterisk())
            .anyMatch(i -> i.getName().getIdentifier().equals(simple))
        || unit.tree().findAll(TypeDeclaration.class).stream()
            .anyMatch(t -> t.getNameAsString().equals(simple))
        || unit.tree().findAll(TypeParameter.class).stream()
            .anyMatch(t -> t.getNameAsString().equals(simple));
  }

  static boolean isImported(SourceUnit unit, String type) {
    String owner = type.substring(0, type.lastIndexOf('.'));
    return unit.tree().getImports().stream()
        .filter(i -> !i.isStatic())
        .anyMatch(i -> i.getNameAsString().equals(i.isAsterisk() ? owner : type));
  }

  /** Returns the splice that adds those imports that the file lacks. */
  static Optional<Splice> splice(SourceUnit unit, List<String> wanted) {
    List<String> missing =
        wanted.stream().distinct().sorted().filter(type -> !isImported(unit, type)).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String end = unit.lineEnd();
    StringBuilder lines = new StringBuilder();
    missing.forEach(type -> lines.append(end).append("import ").append(type).append(';'));
    List<ImportDeclaration> imports = unit.tree().getImports();
    if (!imports.isEmpty()) {
      return Optional.of(after(unit, imports.get(imports.size() - 1), lines.toString()));
    }
    return unit.tree()
        .getPackageDeclaration()
        .map(declaration -> after(unit, declaration, end + lines))
        .or(() -> Optional.of(new Splice(0, 0, lines.substring(end.length()) + end + end, false)));
  }

  private static Splice after(SourceUnit unit, Node node, String text) {
    return new Splice(unit.end(node), unit.end(node), text, false);
  }
}
