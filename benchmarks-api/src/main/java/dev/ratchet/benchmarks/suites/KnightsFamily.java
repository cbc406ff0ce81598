package dev.ratchet.benchmarks.suites;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Knights, who tell the truth, and knaves, who lie; exactly one solution.
 *
 * <p>Three to seven people, each with one or more statements of every kind. Canonical form: the
 * {@link Shape} of who says what of whom, blind to names and order.
 */
final class KnightsFamily implements TaskFamily {
  private static final List<String> NAMES =
      List.of(
          "Ada", "Boris", "Carla", "Dinah", "Emil", "Fatma", "Goran", "Hilda", "Igor", "Jonas",
          "Kaya", "Lotte", "Mio", "Nadia", "Oskar", "Petra", "Quirin", "Rosa", "Sven", "Tilda");

  /** What is said, of one person, of two, or of how many. */
  private enum Kind {
    KNIGHT("%1$s is a knight"),
    KNAVE("%1$s is a knave"),
    SAME("%1$s and %2$s are the same"),
    DIFFER("%1$s and %2$s differ"),
    EXACTLY("exactly %3$d knights"),
    AT_LEAST("at least %3$d knaves"),
    IF("if %1$s is a knight then %2$s is a knave");

    private final String pattern;

    Kind(String pattern) {
      this.pattern = pattern;
    }
  }

  private record Statement(int speaker, Kind kind, int first, int second, int number) {
    boolean isTrue(int knights, int people) {
      boolean one = (knights >> first & 1) == 1;
      boolean two = (knights >> second & 1) == 1;
      return switch (kind) {
        case KNIGHT -> one;
        case KNAVE -> !one;
        case SAME -> one == two;
        case DIFFER -> one != two;
        case EXACTLY -> Integer.bitCount(knights) == number;
        case AT_LEAST -> people - Integer.bitCount(knights) >= number;
        case IF -> !one || !two;
      };
    }

    boolean fits(int knights, int people) {
      return isTrue(knights, people) == ((knights >> speaker & 1) == 1);
    }

    String line(List<String> names) {
      return names.get(speaker)
          + ": "
          + String.format(kind.pattern, names.get(first), names.get(second), number);
    }
  }

  @Override
  public String name() {
    return "knights";
  }

  @Override
  public Question draw(SplittableRandom random) {
    Dice dice = new Dice(random);
    int people = dice.from(3, 7);
    List<Statement> statements = statements(people, dice);
    while (solutions(people, statements).size() != 1) {
      statements = statements(people, dice);
    }
    List<String> names = dice.shuffled(NAMES).subList(0, people);
    String lines = statements.stream().map(s -> s.line(names)).collect(Collectors.joining("\n"));
    return Question.exact(
        String.join(" ", names) + "\n" + lines,
        canonical(people, statements),
        answer(people, solutions(people, statements).get(0)));
  }

  /** Returns statements that fit one hidden solution, and perhaps others. */
  private static List<Statement> statements(int people, Dice dice) {
    int hidden = dice.from(0, (1 << people) - 1);
    List<Statement> statements = new ArrayList<>();
    for (int speaker = 0; speaker < people; speaker++) {
      statements.add(statement(speaker, hidden, people, dice));
    }
    while (solutions(people, statements).size() > 1 && statements.size() < 2 * people) {
      statements.add(statement(dice.from(0, people - 1), hidden, people, dice));
    }
    return dice.shuffled(statements);
  }

  private static Statement statement(int speaker, int hidden, int people, Dice dice) {
    while (true) {
      int first = dice.from(0, people - 1);
      int second = (first + dice.from(1, people - 1)) % people;
      Kind kind = dice.pick(List.of(Kind.values()));
      Statement statement = new Statement(speaker, kind, first, second, dice.from(0, people));
      if (statement.fits(hidden, people)) {
        return statement;
      }
    }
  }

  private static List<Integer> solutions(int people, List<Statement> statements) {
    return IntStream.range(0, 1 << people)
        .filter(knights -> statements.stream().allMatch(s -> s.fits(knights, people)))
        .boxed()
        .toList();
  }

  private static String answer(int people, int knights) {
    return IntStream.range(0, people)
        .mapToObj(person -> (knights >> person & 1) == 1 ? "knight" : "knave")
        .collect(Collectors.joining(" "));
  }

  private static String canonical(int people, List<Statement> statements) {
    Shape shape = new Shape();
    shape.nodes(people, "person");
    for (Statement statement : statements) {
      boolean counts = statement.kind() == Kind.EXACTLY || statement.kind() == Kind.AT_LEAST;
      int said = shape.node(statement.kind() + (counts ? " " + statement.number() : ""));
      shape.edge(statement.speaker(), said, "says");
      if (!counts) {
        shape.edge(said, statement.first(), "of");
      }
      if (statement.kind() == Kind.IF) {
        shape.edge(said, statement.second(), "then");
      } else if (statement.kind() == Kind.SAME || statement.kind() == Kind.DIFFER) {
        shape.edge(said, statement.second(), "of");
      }
    }
    return shape.hash();
  }
}
