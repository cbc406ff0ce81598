package dev.ratchet.benchmarks.suites;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A source of chance with the draws that families need. Not safe for several threads. */
final class Dice {
  private final SplittableRandom random;

  Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Returns a number from {@code least} to {@code most}, both included. */
  int from(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** Returns a number from {@code least} to {@code most}, both included. */
  long from(long least, long most) {
    return least + random.nextLong(most - least + 1);
  }

  /** Returns true once in so many calls on average. */
  boolean oneIn(int calls) {
    return random.nextInt(calls) == 0;
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  <T> List<T> shuffled(Collection<T> values) {
    List<T> list = new ArrayList<>(values);
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      list.set(i, list.set(j, list.get(i)));
    }
    return list;
  }

  /** Returns the numbers from 0 up to but without {@code n}, in any order. */
  int[] permutation(int n) {
    return shuffled(IntStream.range(0, n).boxed().toList()).stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
