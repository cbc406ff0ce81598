package dev.ratchet.java;

import dev.ratchet.benchmarks.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * In which order a candidate meets its tasks: first a few cheap ones that it could lose, of as many
 * families as there are, then the rest.
 */
final class Stages {
  /** Most of what loses a task loses one of these, and another process has to pay. */
  private static final int FIRST = 8;

  private Stages() {}

  /**
   * Returns the tasks of each stage, by their places.
   *
   * @param open the tasks to be counted
   * @param before what the version in force makes of all tasks
   * @param canBeLost whether a task is one that counts when it is lost
   */
  static List<List<Integer>> of(
      List<Task> tasks, List<Integer> open, List<Counted> before, IntPredicate canBeLost) {
    List<Integer> first =
        open.size() < 2 * FIRST ? List.of() : first(tasks, open, before, canBeLost);
    if (first.isEmpty()) {
      return List.of(open);
    }
    return List.of(first, open.stream().filter(task -> !first.contains(task)).toList());
  }

  private static List<Integer> first(
      List<Task> tasks, List<Integer> open, List<Counted> before, IntPredicate canBeLost) {
    Map<String, List<Integer>> families =
        open.stream()
            .filter(canBeLost::test)
            .sorted(Comparator.comparingLong(task -> before.get(task).steps()))
            .collect(
                Collectors.groupingBy(
                    task -> tasks.get(task).family(), TreeMap::new, Collectors.toList()));
    int most = families.values().stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, most)
        .boxed()
        .flatMap(turn -> families.values().stream().flatMap(of -> of.stream().skip(turn).limit(1)))
        .limit(FIRST)
        .sorted()
        .toList();
  }
}
