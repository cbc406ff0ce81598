package dev.ratchet.java.search;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.Expression;
import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.operators.Draft;
import dev.ratchet.java.operators.Rewrite;
import dev.ratchet.java.operators.SourceUnit;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Insight.HotSpot;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Proposer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A proposer of edits that change class files and nothing that they do: canaries for a gate. Users
 * create it.
 *
 * <p>It exchanges two neighbouring methods, turns a comparison of two variables round, or exchanges
 * two variables that are multiplied, where the profile says that the class is run. New names of
 * variables or more parentheses would leave the class files as they are, and so test nothing. What
 * it proposes depends on the briefing alone; safe for many threads.
 */
public final class NullEdits implements Proposer {
  private static final Map<Operator, String> MIRRORED =
      Map.of(
          Operator.LESS, ">",
          Operator.LESS_EQUALS, ">=",
          Operator.GREATER, "<",
          Operator.GREATER_EQUALS, "<=",
          Operator.EQUALS, "==",
          Operator.NOT_EQUALS, "!=",
          Operator.MULTIPLY, "*");

  private final PathFilter sources;

  private NullEdits(PathFilter sources) {
    this.sources = Objects.requireNonNull(sources, "sources");
  }

  /** Returns a proposer for all Java files outside {@code src/test}. */
  public static NullEdits standard() {
    return of(PathFilter.of(List.of("**/*.java"), List.of("src/test/**", "**/src/test/**")));
  }

  /** Returns a proposer for these files, which should be those that proposers may edit. */
  public static NullEdits of(PathFilter sources) {
    return new NullEdits(sources);
  }

  @Override
  public Proposal propose(Briefing briefing) {
    SplittableRandom random = new SplittableRandom(briefing.seed());
    List<SourceUnit> units = units(briefing.tree());
    List<SourceUnit> run = units.stream().filter(unit -> isRun(unit, briefing)).toList();
    return proposal(run, briefing.tree(), random)
        .or(() -> proposal(units, briefing.tree(), random))
        .orElseGet(() -> Proposal.nothing("no source has two methods or a comparison to exchange"));
  }

  private List<SourceUnit> units(SourceTree tree) {
    return tree.paths().stream()
        .filter(path -> path.value().endsWith(".java") && sources.accepts(path))
        .flatMap(path -> unit(tree, path).stream())
        .toList();
  }

  private static Optional<SourceUnit> unit(SourceTree tree, SourcePath path) {
    return tree.file(path)
        .flatMap(SourceFile::text)
        .flatMap(text -> SourceUnit.parse(path.value(), text));
  }

  private static boolean isRun(SourceUnit unit, Briefing briefing) {
    String owner =
        unit.tree().getPackageDeclaration().map(p -> p.getNameAsString() + ".").orElse("");
    return unit.tree().getTypes().stream()
        .map(type -> owner + type.getNameAsString())
        .anyMatch(
            type ->
                briefing.insight().hotSpots().stream()
                    .map(HotSpot::place)
                    .anyMatch(p -> p.startsWith(type + "#") || p.startsWith(type + "$")));
  }

  private static Optional<Proposal> proposal(
      List<SourceUnit> units, SourceTree tree, RandomGenerator random) {
    List<SourceUnit> left = new ArrayList<>(units);
    while (!left.isEmpty()) {
      SourceUnit unit = left.remove(random.nextInt(left.size()));
      List<Rewrite> rewrites = rewrites(unit);
      Collections.rotate(rewrites, rewrites.isEmpty() ? 0 : random.nextInt(rewrites.size()));
      for (Rewrite rewrite : rewrites) {
        Optional<SourceUnit> after = rewrite.apply(unit);
        if (after.isPresent()) {
          return Optional.of(proposal(tree, rewrite, after.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Proposal proposal(SourceTree tree, Rewrite rewrite, SourceUnit after) {
    SourcePath path = SourcePath.of(after.path());
    SourceFile file = tree.file(path).orElseThrow();
    Change change = new Change.Modify(path, file, file.withText(after.text()));
    return Proposal.of(ChangeSet.of(List.of(change)), rewrite.what());
  }

  private static List<Rewrite> rewrites(SourceUnit unit) {
    List<Rewrite> found = new ArrayList<>();
    for (ClassOrInterfaceDeclaration type :
        unit.tree().findAll(ClassOrInterfaceDeclaration.class)) {
      List<BodyDeclaration<?>> members = type.getMembers();
      for (int i = 1; i < members.size(); i++) {
        exchanged(unit, members.get(i - 1), members.get(i)).ifPresent(found::add);
      }
    }
    unit.tree().findAll(BinaryExpr.class).forEach(e -> mirrored(unit, e).ifPresent(found::add));
    return found;
  }

  private static Optional<Rewrite> exchanged(
      SourceUnit unit, BodyDeclaration<?> one, BodyDeclaration<?> other) {
    return one instanceof MethodDeclaration && other instanceof MethodDeclaration
        ? Draft.at(unit, one)
            .replaceText(one, unit.text(other))
            .replaceText(other, unit.text(one))
            .as("exchange two methods")
        : Optional.empty();
  }

  private static Optional<Rewrite> mirrored(SourceUnit unit, BinaryExpr e) {
    String operator = MIRRORED.get(e.getOperator());
    if (operator == null
        || !isVariable(e.getLeft())
        || !isVariable(e.getRight())
        || e.getLeft().equals(e.getRight())) {
      return Optional.empty();
    }
    String text = unit.text(e.getRight()) + " " + operator + " " + unit.text(e.getLeft());
    return Draft.at(unit, e).replace(e, text).as("turn " + unit.text(e) + " round");
  }

  /** A constant may be zero, which is compared in fewer instructions on the right. */
  private static boolean isVariable(Expression e) {
    return e.isNameExpr() && !e.toString().equals(e.toString().toUpperCase(Locale.ROOT));
  }

  @Override
  public String name() {
    return "null edits";
  }
}
