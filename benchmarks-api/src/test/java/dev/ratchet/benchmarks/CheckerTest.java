package dev.ratchet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {
  private final Checker checker = Checker.exact(" 1 2\n");

  @ParameterizedTest
  @ValueSource(strings = {"1 2", "1 2\n", "  1 2\r\n"})
  void accepts_the_text_with_outer_white_space(String answer) {
    assertThat(checker.check(answer)).isEqualTo(Score.right());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "1  2", "1 2 3", "1 2\u0000", "-1 2"})
  void refuses_any_other_text_and_says_what_was_expected(String answer) {
    assertThat(checker.check(answer)).isEqualTo(Score.wrong("expected 1 2"));
  }

  @Test
  void does_not_repeat_a_hostile_answer_in_its_reason() {
    assertThat(checker.check("x".repeat(1_000_000)).reason()).hasSizeLessThan(20);
  }
}
