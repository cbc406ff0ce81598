package dev.ratchet.command;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.spi.Duet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One fork: a fresh process for each of two versions, which answer the same batches of tasks in
 * turns.
 *
 * <p>Coins decide the order of the tasks and who begins; the one who began is second in the next
 * round. Of the CPU time a version is charged for the whole round, the other's turn included, so
 * work put off until the answer is given is not free.
 */
final class CommandDuet {
  private static final int BASELINE = 0;
  private static final int CANDIDATE = 1;
  private static final long SHORTEST_NANOS = 2_000_000;
  private static final long IDLE_NANOS = 10_000_000;
  private static final double IDLE_SHARE = 0.25;

  private final CommandSettings settings;
  private final List<Version> sides;

  CommandDuet(CommandSettings settings, List<Version> versions) {
    this.settings = settings;
    this.sides = versions.subList(BASELINE, CANDIDATE + 1);
  }

  Duet run(List<Task> tasks, long seed) throws NotMeasurable, InterruptedException {
    int rounds = settings.rounds();
    if (tasks.size() <= rounds) {
      throw new NotMeasurable(
          "A fork needs more than "
              + rounds
              + " tasks, but the suite gives "
              + tasks.size()
              + ". Remedy: a larger suite, or fewer rounds");
    }
    SplittableRandom coins = new SplittableRandom(seed);
    List<Task> mixed = Ensemble.mixed(tasks.size(), coins).stream().<Task>map(tasks::get).toList();
    int batch = tasks.size() / (rounds + 1);
    int measured = tasks.size() - batch * rounds;
    int begins = coins.nextInt(2);
    List<Round> all = new ArrayList<>();
    try (Ensemble ensemble = new Ensemble(sides, settings, false)) {
      all.add(round(ensemble, mixed.subList(0, measured), begins));
      for (int i = 0; i < rounds; i++) {
        int from = measured + i * batch;
        all.add(round(ensemble, mixed.subList(from, from + batch), (begins + i) % 2));
      }
      ensemble.end();
    }
    requireScore(all);
    List<Round> timed = all.subList(1, all.size()); // The first batch warms both up.
    requireIdle(timed);
    return new Duet(seed, ratios(timed));
  }

  /** What both versions took for a batch, by side; CPU times are empty where nobody tells. */
  private record Round(long[] wall, OptionalLong[] cpu, OptionalLong[] idle, int lost, int won) {
    boolean hasCpu() {
      return Stream.of(cpu, idle).flatMap(Stream::of).allMatch(OptionalLong::isPresent);
    }

    double wallRatio() {
      return Math.log((double) wall[CANDIDATE] / wall[BASELINE]);
    }

    /** A nanosecond more on both sides keeps the logarithm a number. */
    double cpuRatio() {
      return Math.log((cpu[CANDIDATE].orElse(0) + 1.0) / (cpu[BASELINE].orElse(0) + 1.0));
    }
  }

  private Round round(Ensemble ensemble, List<Task> tasks, int begins)
      throws NotMeasurable, InterruptedException {
    boolean[][] solved = new boolean[2][tasks.size()];
    long[] wall = new long[2];
    OptionalLong[] idle = new OptionalLong[2];
    OptionalLong[] before = {ensemble.cpuNanos(BASELINE), ensemble.cpuNanos(CANDIDATE)};
    for (int turn = 0; turn < 2; turn++) {
      int side = turn == 0 ? begins : 1 - begins;
      OptionalLong other = ensemble.cpuNanos(1 - side);
      for (int i = 0; i < tasks.size(); i++) {
        Reply reply = ensemble.ask(side, tasks.get(i).input());
        wall[side] += reply.wallNanos();
        solved[side][i] = Judgement.of(tasks.get(i), reply).isSolved();
      }
      idle[1 - side] = since(other, ensemble.cpuNanos(1 - side));
    }
    if (!settings.chance()) {
      requireNoLoss(tasks, solved);
    }
    OptionalLong[] cpu = new OptionalLong[2];
    for (int side = 0; side < 2; side++) {
      cpu[side] = since(before[side], ensemble.cpuNanos(side));
    }
    return new Round(wall, cpu, idle, only(BASELINE, solved), only(CANDIDATE, solved));
  }

  /** Returns how many tasks only one side solves. */
  private static int only(int side, boolean[][] solved) {
    return (int)
        IntStream.range(0, solved[side].length)
            .filter(i -> solved[side][i] && !solved[1 - side][i])
            .count();
  }

  private static OptionalLong since(OptionalLong before, OptionalLong after) {
    return before.isPresent() && after.isPresent()
        ? OptionalLong.of(Math.max(0, after.getAsLong() - before.getAsLong()))
        : OptionalLong.empty();
  }

  /**
   * Who keeps the machine busy while the other is timed makes the other look slow. What is much is
   * told by the other's CPU time, not by the clock: on a busy machine nobody gets a whole one.
   */
  private void requireIdle(List<Round> rounds) throws NotMeasurable {
    for (int side = 0; side < 2; side++) {
      long worked = 0;
      long other = 0;
      for (Round round : rounds) {
        worked += round.idle()[side].orElse(0);
        other += round.cpu()[1 - side].orElse(0);
      }
      if (worked > IDLE_NANOS + other * IDLE_SHARE) {
        throw new NotMeasurable(
            sides.get(side).who()
                + " works while the other version is asked, so times say nothing. Remedy: do all"
                + " work before the answer");
      }
    }
  }

  /**
   * A candidate that answers worse where it is timed may only seem fast. Of so many tasks that one
   * side alone solves, chance gives the other three standard deviations more in one fork of 700.
   */
  private static void requireScore(List<Round> rounds) throws NotMeasurable {
    int lost = rounds.stream().mapToInt(Round::lost).sum();
    int won = rounds.stream().mapToInt(Round::won).sum();
    if (lost - won > 3 * Math.sqrt(lost + won) && lost - won > 3) {
      throw new NotMeasurable(
          "In a fork the candidate loses "
              + lost
              + " tasks and wins "
              + won
              + ", which is not chance");
    }
  }

  private static void requireNoLoss(List<Task> tasks, boolean[][] solved) throws NotMeasurable {
    for (int i = 0; i < tasks.size(); i++) {
      if (solved[BASELINE][i] && !solved[CANDIDATE][i]) {
        throw new NotMeasurable(
            "In a fork the candidate does not solve a task of the family "
                + tasks.get(i).family()
                + " that the version in force solves");
      }
    }
  }

  private static Map<Metric, Double> ratios(List<Round> rounds) throws NotMeasurable {
    for (Round round : rounds) {
      if (round.wall()[BASELINE] < SHORTEST_NANOS) {
        throw new NotMeasurable(
            "A round of a fork took "
                + round.wall()[BASELINE] / 1_000
                + " microseconds, too little to be compared. Remedy: more or larger tasks, or"
                + " fewer rounds");
      }
    }
    Map<Metric, Double> ratios = new HashMap<>();
    ratios.put(Metric.WALL_TIME, median(rounds.stream().map(Round::wallRatio).toList()));
    if (rounds.stream().allMatch(Round::hasCpu)) {
      ratios.put(Metric.CPU_TIME, median(rounds.stream().map(Round::cpuRatio).toList()));
    }
    return ratios;
  }

  /** The median, because spikes are common and drift cancels within a round. */
  private static double median(List<Double> ratios) {
    List<Double> sorted = ratios.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
