package dev.ratchet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.suites.FixedSuite;
import dev.ratchet.benchmarks.suites.PredefinedSuites;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataSetInfoTest {
  @Test
  void says_on_one_line_what_is_known() {
    DataSetInfo info =
        DataSetInfo.named("top95")
            .withLicence("CC0-1.0")
            .withSource("example.org")
            .withHash("0123456789abcdef");

    assertThat(info).hasToString("top95 (CC0-1.0, from example.org, sha256 0123456789ab)");
    assertThat(DataSetInfo.named("mine")).hasToString("mine (licence not known)");
  }

  @Test
  void suites_tell_it() {
    FixedSuite suite =
        FixedSuite.of("mine", Map.of(Split.VAULT, List.of(Task.exact("1", "f", "1", "1"))));

    assertThat(suite.about()).isEqualTo(DataSetInfo.named("mine"));
    assertThat(suite.withAbout(suite.about().withLicence("MIT")).about().licence())
        .isEqualTo("MIT");
    assertThat(PredefinedSuites.logic().about().source())
        .isEqualTo("generators of sudoku, queens, knights, grid, sat");
  }
}
