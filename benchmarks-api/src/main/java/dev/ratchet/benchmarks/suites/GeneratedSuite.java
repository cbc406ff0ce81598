package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.DataSetInfo;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A suite that draws its tasks from families. Users create it.
 *
 * <p>The hash of a task's canonical form decides its split, whatever the seed and the suite: two
 * tenths of all forms are for tuning, two for validation, five for held-out tasks (which are drawn
 * anew for each candidate) and one for the vault; see {@link Splits}. So no task stands in two
 * splits, nor does a clone of it. Within one draw no form occurs twice; a family that runs out of
 * new forms for a split gives fewer tasks than asked for. Draws with different seeds may share
 * tasks where a family has few forms.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class GeneratedSuite implements BenchmarkSuite {
  /** Draws without a new task after which a family counts as exhausted. */
  private static final int PATIENCE = 2000;

  private final String name;
  private final List<TaskFamily> families;
  private final Map<Split, Integer> sizes;

  private GeneratedSuite(String name, List<TaskFamily> families, Map<Split, Integer> sizes) {
    this.name = name;
    this.families = families;
    this.sizes = sizes;
  }

  /**
   * Returns a suite of these families, in this order.
   *
   * <p>Its tasks per family are 16 for tuning (shown to a proposer; a fault in one task of ten is
   * seen by four families of five), 36 for validation (where the same fault is missed in 2 % of the
   * draws), and 28 held-out and in the vault: eleven families then make 308, and no lost task among
   * 300 bounds the share of lost tasks by 1 % with 95 % confidence.
   *
   * @throws IllegalArgumentException if there is no family or two have the same name
   */
  public static GeneratedSuite of(String name, List<? extends TaskFamily> families) {
    Objects.requireNonNull(name, "name");
    List<TaskFamily> copy = List.copyOf(families);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException(
          "The suite '" + name + "' has no families, so it has no tasks: name at least one");
    }
    if (copy.stream().map(TaskFamily::name).distinct().count() != copy.size()) {
      throw new IllegalArgumentException(
          "Two families of the suite '" + name + "' have the same name: rename one");
    }
    Map<Split, Integer> sizes = new EnumMap<>(Split.class);
    sizes.put(Split.TUNING, 16);
    sizes.put(Split.VALIDATION, 36);
    sizes.put(Split.HELD_OUT, 28);
    sizes.put(Split.VAULT, 28);
    return new GeneratedSuite(name, copy, sizes);
  }

  /**
   * Returns the suite with so many tasks per family in every split.
   *
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public GeneratedSuite withTasksPerFamily(int count) {
    GeneratedSuite suite = this;
    for (Split split : Split.values()) {
      suite = suite.withTasksPerFamily(split, count);
    }
    return suite;
  }

  /**
   * Returns the suite with so many tasks per family in one split.
   *
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public GeneratedSuite withTasksPerFamily(Split split, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, but is " + count);
    }
    Map<Split, Integer> changed = new EnumMap<>(sizes);
    changed.put(Objects.requireNonNull(split, "split"), count);
    return new GeneratedSuite(name, families, changed);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DataSetInfo about() {
    return DataSetInfo.named(name)
        .withSource(
            families.stream()
                .map(TaskFamily::name)
                .collect(Collectors.joining(", ", "generators of ", "")));
  }

  @Override
  public List<Task> tasks(Split split, long seed) {
    List<Task> tasks = new ArrayList<>();
    for (TaskFamily family : families) {
      tasks.addAll(draw(family, split, seed));
    }
    return List.copyOf(tasks);
  }

  private List<Task> draw(TaskFamily family, Split split, long seed) {
    int wanted = Objects.requireNonNull(sizes.get(split), "split");
    SplittableRandom random =
        new SplittableRandom(Digest.of(name, family.name(), split.name(), Long.toString(seed)));
    Map<String, Task> drawn = new LinkedHashMap<>();
    int fruitless = 0;
    while (drawn.size() < wanted && fruitless < PATIENCE) {
      Question question = family.draw(random.split());
      boolean isNew =
          splitOf(family, question) == split
              && drawn.putIfAbsent(question.canonical(), question.task(family.name())) == null;
      fruitless = isNew ? 0 : fruitless + 1;
    }
    return List.copyOf(drawn.values());
  }

  /** Returns where a question belongs, by its canonical form alone. */
  static Split splitOf(TaskFamily family, Question question) {
    return Splits.of(family.name(), question.canonical());
  }

  @Override
  public String toString() {
    return name;
  }
}
