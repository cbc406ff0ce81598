package dev.ratchet.guardrails.source;

import java.util.List;

/**
 * What heuristics look at: constants, comparisons that decide nothing, tests, and what is odd.
 *
 * @param literals all constants, those that the compiler puts together as one
 * @param shams methods that compare and do not look at what they compare
 * @param tests the methods that test
 * @param oddities code that honest programs have no use for
 */
public record Clues(
    List<Literal> literals, List<Sham> shams, List<TestMethod> tests, List<Oddity> oddities) {
  /**
   * A method that compares without looking.
   *
   * @param place where it is, as {@link Member#place} says it
   * @param what what it does instead, completing "it ..."
   * @param isCertain whether nothing else can be meant
   * @param line the line, from 1
   */
  public record Sham(String place, String what, boolean isCertain, int line) {}

  /**
   * A method that tests.
   *
   * @param place where it is, as {@link Member#place} says it
   * @param assertions how many assertions it makes of what is not constant
   * @param isOff whether it is switched off, always or under a condition
   * @param line the line, from 1
   */
  public record TestMethod(String place, int assertions, boolean isOff, int line) {}

  /**
   * Code that honest programs have no use for.
   *
   * @param kind what is odd
   * @param text the code
   * @param line the line, from 1
   */
  public record Oddity(OddityKind kind, String text, int line) {}

  /** What is odd. */
  public enum OddityKind {
    /** A hash is compared with a number. */
    HASH,
    /** A lock is an object that all of the JVM shares. */
    LOCK
  }

  /** Returns clues; lists are copied. */
  public Clues {
    literals = List.copyOf(literals);
    shams = List.copyOf(shams);
    tests = List.copyOf(tests);
    oddities = List.copyOf(oddities);
  }

  /** Returns the clues of a file without content. */
  public static Clues none() {
    return new Clues(List.of(), List.of(), List.of(), List.of());
  }
}
