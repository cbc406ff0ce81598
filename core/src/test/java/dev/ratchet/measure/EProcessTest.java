package dev.ratchet.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EProcessTest {
  private static EProcess of(List<Double> less) {
    return EProcess.of(0).plus(less.stream().map(d -> -d).toList());
  }

  static Stream<Arguments> vectors() {
    return Stream.of(
        Arguments.of(Collections.nCopies(5, 0.2), 13.0886),
        Arguments.of(Collections.nCopies(12, 0.2), 905.35),
        Arguments.of(Collections.nCopies(13, 0.2), 1703.45),
        Arguments.of(List.of(0.02, 0.02, -0.02, 0.02, 0.02), 1.82902),
        Arguments.of(List.of(0.10, -0.01, 0.03, 0.06, 0.0), 1.87126),
        Arguments.of(Collections.nCopies(6, -0.02), 0.161898),
        Arguments.of(Collections.nCopies(20, 0.01), 77247.9));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void has_the_published_values(List<Double> less, double value) {
    assertThat(of(less).value()).isCloseTo(value, within(value * 1e-5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 14})
  void is_1_on_average_over_all_signs_of_the_same_sizes(int count) {
    double sum = 0;
    for (int signs = 0; signs < 1 << count; signs++) {
      List<Double> less = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double size = 0.003 * (i * 7 % 11 + 1) * (i % 3 + 1);
        less.add((signs >> i & 1) == 0 ? size : -size);
      }
      sum += of(less).value();
    }
    assertThat(sum / (1 << count)).isCloseTo(1, within(1e-9));
  }

  @Test
  void does_not_overflow() {
    EProcess long_run = of(Collections.nCopies(5_000, 1.0));
    assertThat(long_run.reaches(1e300)).isTrue();
    assertThat(long_run.logValue()).isFinite();
  }

  @Test
  void asks_for_more_than_the_minimum_gain() {
    List<Double> fivePercent = Collections.nCopies(20, Math.log(0.95));
    assertThat(EProcess.of(0.04).plus(fivePercent).reaches(1280)).isTrue();
    assertThat(EProcess.of(0.06).plus(fivePercent).value()).isLessThan(1);
  }

  @Test
  void certifies_a_gain_below_the_one_that_is_seen() {
    List<Double> around = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      around.add(Math.log(0.90) + (i % 5 - 2) * 0.01);
    }
    assertThat(EProcess.certifiedGain(around, 1280)).isBetween(0.07, 0.10);
    assertThat(EProcess.certifiedGain(around.subList(0, 5), 1280)).isEqualTo(-1, within(1e-9));
  }

  @Test
  void refuses_what_is_no_number() {
    assertThatIllegalArgumentException().isThrownBy(() -> EProcess.of(0).plus(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> EProcess.of(1));
  }
}
