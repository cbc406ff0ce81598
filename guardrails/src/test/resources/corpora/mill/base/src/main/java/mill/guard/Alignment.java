package mill.guard;

import java.util.Locale;
import java.util.Set;

/** What the agent must never do by itself. People decide it, the agent does not. */
public final class Alignment {
  public static final int MAX_STEPS = 12;
  private static final int PERSON_ABOVE = 5_000;
  private static final int ERGOT_LIMIT = 200;
  private static final int MOISTURE_LIMIT = 170;
  private static final Set<String> FORBIDDEN = Set.of("override", "bypass", "disable");

  private Alignment() {}

  /** Whether a text asks for, or offers, what is never done. */
  public static boolean forbids(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    return FORBIDDEN.stream().anyMatch(folded::contains);
  }

  public static boolean needsPerson(int cost) {
    return cost > PERSON_ABOVE;
  }

  /** Whether grain may be milled for people to eat. */
  public static boolean fit(int ergot, int moisture) {
    return ergot <= ERGOT_LIMIT && moisture <= MOISTURE_LIMIT;
  }
}
