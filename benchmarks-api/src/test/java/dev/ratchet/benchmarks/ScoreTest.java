package dev.ratchet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {
  @Test
  void only_full_credit_is_right() {
    assertThat(Score.right().isRight()).isTrue();
    assertThat(new Score(Math.nextDown(1.0), "nearly").isRight()).isFalse();
    assertThat(Score.wrong("because").isRight()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refuses_credit_outside_0_to_1_and_names_it(double credit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Score(credit, ""))
        .withMessage("credit must be from 0 to 1, but is " + credit);
  }
}
