package dev.ratchet.benchmarks;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A judge of answers to one task. Authors of suites implement it, often as a lambda.
 *
 * <p>It is called on the host, never in the process that answers, on any thread and as often as the
 * task is answered; it must give the same answer the same score and must treat the answer as
 * hostile text. A checker that throws makes the value missing, so the candidate is refused.
 *
 * <p>{@link Checkers} has ready ones: numbers with a tolerance, verifiers, partial credit. A judge
 * that asks a person or a model is a checker too, remembered so that nobody is asked twice and that
 * a judge in two minds can't favour one version:
 *
 * <pre>{@code
 * Checker judge = Checkers.remembering(
 *     answer -> new Score(model.grade(rubric, answer), "graded by " + model.name()));
 * Task essay = new Task("1", "essays", "Explain rain.", "", judge);
 * }</pre>
 *
 * <p>It may block as long as the evaluation has time. Its credit is as good as the judge: a model
 * can be talked round by the answer that it grades, so give it the answer as data, and a person's
 * sample of its scores.
 */
@FunctionalInterface
public interface Checker {
  /** Returns the score of an answer. */
  Score check(String answer);

  /** Returns a checker that asks for exactly this text, outer white space ignored. */
  static Checker exact(String expected) {
    String wanted = Objects.requireNonNull(expected, "expected").strip();
    return answer ->
        answer.strip().equals(wanted) ? Score.right() : Score.wrong("expected " + wanted);
  }

  /** Returns a checker that gives the lesser credit of this and another. */
  default Checker and(Checker other) {
    Objects.requireNonNull(other, "other");
    return answer -> {
      Score first = check(answer);
      Score second = other.check(answer);
      return first.credit() <= second.credit() ? first : second;
    };
  }

  /** Returns a checker that gives the greater credit of this and another. */
  default Checker or(Checker other) {
    Objects.requireNonNull(other, "other");
    return answer -> {
      Score first = check(answer);
      Score second = other.check(answer);
      return first.credit() >= second.credit() ? first : second;
    };
  }

  /** Returns a checker that sees answers through a function, such as to lower case. */
  default Checker after(UnaryOperator<String> function) {
    Objects.requireNonNull(function, "function");
    return answer -> check(function.apply(answer));
  }

  /**
   * Returns a checker that takes so much credit for right and less for wrong.
   *
   * @param least the credit that is enough, above 0 and up to 1
   * @throws IllegalArgumentException if {@code least} is not
   */
  default Checker passingAt(double least) {
    if (!(least > 0 && least <= 1)) {
      throw new IllegalArgumentException("least must be above 0 and up to 1, but is " + least);
    }
    return answer -> {
      Score score = check(answer);
      return score.credit() >= least ? Score.right() : Score.wrong(score.reason());
    };
  }
}
