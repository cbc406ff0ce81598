package dev.ratchet.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Ready checkers beside {@link Checker#exact}. Authors of suites call it; all are safe for several
 * threads as far as the checkers that they are made of are.
 */
public final class Checkers {
  private static final int LONGEST_NUMBER = 64;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

  private Checkers() {}

  /**
   * Returns a checker of one decimal number, such as {@code -1.5e3}.
   *
   * @param expected in the unit that the task asks for
   * @throws IllegalArgumentException if {@code expected} is not a finite number
   */
  public static Checker number(double expected, Tolerance tolerance) {
    Objects.requireNonNull(tolerance, "tolerance");
    if (!Double.isFinite(expected)) {
      throw new IllegalArgumentException("expected must be a finite number, but is " + expected);
    }
    return answer -> {
      String text = answer.strip();
      if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
        return Score.wrong("not a decimal number");
      }
      return tolerance.allows(expected, Double.parseDouble(text))
          ? Score.right()
          : Score.wrong("too far from " + expected);
    };
  }

  /**
   * Returns a checker that asks whether an answer solves a task, for tasks with many right answers.
   *
   * <p>The verifier is a program of its own: it looks at the answer and does not solve the task.
   *
   * @param input the task's input, handed to the verifier with each answer
   * @param verifier whether this answer solves this input; the answer is hostile text
   * @param otherwise what to say of an answer that does not
   */
  public static Checker verified(
      String input, BiPredicate<? super String, ? super String> verifier, String otherwise) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(verifier, "verifier");
    Objects.requireNonNull(otherwise, "otherwise");
    return answer -> verifier.test(input, answer) ? Score.right() : Score.wrong(otherwise);
  }

  /**
   * Returns a checker with partial credit: the share of lines that are right.
   *
   * <p>An answer with another number of lines gets nothing, so that guessing many lines can't pay.
   *
   * @param lines judges of the lines, in their order
   * @throws IllegalArgumentException if there is none
   */
  public static Checker lines(List<? extends Checker> lines) {
    List<Checker> parts = requireSome(lines);
    return answer -> {
      String[] given = answer.strip().split("\r?\n", parts.size() + 1);
      if (given.length != parts.size()) {
        return Score.wrong("must have " + parts.size() + " lines");
      }
      List<Score> scores = new ArrayList<>();
      for (int i = 0; i < given.length; i++) {
        scores.add(parts.get(i).check(given[i]));
      }
      return average(scores);
    };
  }

  /**
   * Returns a checker with the mean credit of several that look at the same answer.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Checker mean(List<? extends Checker> checkers) {
    List<Checker> parts = requireSome(checkers);
    return answer -> average(parts.stream().map(part -> part.check(answer)).toList());
  }

  private static List<Checker> requireSome(List<? extends Checker> checkers) {
    List<Checker> copy = List.copyOf(checkers);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("There must be at least one checker, but there is none");
    }
    return copy;
  }

  private static Score average(List<Score> scores) {
    if (scores.stream().allMatch(Score::isRight)) {
      return Score.right(); // A mean may miss 1 by a rounding error.
    }
    double credit = scores.stream().mapToDouble(Score::credit).average().orElse(0);
    String reason =
        scores.stream().filter(s -> !s.isRight()).map(Score::reason).findFirst().orElse("");
    return new Score(Math.min(credit, Math.nextDown(1.0)), reason);
  }

  /**
   * Returns a checker that asks another once for each answer and remembers what it said.
   *
   * <p>For judges that are slow or not quite sure of themselves: a person, a model. Both versions
   * then get the same score for the same answer, and nobody is asked twice. Answers are kept as
   * long as the checker is.
   */
  public static Checker remembering(Checker judge) {
    Objects.requireNonNull(judge, "judge");
    Map<String, Score> known = new ConcurrentHashMap<>();
    return answer -> known.computeIfAbsent(answer, judge::check);
  }
}
