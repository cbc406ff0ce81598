package dev.ratchet.examples;

import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.suites.PredefinedSuites;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.Policy;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.java.ClassEvaluator;
import dev.ratchet.java.JavaTarget;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.measure.DuetGate;
import dev.ratchet.measure.GatePlan;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Entry;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Trial;
import dev.ratchet.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Leads candidates of known effect through the real gate, in real processes, on the puzzle agent,
 * and prints how many are accepted and what each costs.
 *
 * <p>The agent is entered through a class that burns a fixed amount of CPU time beside each task:
 * the version in force burns so much that a candidate that burns none gains what the row says. The
 * amount is found by forks of its own. A candidate without effect differs by a constant only. CPU
 * time comes first, so all rests on forks; the bound is that of one of 64 entries, 1280.
 *
 * <p>Arguments: candidates without effect (100), candidates per effect (5), seed (1).
 */
public final class RealGateBench {
  private static final Path TARGETS = Path.of("targets");
  private static final long PROBE_TURNS = 500_000;
  private static final int PROBE_FORKS = 10;

  private final SourceTree agent;
  private final ClassEvaluator evaluator;
  private final SplittableRandom seeds;
  private final DuetGate gate = DuetGate.of(GatePlan.standard().withTimeFirst());

  private RealGateBench(SourceTree agent, ClassEvaluator evaluator, long seed) {
    this.agent = agent;
    this.evaluator = evaluator;
    this.seeds = new SplittableRandom(seed);
  }

  public static void main(String[] arguments) throws Exception {
    int nulls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    int each = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    Policy policy = Policy.read(TARGETS.resolve("puzzle-agent.policy.yaml"));
    SourceTree agent = SourceTree.read(TARGETS.resolve("puzzle-agent"), policy.filter());
    JavaTarget target =
        JavaTarget.builder("src/main/java")
            .withLanguageLevel(17)
            .withEntryPoint("puzzles.agent.Paced#solve")
            .build();
    Isolation isolation = Isolation.strongest();
    System.out.println("Isolation: " + isolation);
    try (ClassEvaluator evaluator =
        ClassEvaluator.builder(
                TreeCompiler.of(target), PredefinedSuites.named("logic+maths").orElseThrow())
            .withIdleWorkers(0)
            .withIsolation(isolation)
            .withTimedPasses(0)
            .withoutExactnessCheck()
            .build()) {
      RealGateBench bench = new RealGateBench(agent, evaluator, seed);
      double perTurn = bench.costOfTurn();
      System.out.printf(Locale.ROOT, "A turn costs %.3g of a task%n", perTurn);
      for (double gain : new double[] {0.02, 0.05, 0.20}) {
        bench.lead(gain, Math.round(gain / (1 - gain) / perTurn), each);
      }
      bench.lead(0, 0, nulls);
    }
  }

  /** The agent, entered so that each task costs some turns more. */
  private SourceTree paced(long turns, int version) {
    String source =
        """
        package puzzles.agent;

        public final class Paced {
          static final int VERSION = %d;

          public static String solve(String task) {
            String answer = PuzzleAgent.solve(task);
            long x = task.length();
            for (long i = 0; i < %dL; i++) {
              x = x * 6364136223846793005L + VERSION - VERSION;
            }
            return x == -1 ? task : answer;
          }
        }
        """
            .formatted(version, turns);
    return agent.with(
        SourcePath.of("src/main/java/puzzles/agent/Paced.java"), SourceFile.of(source));
  }

  private double costOfTurn() throws Exception {
    Trial trial =
        Trial.of(paced(PROBE_TURNS, 0), paced(0, 1), Split.VALIDATION, seeds.nextLong())
            .withWanted(
                soFar -> soFar.duets().size() < PROBE_FORKS ? Evidence.FORKS : Evidence.NONE);
    List<Double> ratios =
        measured(trial).duets().stream()
            .map(duet -> duet.logRatio(Metric.CPU_TIME).orElseThrow())
            .sorted()
            .toList();
    return Math.expm1(-ratios.get(ratios.size() / 2)) / PROBE_TURNS;
  }

  private void lead(double gain, long turns, int candidates) throws Exception {
    int accepted = 0;
    int entered = 0;
    long forks = 0;
    long wall = System.nanoTime();
    for (int i = 1; i <= candidates; i++) {
      SourceTree base = paced(turns, 0);
      SourceTree candidate = paced(0, i);
      Judged first = judge(base, candidate, Split.VALIDATION, Entry.NONE);
      forks += first.forks();
      if (first.verdict().isAccepted()) {
        entered++;
        Judged second = judge(base, candidate, Split.HELD_OUT, new Entry(1, 0));
        forks += second.forks();
        accepted += second.verdict().isAccepted() ? 1 : 0;
      }
      if (i % 10 == 0 || i == candidates) {
        System.out.printf(
            Locale.ROOT,
            "gain %.0f %%: %d of %d accepted, %d entered; each %.1f forks, %.1f s%n",
            100 * gain,
            accepted,
            i,
            entered,
            forks / (double) i,
            (System.nanoTime() - wall) / 1e9 / i);
      }
    }
  }

  private record Judged(Verdict verdict, int forks) {}

  private Judged judge(SourceTree base, SourceTree candidate, Split split, Entry entry)
      throws Exception {
    Trial trial =
        Trial.of(base, candidate, split, seeds.nextLong())
            .withWanted(soFar -> gate.wanted(soFar.entering(entry)));
    Comparison comparison = measured(trial).entering(entry);
    return new Judged(gate.decide(comparison), comparison.duets().size());
  }

  private Comparison measured(Trial trial) throws Exception {
    Comparison comparison = evaluator.compare(trial);
    comparison
        .missing()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(reason);
            });
    return comparison;
  }
}
