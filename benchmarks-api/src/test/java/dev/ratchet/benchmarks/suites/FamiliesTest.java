package dev.ratchet.benchmarks.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Task;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every task of every family. */
class FamiliesTest {
  private static final List<TaskFamily> ALL =
      Stream.of(PredefinedSuites.logicFamilies(), PredefinedSuites.mathsFamilies())
          .flatMap(List::stream)
          .toList();

  @Property(tries = 600)
  void the_expected_answer_passes_with_and_without_outer_white_space(@ForAll("tasks") Task task) {
    assertThat(task.checker().check(task.expected())).isEqualTo(Score.right());
    assertThat(task.checker().check(" " + task.expected() + "\n")).isEqualTo(Score.right());
  }

  @Property(tries = 1500)
  void a_plain_solver_that_tries_everything_is_right(@ForAll("tasks") Task task) {
    String answer = PlainSolver.answer(task.input());

    assertThat(task.checker().check(answer)).as(task.input()).isEqualTo(Score.right());
    if (!task.family().equals("sat")) {
      assertThat(answer).as(task.input()).isEqualTo(task.expected());
    }
  }

  @Property(tries = 600)
  void a_changed_answer_fails_with_a_reason(@ForAll("tasks") Task task, @ForAll int where) {
    String answer = task.expected();
    int at = Math.floorMod(where, answer.length());
    for (char other : List.of('x', '\u0000', ' ', '\u0661')) {
      String changed = answer.substring(0, at) + other + answer.substring(at + 1);
      boolean isSame = changed.strip().equals(answer);
      Score score = task.checker().check(changed);

      assertThat(score.isRight()).as(changed).isEqualTo(isSame);
      assertThat(score.reason().isEmpty()).isEqualTo(isSame);
    }
  }

  @Property(tries = 300)
  void a_longer_or_shorter_answer_fails(@ForAll("tasks") Task task) {
    String answer = task.expected();

    for (String other : List.of("", answer + " 1", answer + "\n1", "1 " + answer, "-" + answer)) {
      assertThat(task.checker().check(other).isRight()).as(other).isFalse();
    }
  }

  @Property(tries = 600)
  void hostile_text_is_wrong_and_never_throws(
      @ForAll("tasks") Task task, @ForAll("hostile") String answer) {
    assertThatCode(() -> task.checker().check(answer)).doesNotThrowAnyException();
    assertThat(task.checker().check(answer).isRight()).isFalse();
    assertThat(task.checker().check(answer).reason()).hasSizeLessThan(300).doesNotContain(answer);
  }

  @Property(tries = 300)
  void the_same_source_of_chance_gives_the_same_question(
      @ForAll("families") TaskFamily family, @ForAll long seed) {
    Question once = family.draw(new SplittableRandom(seed));
    Question again = family.draw(new SplittableRandom(seed));

    assertThat(again.task(family.name()))
        .usingRecursiveComparison()
        .ignoringFields("checker")
        .isEqualTo(once.task(family.name()));
    assertThat(again.canonical()).isEqualTo(once.canonical());
  }

  @Property(tries = 50)
  void a_sudoku_has_28_to_34_givens_and_one_solution(@ForAll long seed) {
    String puzzle = new SudokuFamily().draw(new SplittableRandom(seed)).body();

    assertThat(puzzle.replace(".", "").length()).isBetween(28, 34);
    int[] cells = puzzle.chars().map(c -> c == '.' ? 0 : c - '0').toArray();
    assertThat(SudokuSolver.solutions(cells, 2)).hasSize(1);
  }

  @Property(tries = 300)
  void inputs_are_clean_text(@ForAll("tasks") Task task) {
    assertThat(task.input()).startsWith(task.family() + "\n").doesNotEndWith("\n");
    assertThat(task.input()).matches("[ -~\n]+").doesNotContain("\n\n").doesNotContain("  ");
    assertThat(task.id()).matches(task.family() + "-[0-9a-f]{12}");
  }

  @Provide
  Arbitrary<TaskFamily> families() {
    return Arbitraries.of(ALL);
  }

  @Provide
  Arbitrary<Task> tasks() {
    return Combinators.combine(families(), Arbitraries.longs())
        .as((family, seed) -> family.draw(new SplittableRandom(seed)).task(family.name()));
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(400)
            .filter(s -> !s.strip().isEmpty())
            .map(s -> s + "\u0007"),
        Arbitraries.of(
            "9".repeat(100_000) + "\u0007",
            "1/".repeat(50_000),
            "SAT " + "1 ".repeat(50_000) + "x",
            "SAT 99999999999999999999 -2147483648",
            "0/0 0/0 0/0 0/0",
            "1/0 1/0",
            "1/0 1/0 1/0",
            "1/0 1/0 1/0 1/0",
            "-0 -0",
            "\ud800\udfff\ud800",
            "NaN Infinity 1e999"));
  }
}
