package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A builder of rewrites that works in terms of nodes. Operators call it; not safe for threads. */
public final class Draft {
  private final SourceUnit unit;
  private final String member;
  private final int line;
  private final List<Splice> splices = new ArrayList<>();
  private final List<String> imports = new ArrayList<>();
  private double weight = 1;
  private int members;
  private boolean possible = true;

  private Draft(SourceUnit unit, Node place) {
    this.unit = unit;
    this.member = Trees.memberName(place);
    this.line = unit.line(place);
  }

  /** Returns an empty draft about a node. */
  public static Draft at(SourceUnit unit, Node place) {
    return new Draft(unit, place);
  }

  /** Puts an expression in the place of another; it has to be one expression there too. */
  public Draft replace(Expression node, String text) {
    splices.add(new Splice(unit.start(node), unit.end(node), lines(text), true));
    return this;
  }

  /** Puts a text in the place of a node of any kind. */
  public Draft replaceText(Node node, String text) {
    return replaceText(unit.start(node), unit.end(node), text);
  }

  /** Puts a text in the place of a range of offsets. */
  public Draft replaceText(int start, int end, String text) {
    splices.add(new Splice(start, end, lines(text), false));
    return this;
  }

  /** Adds statements before one that stands in a block; lines are indented alike. */
  public Draft insertBefore(Statement statement, String text) {
    String indent = unit.indent(statement);
    int at = unit.start(statement);
    return replaceText(at, at, text.replace("\n", "\n" + indent) + "\n" + indent);
  }

  /** Adds statements after one that stands in a block; lines are indented alike. */
  public Draft insertAfter(Statement statement, String text) {
    String indent = unit.indent(statement);
    int at = unit.end(statement);
    return replaceText(at, at, "\n" + indent + text.replace("\n", "\n" + indent));
  }

  /** Takes a statement out, with its line where nothing else stands on it. */
  public Draft delete(Statement statement) {
    int start = unit.start(statement);
    int end = unit.end(statement);
    String text = unit.text();
    int from = start;
    while (from > 0 && " \t".indexOf(text.charAt(from - 1)) >= 0) {
      from--;
    }
    int to = end;
    while (to < text.length() && " \t\r".indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    boolean alone =
        from > 0 && text.charAt(from - 1) == '\n' && to < text.length() && text.charAt(to) == '\n';
    return alone ? replaceText(from, to + 1, "") : replaceText(start, end, "");
  }

  /** Adds a member after another, separated by an empty line; the text is indented already. */
  public Draft addMember(BodyDeclaration<?> after, String text) {
    members++;
    int at = unit.end(after);
    return replaceText(at, at, "\n\n" + text);
  }

  /** Adds a member before another; the text ends with what has to stand between them. */
  public Draft addMemberBefore(BodyDeclaration<?> next, String text) {
    members++;
    int at = unit.start(next);
    return replaceText(at, at, text);
  }

  /** Adds an import; where the simple name means something else there will be no rewrite. */
  public Draft needs(String type) {
    possible &= Imports.canName(unit, type);
    imports.add(type);
    return this;
  }

  /** Says how promising the rewrite is among those of its operator; 1 is usual. */
  public Draft weight(double newWeight) {
    weight = newWeight;
    return this;
  }

  /** Returns the rewrite, or empty if it cannot be made here. */
  public Optional<Rewrite> as(String what) {
    return possible
        ? Optional.of(new Rewrite(member, line, what, weight, splices, imports, members))
        : Optional.empty();
  }

  private String lines(String text) {
    return text.replace("\r\n", "\n").replace("\n", unit.lineEnd());
  }
}
