package dev.ratchet.java.operators;

import com.github.javaparser.Range;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The members, types and imports of a file, to tell what an edit left alone. */
final class Outline {
  private Outline() {}

  static boolean differsOnlyBy(Rewrite rewrite, SourceUnit before, SourceUnit after) {
    return importsGrowBy(rewrite, before, after)
        && headers(before).equals(headers(after))
        && membersGrowBy(rewrite, before, after);
  }

  private static boolean importsGrowBy(Rewrite rewrite, SourceUnit before, SourceUnit after) {
    Set<ImportDeclaration> added = new HashSet<>(after.tree().getImports());
    boolean kept = added.containsAll(before.tree().getImports());
    before.tree().getImports().forEach(added::remove);
    return kept
        && added.stream().allMatch(i -> rewrite.imports().contains(i.getNameAsString()))
        && after.tree().getPackageDeclaration().equals(before.tree().getPackageDeclaration());
  }

  /** Types with all that stands before their bodies. */
  private static List<String> headers(SourceUnit unit) {
    List<String> headers = new ArrayList<>();
    for (TypeDeclaration<?> type : unit.tree().findAll(TypeDeclaration.class)) {
      TypeDeclaration<?> header = type.clone();
      header.getMembers().clear();
      if (header instanceof EnumDeclaration declaration) {
        declaration.getEntries().clear();
      }
      headers.add(header.toString());
    }
    return headers;
  }

  private static boolean membersGrowBy(Rewrite rewrite, SourceUnit before, SourceUnit after) {
    List<Node> old = members(before);
    List<Node> now = members(after);
    int touched = 0;
    int next = 0;
    for (Node member : old) {
      Range range = member.getRange().orElseThrow();
      if (rewrite.touches(before, range.begin, range.end)) {
        touched++;
        continue;
      }
      while (next < now.size() && !now.get(next).equals(member)) {
        next++;
      }
      if (next++ == now.size()) {
        return false;
      }
    }
    return now.size() == old.size() + rewrite.members() && touched <= old.size();
  }

  private static List<Node> members(SourceUnit unit) {
    List<Node> members = new ArrayList<>();
    for (TypeDeclaration<?> type : unit.tree().findAll(TypeDeclaration.class)) {
      if (type instanceof EnumDeclaration declaration) {
        members.addAll(declaration.getEntries());
      }
      for (BodyDeclaration<?> member : type.getMembers()) {
        if (!(member instanceof TypeDeclaration)) {
          members.add(member);
        }
      }
    }
    return members;
  }
}
