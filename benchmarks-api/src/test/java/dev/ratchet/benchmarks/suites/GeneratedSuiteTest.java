package dev.ratchet.benchmarks.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GeneratedSuiteTest {
  /** A family with so few questions that draws use them up. */
  private record Small(String name, int questions) implements TaskFamily {
    @Override
    public Question draw(SplittableRandom random) {
      String n = Integer.toString(random.nextInt(questions));
      return Question.exact(n, n, n);
    }
  }

  private final GeneratedSuite suite = PredefinedSuites.logicAndMaths().withTasksPerFamily(4);

  @Test
  void gives_the_same_tasks_for_the_same_seed_in_the_same_order() {
    List<String> once = inputs(suite.tasks(Split.TUNING, 7));

    assertThat(inputs(suite.tasks(Split.TUNING, 7))).isEqualTo(once);
    assertThat(inputs(PredefinedSuites.logicAndMaths().tasks(Split.TUNING, 7))).containsAll(once);
  }

  @Test
  void gives_other_tasks_for_another_seed_or_split() {
    List<String> once = inputs(suite.tasks(Split.HELD_OUT, 7));

    assertThat(inputs(suite.tasks(Split.HELD_OUT, 8))).isNotEqualTo(once);
    assertThat(inputs(suite.tasks(Split.VALIDATION, 7))).doesNotContainAnyElementsOf(once);
    assertThat(suite.isGenerated()).isTrue();
  }

  @Test
  void never_puts_a_task_in_two_splits_over_many_seeds() {
    Map<String, Split> splits = new HashMap<>();
    for (long seed = 0; seed < 12; seed++) {
      for (Split split : Split.values()) {
        for (Task task : suite.tasks(split, seed)) {
          assertThat(splits.computeIfAbsent(task.input(), any -> split))
              .as(task.input())
              .isEqualTo(split);
        }
      }
    }
    assertThat(splits).hasSizeGreaterThan(1500);
  }

  @Test
  void gives_each_split_its_tenths_of_all_questions() {
    TaskFamily family = new Small("small", Integer.MAX_VALUE);
    SplittableRandom random = new SplittableRandom(3);
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    for (int i = 0; i < 10_000; i++) {
      counts.merge(GeneratedSuite.splitOf(family, family.draw(random)), 1, Integer::sum);
    }

    assertThat(counts.get(Split.TUNING)).isBetween(1800, 2200);
    assertThat(counts.get(Split.VALIDATION)).isBetween(1800, 2200);
    assertThat(counts.get(Split.HELD_OUT)).isBetween(4800, 5200);
    assertThat(counts.get(Split.VAULT)).isBetween(800, 1200);
  }

  @Test
  void asks_nothing_twice_in_a_draw_even_of_a_small_family() {
    GeneratedSuite small = GeneratedSuite.of("s", List.of(new Small("small", 40)));
    List<String> all =
        Stream.of(Split.values())
            .flatMap(split -> inputs(small.withTasksPerFamily(100).tasks(split, 1)).stream())
            .toList();

    assertThat(all).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void no_draw_of_the_predefined_families_has_duplicates_or_falls_short() {
    List<Task> tasks = PredefinedSuites.logicAndMaths().tasks(Split.HELD_OUT, 99);

    assertThat(inputs(tasks)).doesNotHaveDuplicates();
    assertThat(tasks.stream().map(Task::id)).doesNotHaveDuplicates();
    assertThat(tasks.stream().collect(Collectors.groupingBy(Task::family, Collectors.counting())))
        .hasSize(11)
        .allSatisfy((family, count) -> assertThat(count).as(family).isEqualTo(28));
  }

  @Nested
  class Sizes {
    @Test
    void are_16_36_28_and_28_per_family_unless_changed() {
      GeneratedSuite one = GeneratedSuite.of("one", List.of(new ModpowFamily()));

      assertThat(Stream.of(Split.values()).map(split -> one.tasks(split, 1).size()))
          .containsExactly(16, 36, 28, 28);
      assertThat(one.withTasksPerFamily(Split.HELD_OUT, 3).tasks(Split.HELD_OUT, 1)).hasSize(3);
      assertThat(one.withTasksPerFamily(Split.HELD_OUT, 3).tasks(Split.TUNING, 1)).hasSize(16);
    }

    @Test
    void must_be_at_least_one() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> suite.withTasksPerFamily(0))
          .withMessage("count must be at least 1, but is 0");
    }
  }

  @Nested
  class Composition {
    @Test
    void needs_a_family() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> GeneratedSuite.of("mine", List.of()))
          .withMessage("The suite 'mine' has no families, so it has no tasks: name at least one");
    }

    @Test
    void needs_families_of_different_names() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> GeneratedSuite.of("mine", List.of(new Small("a", 1), new Small("a", 2))))
          .withMessage("Two families of the suite 'mine' have the same name: rename one");
    }
  }

  @Nested
  class Names {
    @Test
    void find_the_predefined_suites() {
      assertThat(Stream.of("logic", "maths", "logic+maths").map(PredefinedSuites::named))
          .allSatisfy(found -> assertThat(found).isPresent())
          .extracting(found -> found.map(BenchmarkSuite::name).orElse(""))
          .containsExactly("logic", "maths", "logic+maths");
    }

    @Test
    void find_nothing_else() {
      assertThat(PredefinedSuites.named("Logic")).isEmpty();
      assertThat(PredefinedSuites.named("")).isEmpty();
    }
  }

  private static List<String> inputs(List<Task> tasks) {
    return tasks.stream().map(Task::input).toList();
  }
}
