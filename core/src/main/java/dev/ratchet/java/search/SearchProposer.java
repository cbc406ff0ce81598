package dev.ratchet.java.search;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.operators.Operator;
import dev.ratchet.java.operators.Operators;
import dev.ratchet.java.operators.SourceUnit;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Claim;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Proposer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * A proposer that edits Java where the profile says it matters. Users call it; no model is needed.
 *
 * <p>While tuning tasks fail, part of its proposals are repairs of suspicious lines; the others
 * save work in hot code. What it proposes depends on the briefing and its seed alone. It holds
 * nothing but a cache of parsed files, and may be used by one loop at a time.
 */
public final class SearchProposer implements Proposer {
  private static final int CACHED = 64;
  private static final int PATIENCE = 30;
  private static final double HOPELESS = 1e-8;

  private final PathFilter sources;
  private final List<Operator> operators;
  private final double repairShare;
  private final Map<ContentHash, Optional<SourceUnit>> parsed = cache(CACHED * CACHED);
  private final Map<ContentHash, Survey> surveys = cache(2);

  private SearchProposer(Builder builder) {
    this.sources = builder.sources;
    this.operators = List.copyOf(builder.operators);
    this.repairShare = builder.repairShare;
  }

  /** Returns a proposer with all ready operators for all Java files outside {@code src/test}. */
  public static SearchProposer standard() {
    return builder().build();
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder();
  }

  private static <K, V> Map<K, V> cache(int size) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > size;
      }
    };
  }

  static String origin(Operator operator) {
    return "search/" + operator.name();
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public Proposal propose(Briefing briefing) {
    Survey survey = survey(briefing.tree());
    Random random = new Random(briefing.seed());
    Lessons lessons = new Lessons(briefing.earlierAttempts(), operators);
    Ranking ranking = new Ranking(survey, briefing.insight(), lessons, operators, random);
    List<Ranking.Choice> first;
    List<Ranking.Choice> second;
    if (random.nextDouble() < repairShare(briefing, lessons)) {
      first = ranking.repairs();
      second = ranking.savings();
    } else {
      first = ranking.savings();
      second = briefing.insight().failures().isEmpty() ? List.of() : ranking.repairs();
    }
    return best(first, briefing.tree())
        .or(() -> best(second, briefing.tree()))
        .orElseGet(() -> Proposal.nothing(exhausted(survey, lessons, briefing)));
  }

  /** Says what became of all places, so that a reader knows where to look for more. */
  private static String exhausted(Survey survey, Lessons lessons, Briefing briefing) {
    List<Spot> left = survey.spots().stream().filter(spot -> !lessons.isTried(spot)).toList();
    long repairs = left.stream().filter(Spot::isRepair).count();
    return "all edits that may pay were tried ("
        + lessons.tried()
        + "): of "
        + left.size()
        + " others, "
        + repairs
        + (briefing.insight().failures().isEmpty()
            ? " are repairs while no tuning task fails, and "
            : " are repairs where no failing task runs, and ")
        + (left.size() - repairs)
        + " would save work where none is done";
  }

  /** Repairs get their share while there are failures, and less the longer they are in vain. */
  private double repairShare(Briefing briefing, Lessons lessons) {
    if (briefing.insight().failures().isEmpty()) {
      return 0;
    }
    return repairShare
        * Math.max(0.5, Math.pow(0.5, (double) lessons.vainRepairs() / PATIENCE - 1));
  }

  private static Optional<Proposal> best(List<Ranking.Choice> choices, SourceTree tree) {
    return choices.stream()
        .filter(choice -> choice.score() > HOPELESS)
        .sorted(
            Comparator.comparingDouble((Ranking.Choice choice) -> -choice.score())
                .thenComparing(choice -> choice.spot().key()))
        .flatMap(choice -> proposal(choice, tree).stream())
        .findFirst();
  }

  private static Optional<Proposal> proposal(Ranking.Choice choice, SourceTree tree) {
    Spot spot = choice.spot();
    SourcePath path = SourcePath.of(spot.unit().path());
    SourceFile file = tree.file(path).orElseThrow();
    return spot.rewrite()
        .apply(spot.unit())
        .map(
            after ->
                Proposal.of(
                        ChangeSet.of(
                            List.of(new Change.Modify(path, file, file.withText(after.text())))),
                        rationale(choice))
                    .withOrigin(origin(spot.operator()))
                    .withClaim(spot.isRepair() ? Claim.ACCURACY : Claim.ANY));
  }

  private static String rationale(Ranking.Choice choice) {
    Spot spot = choice.spot();
    return spot.operator().name()
        + ": "
        + spot.rewrite().what()
        + ", "
        + Lessons.note(spot)
        + "["
        + choice.reason()
        + "]. "
        + spot.operator().why()
        + ". "
        + Lessons.key(spot);
  }

  private Survey survey(SourceTree tree) {
    List<SourceUnit> units = new ArrayList<>();
    StringBuilder identity = new StringBuilder();
    for (SourcePath path : tree.paths()) {
      if (path.value().endsWith(".java") && sources.accepts(path)) {
        SourceFile file = tree.file(path).orElseThrow();
        ContentHash hash = ContentHash.ofText(path + "\n" + file.hash());
        identity.append(hash).append('\n');
        Optional<SourceUnit> unit = parsed.get(hash);
        if (unit == null) {
          unit = file.text().flatMap(text -> SourceUnit.parse(path.value(), text));
          parsed.put(hash, unit);
        }
        unit.ifPresent(units::add);
      }
    }
    return surveys.computeIfAbsent(
        ContentHash.ofText(identity.toString()), hash -> new Survey(units, operators));
  }

  /** A builder of search proposers. Not safe for several threads. */
  public static final class Builder {
    private PathFilter sources =
        PathFilter.of(List.of("**/*.java"), List.of("src/test/**", "**/src/test/**"));
    private List<Operator> operators = Operators.standard();
    private double repairShare = 0.5;

    private Builder() {}

    /** Sets the files to edit; by default all Java files outside {@code src/test}. */
    public Builder withSources(PathFilter newSources) {
      sources = Objects.requireNonNull(newSources, "sources");
      return this;
    }

    /**
     * Sets the operators; by default {@link Operators#standard}.
     *
     * @throws IllegalArgumentException if there is none, or two have the same name
     */
    public Builder withOperators(List<Operator> newOperators) {
      long names = newOperators.stream().map(Operator::name).distinct().count();
      if (newOperators.isEmpty() || names < newOperators.size()) {
        throw new IllegalArgumentException(
            "operators must be at least one, with different names, but are "
                + newOperators.stream().map(Operator::name).toList());
      }
      operators = List.copyOf(newOperators);
      return this;
    }

    /**
     * Sets the share of repairs among the proposals while tuning tasks fail; by default one half.
     *
     * @throws IllegalArgumentException if the share is not from 0 to 1
     */
    public Builder withRepairShare(double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("repairShare must be from 0 to 1, but is " + share);
      }
      repairShare = share;
      return this;
    }

    /** Returns the proposer. */
    public SearchProposer build() {
      return new SearchProposer(this);
    }
  }
}
