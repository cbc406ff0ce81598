package dev.ratchet.benchmarks.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CnfDirectoryTest {
  @TempDir Path folder;

  @Test
  void reads_small_formulas_in_the_order_of_their_names_without_comments() throws IOException {
    file("b.cnf", "c status: satisfiable\np cnf 2  2 \n 1 -2 0\n2 0\n%\n0\n");
    file("a.cnf", "p cnf 1 2\n1 0 -1\n0\n");
    file("c.cnf", "p cnf 9 1\n1 0\n");
    file("readme.txt", "not a formula");

    BenchmarkSuite suite = CnfDirectory.read(folder, Split.VAULT, 8);

    assertThat(suite.tasks(Split.VAULT, 1))
        .extracting(Task::input)
        .containsExactly("sat\np cnf 1 2\n1 0\n-1 0", "sat\np cnf 2 2\n1 -2 0\n2 0");
    assertThat(suite.tasks(Split.VAULT, 1))
        .extracting(Task::expected)
        .containsExactly("UNSAT", "SAT 1 2");
  }

  @Test
  void accepts_every_model_and_nothing_else() throws IOException {
    file("a.cnf", "p cnf 3 2\n1 2 0\n-1 -2 0\n");
    Task task = CnfDirectory.read(folder, Split.VAULT, 8).tasks(Split.VAULT, 1).get(0);

    assertThat(List.of("SAT 1 -2 3", "SAT -1 2 -3"))
        .allSatisfy(answer -> assertThat(task.checker().check(answer)).isEqualTo(Score.right()));
    assertThat(task.checker().check("SAT 1 2 3").reason()).contains("leaves a clause false");
    assertThat(task.checker().check("UNSAT").reason()).contains("the formula has a model");
    assertThat(task.checker().check("SAT 1 -2").reason()).contains("3 literals");
    assertThat(task.checker().check("SAT 1 3 -2").reason()).contains("literal 2 is not 2 or -2");
  }

  @Test
  void leaves_out_a_renamed_copy() throws IOException {
    file("a.cnf", "p cnf 3 2\n1 2 0\n-1 -3 0\n");
    file("b.cnf", "p cnf 3 2\n2 1 0\n-2 -3 0\n");
    file("c.cnf", "p cnf 3 2\n2 1 0\n-2 -1 0\n");

    assertThat(CnfDirectory.read(folder, Split.VAULT, 8).tasks(Split.VAULT, 1)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"uf20-91, 20, 100, 0", "uf50-218, 50, 100, 0", "uuf50-218, 50, 0, 100"})
  void decides_real_formulas_as_their_collectors_did(
      String name, int variables, int satisfiable, int unsatisfiable) {
    Path directory = SharedData.path("sat/" + name);

    List<Task> tasks = CnfDirectory.read(directory, Split.VAULT, variables).tasks(Split.VAULT, 1);

    assertThat(tasks).filteredOn(t -> t.expected().startsWith("SAT ")).hasSize(satisfiable);
    assertThat(tasks).filteredOn(t -> t.expected().equals("UNSAT")).hasSize(unsatisfiable);
    assertThat(tasks)
        .allSatisfy(t -> assertThat(t.checker().check(t.expected())).isEqualTo(Score.right()));
  }

  @Property(tries = 300)
  void the_solver_agrees_with_trying_everything(@ForAll long seed) {
    Cnf formula = formula(new Dice(new SplittableRandom(seed)));
    boolean isSatisfiable =
        IntStream.range(0, 1 << formula.variables())
            .anyMatch(bits -> formula.isSatisfiedBy(model(formula.variables(), bits)));

    assertThat(Dpll.solve(formula, Long.MAX_VALUE))
        .matches(model -> model.isPresent() == isSatisfiable)
        .matches(model -> model.map(formula::isSatisfiedBy).orElse(true));
    assertThat(Cnf.parse(formula.dimacs())).isEqualTo(formula);
  }

  @Nested
  class Errors {
    @Test
    void a_directory_without_small_formulas_says_what_to_change() throws IOException {
      file("a.cnf", "p cnf 9 1\n1 0\n");
      assertFails(
          folder,
          "The directory "
              + folder
              + " has no .cnf file with at most 8 variables:"
              + " name another directory or allow more variables");
    }

    @Test
    void a_directory_that_is_not_there_is_named() {
      Path none = folder.resolve("none");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CnfDirectory.read(none, Split.VAULT, 8))
          .withMessageStartingWith("The directory " + none + " can't be read");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "1 0|line 1: a clause stands before the line 'p cnf VARIABLES CLAUSES'",
          "c x|there is no line 'p cnf VARIABLES CLAUSES'",
          "p sat 1 1|line 1: there must be one line 'p cnf VARIABLES CLAUSES', but here is another",
          "p cnf 1 0;p cnf 1 0|line 2: there must be one line 'p cnf VARIABLES CLAUSES', but here"
              + " is another",
          "p cnf -1 0|line 1: the formula must have from 0 to 1000000 variables",
          "p cnf 1 1;x 0|line 2: 'x' is not a number",
          "p cnf 1 1;99999999999 0|line 2: '99999999999' is not a number",
          "p cnf 1 1;-2 0|line 2: literal -2 is beyond the 1 variables",
          "p cnf 1 1;-2147483648 0|line 2: literal -2147483648 is beyond the 1 variables",
          "p cnf 1 1;1|the last clause does not end in 0",
          "p cnf 1 2;1 0|there are 1 clauses, but the header says 2",
        })
    void a_file_that_is_not_dimacs_is_named_with_line_and_fault(String text, String fault)
        throws IOException {
      file("a.cnf", text.replace(';', '\n'));
      assertFails(folder, folder.resolve("a.cnf") + " is not DIMACS: " + fault);
    }

    @Test
    void a_budget_of_decisions_ends_a_search() {
      Cnf open = new Cnf(2, List.of(List.of(1, 2), List.of(-1, -2)));
      assertThat(Dpll.solve(open, 2)).isPresent();
      assertThatExceptionOfType(Dpll.Undecided.class).isThrownBy(() -> Dpll.solve(open, 0));
    }

    private void assertFails(Path directory, String message) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CnfDirectory.read(directory, Split.VAULT, 8))
          .withMessage(message);
    }
  }

  private static Cnf formula(Dice dice) {
    int variables = dice.from(1, 8);
    List<List<Integer>> clauses = new ArrayList<>();
    for (int i = dice.from(0, 5 * variables); i > 0; i--) {
      List<Integer> clause = new ArrayList<>();
      for (int j = dice.oneIn(20) ? 0 : dice.from(1, 3); j > 0; j--) {
        clause.add(dice.from(1, variables) * (dice.oneIn(2) ? 1 : -1));
      }
      clauses.add(clause);
    }
    return new Cnf(variables, clauses);
  }

  private static boolean[] model(int variables, int bits) {
    boolean[] model = new boolean[variables + 1];
    for (int v = 1; v <= variables; v++) {
      model[v] = (bits >> (v - 1) & 1) == 1;
    }
    return model;
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
