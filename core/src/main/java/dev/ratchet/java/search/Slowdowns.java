package dev.ratchet.java.search;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.operators.Draft;
import dev.ratchet.java.operators.SourceUnit;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Insight.HotSpot;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Proposer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A proposer of edits that add a known share of useless steps to Java code: canaries for a gate.
 * Users create it.
 *
 * <p>It puts a loop at the beginning of a method, with as many turns as the profile of the tuning
 * tasks asks for; on other tasks, and in CPU time, the share is another one, but above nothing.
 * What it proposes depends on the briefing alone; safe for many threads.
 */
public final class Slowdowns implements Proposer {
  private static final String LOOP =
      """
      int canary = 0;
      for (int turn = 0; turn < %d; turn++) {
        canary = canary * 31 + turn;
      }
      if (canary == Integer.MIN_VALUE) {
        throw new IllegalStateException();
      }""";

  /** Instructions that javac makes of a turn of that loop. */
  private static final int STEPS_PER_TURN = 11;

  private static final int MOST_TURNS = 10_000_000;

  /** A method that few tasks run takes more turns, which are too many for those tasks. */
  private static final int MOST_UNEVEN = 8;

  private record Slowed(long turns, Proposal proposal) {}

  private final double share;
  private final PathFilter sources;

  private Slowdowns(double share, PathFilter sources) {
    this.share = share;
    this.sources = sources;
  }

  /**
   * Returns a proposer for all Java files outside {@code src/test}.
   *
   * @param share the share of steps to add, such as 0.05
   * @throws IllegalArgumentException if it is not above 0 and at most 10
   */
  public static Slowdowns by(double share) {
    if (!(share > 0 && share <= 10)) {
      throw new IllegalArgumentException("share must be above 0 and at most 10, but is " + share);
    }
    return new Slowdowns(
        share, PathFilter.of(List.of("**/*.java"), List.of("src/test/**", "**/src/test/**")));
  }

  /** Returns a proposer for these files, which should be those that proposers may edit. */
  public Slowdowns withSources(PathFilter newSources) {
    return new Slowdowns(share, Objects.requireNonNull(newSources, "sources"));
  }

  @Override
  public Proposal propose(Briefing briefing) {
    double steps = share * briefing.insight().measurement().total(Metric.STEPS).orElse(0);
    List<Slowed> possible = new ArrayList<>();
    for (HotSpot spot : briefing.insight().hotSpots()) {
      long turns = Math.round(steps / STEPS_PER_TURN / Math.max(1, spot.calls()));
      if (spot.place().indexOf(':') < 0 && turns >= 1 && turns <= MOST_TURNS) {
        slowed(briefing.tree(), spot.place(), turns)
            .ifPresent(proposal -> possible.add(new Slowed(turns, proposal)));
      }
    }
    long least = possible.stream().mapToLong(Slowed::turns).min().orElse(0);
    possible.removeIf(slowed -> slowed.turns() > MOST_UNEVEN * least);
    return possible.isEmpty()
        ? Proposal.nothing("the profile names no method in which a loop would cost as much")
        : possible.get(new SplittableRandom(briefing.seed()).nextInt(possible.size())).proposal();
  }

  private Optional<Proposal> slowed(SourceTree tree, String place, long turns) {
    String type = place.substring(0, place.indexOf('#')).replaceFirst("\\$.*", "");
    String suffix = type.replace('.', '/') + ".java";
    return tree.paths().stream()
        .filter(sources::accepts)
        .filter(path -> ("/" + path.value()).endsWith("/" + suffix))
        .findFirst()
        .flatMap(path -> slowed(tree, path, place, turns));
  }

  private static Optional<Proposal> slowed(
      SourceTree tree, SourcePath path, String place, long turns) {
    SourceFile file = tree.file(path).orElseThrow();
    return file.text()
        .flatMap(text -> SourceUnit.parse(path.value(), text))
        .flatMap(unit -> slowed(unit, place, turns))
        .map(after -> new Change.Modify(path, file, file.withText(after.text())))
        .map(change -> Proposal.of(ChangeSet.of(List.of(change)), "loop in " + place));
  }

  /** Overloaded methods are left alone, since the profile tells them apart and this does not. */
  private static Optional<SourceUnit> slowed(SourceUnit unit, String place, long turns) {
    String name = place.substring(place.indexOf('#') + 1, place.indexOf('('));
    List<MethodDeclaration> methods =
        unit.tree().findAll(MethodDeclaration.class, m -> m.getNameAsString().equals(name));
    Optional<BlockStmt> body =
        methods.size() == 1 ? methods.get(0).getBody() : Optional.<BlockStmt>empty();
    return body.filter(block -> !block.isEmpty() && !isTaken(block))
        .flatMap(
            block ->
                Draft.at(unit, block)
                    .insertBefore(block.getStatement(0), LOOP.formatted(turns))
                    .as("add a loop"))
        .flatMap(rewrite -> rewrite.apply(unit));
  }

  private static boolean isTaken(BlockStmt body) {
    return body.toString().matches("(?s).*\\b(canary|turn)\\b.*");
  }

  @Override
  public String name() {
    return "slowdowns";
  }
}
