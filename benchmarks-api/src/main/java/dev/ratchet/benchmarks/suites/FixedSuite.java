package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.DataSetInfo;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A suite whose tasks are the same for every seed. Users create it.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class FixedSuite implements BenchmarkSuite {
  private final String name;
  private final Map<Split, List<Task>> tasks;
  private final DataSetInfo about;

  private FixedSuite(String name, Map<Split, List<Task>> tasks, DataSetInfo about) {
    this.name = name;
    this.tasks = tasks;
    this.about = about;
  }

  /**
   * Returns a suite of these tasks by split, in this order.
   *
   * @throws IllegalArgumentException if there is no task, or an id or an input occurs twice
   */
  public static FixedSuite of(String name, Map<Split, ? extends List<Task>> tasks) {
    Objects.requireNonNull(name, "name");
    Map<Split, List<Task>> copy = new EnumMap<>(Split.class);
    tasks.forEach((split, list) -> copy.put(split, List.copyOf(list)));
    List<Task> all = new ArrayList<>();
    copy.values().forEach(all::addAll);
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "The suite '" + name + "' has no tasks, so it can't measure anything: add at least one");
    }
    Set<String> seen = new HashSet<>();
    for (Task task : all) {
      if (!seen.add("id " + task.id()) || !seen.add("input " + task.input())) {
        throw new IllegalArgumentException(
            "The suite '" + name + "' has the id or the input of task '" + task.id() + "' twice");
      }
    }
    return new FixedSuite(name, copy, DataSetInfo.named(name));
  }

  /** Returns this suite with where its tasks come from. */
  public FixedSuite withAbout(DataSetInfo newAbout) {
    return new FixedSuite(name, tasks, Objects.requireNonNull(newAbout, "newAbout"));
  }

  @Override
  public DataSetInfo about() {
    return about;
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns the tasks of a split, whatever the seed; none when the suite has none there. */
  @Override
  public List<Task> tasks(Split split, long seed) {
    return tasks.getOrDefault(Objects.requireNonNull(split, "split"), List.of());
  }

  @Override
  public boolean isGenerated() {
    return false;
  }

  @Override
  public String toString() {
    return name;
  }
}
