package dev.ratchet.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.spi.Entry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntryLevelsTest {
  @Test
  void fixed_levels_add_up_to_the_error_and_then_there_are_none() {
    EntryLevels levels = EntryLevels.fixed(0.05, 64);
    assertThat(sum(levels, 1_000)).isBetween(0.05 - 1e-12, 0.05 + 1e-12);
    assertThat(levels.level(new Entry(64, 3))).isEqualTo(0.05 / 64);
    assertThat(levels.level(new Entry(65, 3))).isZero();
  }

  @Test
  void endless_levels_never_add_up_to_more_than_the_error() {
    EntryLevels levels = EntryLevels.endless(0.05);
    assertThat(sum(levels, 1_000_000)).isBetween(0.04, 0.05);
    assertThat(levels.level(new Entry(10, 4))).isEqualTo(5 * levels.level(new Entry(10, 0)));
  }

  @Test
  void refuses_an_error_that_is_none() {
    assertThatIllegalArgumentException().isThrownBy(() -> EntryLevels.fixed(0, 64));
    assertThatIllegalArgumentException().isThrownBy(() -> EntryLevels.fixed(0.05, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> EntryLevels.endless(1));
  }

  private static double sum(EntryLevels levels, int entries) {
    return IntStream.rangeClosed(1, entries).mapToDouble(k -> levels.level(new Entry(k, 0))).sum();
  }
}
