package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts tasks into splits by canonical form, so that clones don't leak. Authors of suites call it.
 */
public final class Splits {
  private static final List<Split> TENTHS =
      List.of(
          Split.TUNING,
          Split.TUNING,
          Split.VALIDATION,
          Split.VALIDATION,
          Split.HELD_OUT,
          Split.HELD_OUT,
          Split.HELD_OUT,
          Split.HELD_OUT,
          Split.HELD_OUT,
          Split.VAULT);
  private static final double TUNING_SHARE = 0.4;
  private static final double VALIDATION_SHARE = 0.3;

  private Splits() {}

  /**
   * Returns the split of a form, by its hash alone: the same in every suite and for every seed.
   *
   * <p>Two tenths of all forms are for tuning, two for validation, five held-out and one for the
   * vault. For generators, and for lists that grow.
   */
  public static Split of(String family, String canonical) {
    long hash = Digest.of(family, canonical);
    return TENTHS.get((int) Long.remainderUnsigned(hash, TENTHS.size()));
  }

  /** Returns the split of a task, by the hash of its form. */
  public static Split of(Task task, Canonical canonical) {
    return of(task.family(), canonical.of(task));
  }

  /**
   * Returns all tasks by split: 40 % tuning, 30 % validation, 30 % held-out, clones together.
   *
   * <p>They are ranked by the hash of their form and dealt out by rank, whatever their order; so
   * even a short list leaves no split empty, where it has three forms. For lists that are complete.
   */
  public static Map<Split, List<Task>> dealt(List<Task> tasks, Canonical canonical) {
    Map<String, List<Task>> clones = new LinkedHashMap<>();
    for (Task task : tasks) {
      clones
          .computeIfAbsent(task.family() + "\n" + canonical.of(task), any -> new ArrayList<>())
          .add(task);
    }
    long tuning = Math.round(tasks.size() * TUNING_SHARE);
    long validation = tuning + Math.round(tasks.size() * VALIDATION_SHARE);
    Map<Split, List<Task>> dealt = new EnumMap<>(Split.class);
    int rank = 0;
    for (List<Task> group : ranked(clones)) {
      Split split =
          rank < tuning ? Split.TUNING : rank < validation ? Split.VALIDATION : Split.HELD_OUT;
      dealt.computeIfAbsent(split, any -> new ArrayList<>()).addAll(group);
      rank += group.size();
    }
    return dealt;
  }

  private static List<List<Task>> ranked(Map<String, List<Task>> clones) {
    return clones.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> Digest.of(entry.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }
}
