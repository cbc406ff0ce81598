package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult.Status;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StagesTest {
  private static List<List<Integer>> stages(int count, int families, IntPredicate canBeLost) {
    List<Task> tasks =
        IntStream.range(0, count)
            .mapToObj(i -> Task.exact("t" + i, "f" + i % families, "" + i, ""))
            .toList();
    List<Counted> before =
        IntStream.range(0, count)
            .mapToObj(i -> new Counted(Status.ANSWERED, "", 1_000 - i, 0, Set.of()))
            .toList();
    List<Integer> open = IntStream.range(0, count).boxed().toList();
    return Stages.of(tasks, open, before, canBeLost);
  }

  @Test
  void few_tasks_are_one_stage() {
    assertThat(stages(15, 1, task -> true)).hasSize(1).flatMap(stage -> stage).hasSize(15);
  }

  @Test
  void the_cheapest_of_each_family_come_first() {
    List<List<Integer>> stages = stages(40, 3, task -> true);

    assertThat(stages.get(0)).containsExactly(31, 33, 34, 35, 36, 37, 38, 39);
    assertThat(stages.get(1)).hasSize(32).doesNotContainAnyElementsOf(stages.get(0));
  }

  @Test
  void a_family_of_dear_tasks_has_its_share() {
    assertThat(stages(40, 4, task -> task % 4 == 0 || task > 20).get(0)).contains(32, 36);
  }

  @Test
  void what_nobody_solves_can_not_be_lost_and_waits() {
    assertThat(stages(40, 1, task -> task < 5).get(0)).containsExactly(0, 1, 2, 3, 4);
    assertThat(stages(40, 1, task -> false)).hasSize(1);
  }
}
