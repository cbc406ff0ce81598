package dev.ratchet.java.operators;

import com.github.javaparser.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One possible edit of one file at one place. Operators create it through {@link Draft}.
 *
 * @param member the member it changes, such as {@code shop.Basket#total(List)}
 * @param line the line it is about, from 1
 * @param what what it does there, in a few words
 * @param weight how promising it is among the rewrites of its operator; 1 is usual
 * @param splices the changes of the text, in the order of their places
 * @param imports names of types that the file has to import
 * @param members how many members it adds
 */
public record Rewrite(
    String member,
    int line,
    String what,
    double weight,
    List<Splice> splices,
    List<String> imports,
    int members) {

  /** Returns a rewrite; lists are copied. */
  public Rewrite {
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(what, "what");
    splices = splices.stream().sorted(Comparator.comparingInt(Splice::start)).toList();
    imports = List.copyOf(imports);
  }

  /** Returns the text of the file after this rewrite; everything else stays byte for byte. */
  public String newText(SourceUnit unit) {
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (Splice splice : allSplices(unit)) {
      if (splice.start() < done) {
        throw new IllegalStateException("Overlapping splices in " + this);
      }
      result.append(unit.text(), done, splice.start()).append(splice.text());
      done = splice.end();
    }
    return result.append(unit.text().substring(done)).toString();
  }

  /**
   * Returns the file after this rewrite, or empty if the result is not what was meant.
   *
   * <p>The result is parsed again. All members that were not to be changed have to be as they were,
   * in their order, with no others than this rewrite adds; so have types and imports; and an
   * expression put in for another has to be one expression there.
   */
  public Optional<SourceUnit> apply(SourceUnit unit) {
    return SourceUnit.parse(unit.path(), newText(unit))
        .filter(after -> !after.tree().equals(unit.tree()))
        .filter(after -> Outline.differsOnlyBy(this, unit, after) && wholesAreNodes(unit, after));
  }

  private List<Splice> allSplices(SourceUnit unit) {
    List<Splice> all = new ArrayList<>(splices);
    Imports.splice(unit, imports).ifPresent(splice -> all.add(0, splice));
    all.sort(Comparator.comparingInt(Splice::start));
    return all;
  }

  private boolean wholesAreNodes(SourceUnit before, SourceUnit after) {
    HashSet<String> ranges = new HashSet<>();
    after
        .tree()
        .walk(
            node -> // an untyped lambda parameter has a type without a range
            node.getRange()
                    .ifPresent(range -> ranges.add(after.start(node) + "-" + after.end(node))));
    int shift = 0;
    for (Splice splice : allSplices(before)) {
      int start = splice.start() + shift;
      if (splice.whole() && !ranges.contains(start + "-" + (start + splice.text().length()))) {
        return false;
      }
      shift += splice.text().length() - (splice.end() - splice.start());
    }
    return true;
  }

  /** Returns whether a position of the file is within one of the changes. */
  boolean touches(SourceUnit unit, Position begin, Position end) {
    return splices.stream()
        .anyMatch(splice -> splice.start() < unitEnd(unit, end) && begins(unit, begin, splice));
  }

  private static int unitEnd(SourceUnit unit, Position end) {
    return unit.offset(end) + 1;
  }

  private static boolean begins(SourceUnit unit, Position begin, Splice splice) {
    return splice.end() > unit.offset(begin);
  }
}
