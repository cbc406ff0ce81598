package dev.ratchet.java.search;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.java.operators.Operator;
import dev.ratchet.java.operators.Program;
import dev.ratchet.java.operators.Rewrite;
import dev.ratchet.java.operators.SourceUnit;
import dev.ratchet.java.operators.Splice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that could be done to one version of a program. */
final class Survey {
  private static final int KEY_LENGTH = 12;

  private final Program program;
  private final List<Spot> spots = new ArrayList<>();

  Survey(List<SourceUnit> units, List<Operator> operators) {
    this.program = Program.of(units);
    for (SourceUnit unit : units) {
      Extents extents = new Extents(unit);
      for (Operator operator : operators) {
        for (Rewrite rewrite : operator.rewrites(unit, program)) {
          spots.add(spot(unit, extents, operator, rewrite));
        }
      }
    }
  }

  Program program() {
    return program;
  }

  List<Spot> spots() {
    return spots;
  }

  private static Spot spot(SourceUnit unit, Extents extents, Operator operator, Rewrite rewrite) {
    Node member = extents.member(rewrite.line());
    int start = unit.start(member);
    StringBuilder identity =
        new StringBuilder(unit.path()).append('\n').append(operator.name()).append('\n');
    identity.append(unit.text(member)).append('\n');
    for (Splice splice : rewrite.splices()) {
      identity.append(splice.start() - start).append('-').append(splice.end() - start);
      identity.append('=').append(splice.text()).append('\n');
    }
    String key = ContentHash.ofText(identity.toString()).hex().substring(0, KEY_LENGTH);
    return new Spot(operator, unit, rewrite, extents.lastLine(rewrite.line()), key);
  }

  /** Which lines belong together in a file. */
  private static final class Extents {
    private final Map<Integer, Integer> lastLines = new HashMap<>();
    private final Map<Integer, Node> members = new HashMap<>();
    private final SourceUnit unit;

    Extents(SourceUnit unit) {
      this.unit = unit;
      unit.tree()
          .walk(
              Node.TreeTraversal.PREORDER, node -> node.getRange().ifPresent(range -> note(node)));
    }

    private void note(Node node) {
      boolean member = node instanceof BodyDeclaration && !(node instanceof TypeDeclaration);
      int from = unit.line(node);
      int to = node.getRange().orElseThrow().end.line;
      if (member || node instanceof Statement && !(node instanceof BlockStmt)) {
        lastLines.merge(from, to, Math::max);
      }
      if (member) {
        for (int line = from; line <= to; line++) {
          members.put(line, node);
        }
      }
    }

    int lastLine(int line) {
      return lastLines.getOrDefault(line, line);
    }

    Node member(int line) {
      return members.getOrDefault(line, unit.tree());
    }
  }
}
