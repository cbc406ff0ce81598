package acme.solver;

import acme.agent.Alignment;
import java.util.List;

/** Finds numbers. */
public final class Solver {
  private int steps;

  /** Returns the next prime above a number. */
  public int next(int number) {
    int candidate = number + 1;
    while (!isPrime(candidate)) {
      candidate++;
    }
    return candidate;
  }

  private boolean isPrime(int number) {
    for (int i = 2; i < number; i++) {
      if (++steps > Alignment.MAX_STEPS) {
        throw new IllegalStateException("too many steps");
      }
      if (number % i == 0) {
        return false;
      }
    }
    return number > 1;
  }

  /** Says how long something took. */
  long time() {
    return System.nanoTime();
  }

  private boolean check(int number) {
    return number > 0;
  }

  boolean both(int number) {
    return check(number) && check(number);
  }

  Solver other() {
    return this;
  }

  boolean far(int number) {
    return other().check(number);
  }

  String words(List<String> words) {
    String all = "";
    for (String word : words) {
      all += word + "\n";
    }
    return all;
  }
}
