package dev.ratchet.command;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Trial;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Prints what a trial and a fork of a command cost, and how far forks of equal programs differ. Run
 * its main method; the argument is the number of forks.
 */
final class CommandBench {
  private static final int TASKS = 54;

  private CommandBench() {}

  private record Numbers(int size) implements BenchmarkSuite {
    @Override
    public String name() {
      return "primes";
    }

    @Override
    public List<Task> tasks(Split split, long seed) {
      SplittableRandom random = new SplittableRandom(seed * 31 + split.ordinal());
      return IntStream.range(0, TASKS)
          .map(i -> size + random.nextInt(size))
          .distinct()
          .mapToObj(n -> new Task("t" + n, "primes", "" + n, "", any -> Score.right()))
          .toList();
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    int forks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    System.out.println(
        "| language | edit | trial, s | fork, s | CPU time (of one fork) | wall time |");
    for (Interpreter language : Interpreter.values()) {
      print(language, "none", language.wasteful(), forks);
      print(language, "half the work", language.thrifty(), forks);
    }
  }

  private static void print(Interpreter language, String edit, SourceTree candidate, int forks)
      throws InterruptedException {
    int size = language == Interpreter.PYTHON ? 700 : 4_000;
    CommandEvaluator evaluator =
        CommandEvaluator.builder(language.command(), new Numbers(size)).build();
    Trial trial = Trial.of(language.wasteful(), candidate, Split.VALIDATION, 1);
    long started = System.nanoTime();
    evaluator.compare(trial);
    long looked = System.nanoTime();
    Comparison comparison =
        evaluator.compare(
            trial.withWanted(
                soFar -> soFar.duets().size() < forks ? Evidence.FORKS : Evidence.NONE));
    double once = (looked - started) / 1e9;
    double each = ((System.nanoTime() - looked) / 1e9 - once) / forks;
    if (comparison.missing().isPresent()) {
      System.out.println(comparison.missing().get());
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.2f | %.2f | %s | %s |%n",
        language,
        edit,
        once,
        each,
        spread(comparison.duets(), Metric.CPU_TIME),
        spread(comparison.duets(), Metric.WALL_TIME));
  }

  private static String spread(List<Duet> duets, Metric metric) {
    double[] ratios = duets.stream().mapToDouble(d -> d.logRatio(metric).orElse(0)).toArray();
    double mean = IntStream.range(0, ratios.length).mapToDouble(i -> ratios[i]).average().orElse(0);
    double square = 0;
    for (double ratio : ratios) {
      square += (ratio - mean) * (ratio - mean);
    }
    double deviation = Math.sqrt(square / Math.max(1, ratios.length - 1));
    return String.format(
        Locale.ROOT, "%+.1f %% (sd %.1f %%)", Math.expm1(mean) * 100, deviation * 100);
  }
}
