package dev.ratchet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.benchmarks.Subject.EntryPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
  @Test
  void an_entry_point_is_written_and_read_as_type_and_method() {
    EntryPoint point = EntryPoint.parse("com.acme.Agent$Inner#answer");

    assertThat(point).isEqualTo(new EntryPoint("com.acme.Agent$Inner", "answer"));
    assertThat(EntryPoint.parse(point.toString())).isEqualTo(point);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#", "com.acme.Agent", "#answer", "com.acme.Agent#", "a#b#c"})
  void refuses_any_other_form_and_shows_the_right_one(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntryPoint.parse(text))
        .withMessage("An entry point is written package.Type#method, but is '" + text + "'");
  }

  @Test
  void a_command_begins_with_a_program() {
    assertThat(Subject.CommandLine.of("python3", "solve.py")).hasToString("python3 solve.py");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subject.CommandLine.of(" "))
        .withMessage("arguments must begin with a program, but are [ ]");
  }
}
