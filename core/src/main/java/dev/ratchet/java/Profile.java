package dev.ratchet.java;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.java.WorkerReport.Answer;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Insight.Failure;
import dev.ratchet.spi.Insight.HotSpot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns the numbers of profiled answers into an insight.
 *
 * <p>Suspicion is Ochiai's coefficient over the tuning tasks (Abreu et al., "On the accuracy of
 * spectrum-based fault localization", 2007): failing tasks that run a place, over the root of all
 * failing tasks times all tasks that run it.
 */
final class Profile {
  /** The work at one place. */
  private static final class Work {
    long steps;
    long calls;
    long repeats;
    long allocations;
    long unused;
    int failing;
    int passing;
  }

  private final Map<String, Work> methods = new HashMap<>();
  private final Map<String, Work> lines = new HashMap<>();
  private int failures;

  /** A profiled answer with the map of the program that gave it. */
  record Profiled(Answer answer, BlockMap map) {}

  private Profile() {}

  static Insight of(List<Task> tasks, List<Profiled> answers) throws NotMeasurable {
    Profile profile = new Profile();
    List<TaskResult> results = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      TaskResult result =
          Results.result(tasks.get(i), Counted.of(answers.get(i).answer()), List.of());
      results.add(result);
      profile.add(answers.get(i), result.isSolved());
    }
    return profile.insight(tasks, answers, results);
  }

  private void add(Profiled profiled, boolean solved) {
    Answer answer = profiled.answer();
    BlockMap map = profiled.map();
    failures += solved ? 0 : 1;
    Set<String> places = new LinkedHashSet<>();
    answer
        .visits()
        .forEach(
            (block, visits) -> {
              Work line = work(lines, map.lineOf(block));
              add(map.blocks().get(block), visits, work(methods, map.methodOf(block)));
              add(map.blocks().get(block), visits, line);
              if (places.add(map.lineOf(block))) {
                line.calls += visits; // The first block of a line stands for being there.
              }
            });
    answer.calls().forEach((number, calls) -> method(map, number).calls += calls);
    answer.repeats().forEach((number, repeats) -> method(map, number).repeats += repeats);
    answer.calls().keySet().forEach(number -> cover(method(map, number), solved));
    places.forEach(line -> cover(work(lines, line), solved));
  }

  private static void add(BlockMap.Block block, long visits, Work work) {
    work.steps += visits * block.steps();
    work.allocations += visits * block.allocations();
    work.unused += visits * block.unused();
  }

  private Work method(BlockMap map, int number) {
    return work(methods, map.methods().get(number));
  }

  private static Work work(Map<String, Work> all, String place) {
    return all.computeIfAbsent(place, any -> new Work());
  }

  private static void cover(Work work, boolean solved) {
    work.failing += solved ? 0 : 1;
    work.passing += solved ? 1 : 0;
  }

  private double suspicion(Work work) {
    double tasks = Math.sqrt((double) failures * (work.failing + work.passing));
    return tasks == 0 ? 0 : work.failing / tasks;
  }

  private Insight insight(List<Task> tasks, List<Profiled> answers, List<TaskResult> results) {
    List<Failure> failed = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (!results.get(i).isSolved()) {
        failed.add(new Failure(tasks.get(i), results.get(i).answer(), spots(answers.get(i))));
      }
    }
    List<HotSpot> hotSpots =
        Stream.concat(methods.entrySet().stream(), lines.entrySet().stream())
            .map(entry -> hotSpot(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(HotSpot::steps).reversed().thenComparing(HotSpot::place))
            .toList();
    return new Insight(new Measurement(results), failed, hotSpots);
  }

  private HotSpot hotSpot(String place, Work work) {
    return new HotSpot(
        place,
        work.steps,
        work.calls,
        work.repeats,
        suspicion(work),
        work.allocations,
        work.unused);
  }

  /** Returns the lines that an answer ran through, the most suspicious first. */
  private List<String> spots(Profiled profiled) {
    return profiled.answer().visits().keySet().stream()
        .map(profiled.map()::lineOf)
        .distinct()
        .sorted(
            Comparator.comparingDouble((String line) -> -suspicion(work(lines, line)))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
