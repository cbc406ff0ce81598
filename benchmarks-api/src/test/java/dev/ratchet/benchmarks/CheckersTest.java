package dev.ratchet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckersTest {
  private static final Checker A = Checker.exact("a");
  private static final Checker HALF = answer -> new Score(0.5, "half of it");

  @ParameterizedTest
  @CsvSource({
    "200, 2, 0, 202, true",
    "200, 2, 0, 202.1, false",
    "200, 0, 0.01, 198, true",
    "200, 0, 0.01, 197.9, false",
    "-200, 0, 0.01, -2.01e2, true",
    "0, 0, 0.01, 0.0001, false",
    "0, 1e-3, 0.01, .0001, true",
    "5, 0, 0, +5., true"
  })
  void a_number_may_be_off_by_its_tolerance(
      double expected, double absolute, double relative, String answer, boolean right) {
    Checker checker = Checkers.number(expected, new Tolerance(absolute, relative));

    assertThat(checker.check(" " + answer + "\n").isRight()).isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "Infinity", "0x5", "5f", "5 5", "5,0", "1e9999", "--5"})
  void what_is_no_decimal_number_is_wrong(String answer) {
    assertThat(Checkers.number(5, Tolerance.absolute(1e300)).check(answer).reason())
        .isEqualTo("not a decimal number");
  }

  @Test
  void a_number_of_a_million_digits_is_not_read() {
    assertThat(Checkers.number(5, Tolerance.absolute(1)).check("5".repeat(1_000_000)).isRight())
        .isFalse();
  }

  @Test
  void a_tolerance_is_a_number_and_not_negative() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tolerance.absolute(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Tolerance.relative(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkers.number(Double.NaN, Tolerance.absolute(1)))
        .withMessage("expected must be a finite number, but is NaN");
  }

  @Test
  void a_verifier_takes_any_answer_that_solves_the_task() {
    Checker divisor =
        Checkers.verified(
            "12",
            (input, answer) ->
                answer.matches("[1-9]\\d{0,8}")
                    && Integer.parseInt(input) % Integer.parseInt(answer) == 0,
            "no divisor");

    assertThat(divisor.check("3")).isEqualTo(Score.right());
    assertThat(divisor.check("4")).isEqualTo(Score.right());
    assertThat(divisor.check("5")).isEqualTo(Score.wrong("no divisor"));
  }

  @Test
  void lines_give_partial_credit() {
    Checker checker = Checkers.lines(List.of(A, Checker.exact("b"), HALF));

    assertThat(checker.check("a\nx\ny").credit()).isEqualTo(0.5);
    assertThat(checker.check("a\nx\ny").reason()).isEqualTo("expected b");
    assertThat(checker.check("a\nb\ny\nz")).isEqualTo(Score.wrong("must have 3 lines"));
    assertThat(Checkers.lines(List.of(A, A, A)).check("a\r\na\na\n")).isEqualTo(Score.right());
  }

  @Test
  void checkers_combine() {
    assertThat(A.and(HALF).check("a").credit()).isEqualTo(0.5);
    assertThat(A.and(HALF).check("x").credit()).isZero();
    assertThat(A.or(HALF).check("a").credit()).isEqualTo(1);
    assertThat(A.or(HALF).check("x").credit()).isEqualTo(0.5);
    assertThat(Checkers.mean(List.of(A, HALF)).check("a").credit()).isEqualTo(0.75);
    assertThat(A.after(text -> text.toLowerCase(Locale.ROOT)).check("A").isRight()).isTrue();
    assertThat(HALF.passingAt(0.5).check("")).isEqualTo(Score.right());
    assertThat(HALF.passingAt(0.6).check("")).isEqualTo(Score.wrong("half of it"));
  }

  @Test
  void a_combination_needs_parts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkers.lines(List.of()))
        .withMessage("There must be at least one checker, but there is none");
    assertThatIllegalArgumentException().isThrownBy(() -> A.passingAt(0));
  }

  /** Stands for a model or a person: slow, and each time in another mood. */
  private static final class Judge {
    private final AtomicInteger asked = new AtomicInteger();

    double grade(String answer) {
      return answer.isEmpty() ? 0 : 1.0 / asked.incrementAndGet();
    }
  }

  @Test
  void a_judge_plugs_in_and_is_asked_once_for_an_answer() {
    Judge judge = new Judge();
    Checker checker =
        Checkers.remembering(answer -> new Score(judge.grade(answer), "graded by a judge"));
    Task essay = new Task("1", "essays", "Explain rain.", "", checker);

    assertThat(essay.checker().check("Water falls.").credit()).isEqualTo(1);
    assertThat(essay.checker().check("Water falls.").credit()).isEqualTo(1);
    assertThat(essay.checker().check("Clouds cry.").credit()).isEqualTo(0.5);
    assertThat(judge.asked).hasValue(2);
  }
}
