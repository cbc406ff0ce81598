package dev.ratchet.java;

import dev.ratchet.edit.ContentHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The counts that were made last, by program and input. Safe for many threads.
 *
 * <p>An answer that ended with steps to spare is the same under any budget that lets it end; one
 * that used its steps up says nothing of other budgets.
 */
final class KnownCounts {
  private static final long MOST_WEIGHT = 64L << 20;
  private static final int WEIGHT = 300;

  private record Key(ContentHash program, ContentHash input) {}

  /**
   * A count that was made.
   *
   * @param budget the steps that it had
   * @param nanos what it took of its process, or {@link #UNKNOWN}
   */
  record Known(Counted answer, long budget, long nanos) {
    /** Stands for a time that is not known. */
    static final long UNKNOWN = -1;

    boolean holdsFor(long otherBudget) {
      return budget == otherBudget || !answer.isOutOfSteps() && answer.steps() < otherBudget;
    }
  }

  private final Map<Key, Known> known = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  synchronized Optional<Known> find(ContentHash program, ContentHash input, long budget) {
    return Optional.ofNullable(known.get(new Key(program, input)))
        .filter(count -> count.holdsFor(budget));
  }

  synchronized void put(ContentHash program, ContentHash input, Known count) {
    Known before = known.put(new Key(program, input), count);
    weight += weight(count) - (before == null ? 0 : weight(before));
    while (weight > MOST_WEIGHT && known.size() > 1) {
      Map.Entry<Key, Known> eldest = known.entrySet().iterator().next();
      known.remove(eldest.getKey());
      weight -= weight(eldest.getValue());
    }
  }

  synchronized void forget(ContentHash program) {
    known.entrySet().removeIf(count -> isOf(program, count));
  }

  private boolean isOf(ContentHash program, Map.Entry<Key, Known> count) {
    boolean isOf = count.getKey().program().equals(program);
    weight -= isOf ? weight(count.getValue()) : 0;
    return isOf;
  }

  private static long weight(Known count) {
    long wanted = count.answer().wanted().stream().mapToLong(String::length).sum();
    return WEIGHT + count.answer().text().length() + wanted;
  }
}
