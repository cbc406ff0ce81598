package dev.ratchet.java.operators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorsTest {
  private final List<Operator> operators = Operators.standard();

  @Test
  void have_names_of_their_own() {
    assertThat(operators).extracting(Operator::name).doesNotHaveDuplicates();
  }

  @Test
  void are_of_both_kinds() {
    assertThat(operators)
        .filteredOn(o -> o.kind() == Operator.Kind.EFFICIENCY)
        .hasSizeGreaterThan(9);
    assertThat(operators).filteredOn(o -> o.kind() == Operator.Kind.REPAIR).hasSizeGreaterThan(9);
  }

  @Test
  void have_a_row_each_in_the_readme() throws IOException {
    List<String> readme = Files.readAllLines(Path.of("..", "README.md"));

    assertThat(operators)
        .allSatisfy(
            operator ->
                assertThat(readme)
                    .anyMatch(
                        line ->
                            line.startsWith("| `" + operator.name() + "` |")
                                && line.contains(operator.why())));
  }
}
