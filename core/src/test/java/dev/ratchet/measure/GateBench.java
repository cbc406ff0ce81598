package dev.ratchet.measure;

import dev.ratchet.measure.SimulatedGate.Candidate;
import dev.ratchet.spi.AcceptanceRule;
import dev.ratchet.spi.Claim;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Prints how often the gate accepts what is nothing, how often what is something, and the cost.
 *
 * <p>All paths: CPU time, steps, repairs, and answers that depend on chance. A run is 200
 * candidates. Arguments: runs of nulls (1,000; a twentieth of it where tasks are drawn, which takes
 * long) and candidates per effect (2,000).
 */
public final class GateBench {
  private static final int CANDIDATES = 200;

  /** How forks differ though the program is the same. */
  enum Noise {
    THREE_MODES {
      @Override
      double draw(RandomGenerator random) {
        return 0.06 * (random.nextInt(3) - 1) + 0.01 * random.nextGaussian();
      }
    },
    STABLE {
      @Override
      double draw(RandomGenerator random) {
        return 0.006 * random.nextGaussian();
      }
    },
    WIDE {
      @Override
      double draw(RandomGenerator random) {
        return 0.02 * random.nextGaussian();
      }
    };

    abstract double draw(RandomGenerator random);
  }

  private GateBench() {}

  public static void main(String[] arguments) {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    int each = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
    DuetGate time = DuetGate.of(GatePlan.standard().withTimeFirst());
    System.out.println("CPU time first");
    for (Noise noise : Noise.values()) {
      nulls(noise.name(), time, timed(0, noise), runs);
      for (double gain : new double[] {-0.02, 0.02, 0.05, 0.20}) {
        power(noise.name(), gain, time, timed(gain, noise), each);
      }
    }
    DuetGate steps = DuetGate.standard();
    System.out.println("Steps first, CPU time as the honesty check");
    for (double spread : new double[] {0.05, 0.3}) {
      String name = "tasks +-" + spread;
      nulls(name, steps, stepping(0, spread, Noise.STABLE), runs / 20);
      for (double gain : new double[] {-0.02, 0.02, 0.05, 0.20}) {
        power(name, gain, steps, stepping(gain, spread, Noise.STABLE), each);
      }
    }
    nulls("steps fall, time does not", steps, pretending(Noise.STABLE), runs / 20);
    System.out.println("Repairs: share of tasks that only the candidate solves");
    nulls("swaps 1 % of the tasks", steps, repairing(0.01, 0.01), runs / 20);
    for (double share : new double[] {0.001, 0.005, 0.01, 0.05}) {
      power("repairs", share, steps, repairing(share, 0), each);
    }
    strictGain(runs / 20, each);
    DuetGate chance = DuetGate.of(GatePlan.standard().withTimeFirst().withChance(0.02));
    System.out.println("Answers that depend on chance: loss of mean score, 5 % of time gained");
    nulls("loses 0.02", chance, chancy(0.02), runs / 20);
    for (double loss : new double[] {0, 0.005, 0.01}) {
      power("loses", loss, chance, chancy(loss), each / 4);
    }
  }

  private static void strictGain(int runs, int each) {
    StrictGain simple = StrictGain.standard().withoutTime();
    System.out.println("StrictGain, which declares no error");
    for (double spread : new double[] {0.05, 0.3}) {
      String name = "tasks +-" + spread;
      nulls(name, simple, stepping(0, spread, Noise.STABLE), runs);
      for (double gain : new double[] {-0.02, 0, 0.02, 0.05}) {
        power(name, gain, simple, stepping(gain, spread, Noise.STABLE), each);
      }
    }
  }

  static Candidate timed(double gain, Noise noise) {
    return new Candidate() {
      @Override
      public double fork(RandomGenerator random) {
        return Math.log1p(-gain) + noise.draw(random);
      }

      @Override
      public int batch() {
        return 1;
      }
    };
  }

  static Candidate stepping(double gain, double spread, Noise noise) {
    return new Candidate() {
      @Override
      public double fork(RandomGenerator random) {
        return Math.log1p(-gain) + noise.draw(random);
      }

      @Override
      public double task(RandomGenerator random) {
        return Math.log1p(-gain) + spread * random.nextGaussian();
      }
    };
  }

  /** Fewer steps, and 5 percent more time. */
  static Candidate pretending(Noise noise) {
    return new Candidate() {
      @Override
      public double fork(RandomGenerator random) {
        return Math.log(1.05) + noise.draw(random);
      }

      @Override
      public double task(RandomGenerator random) {
        return Math.log(0.8);
      }
    };
  }

  static Candidate repairing(double won, double lost) {
    return new Candidate() {
      @Override
      public double fork(RandomGenerator random) {
        return 0;
      }

      @Override
      public boolean solvedBefore(RandomGenerator random) {
        return random.nextDouble() >= 0.06;
      }

      @Override
      public boolean solves(boolean before, RandomGenerator random) {
        return before ? random.nextDouble() >= lost : random.nextDouble() < won / 0.06;
      }

      @Override
      public Claim claim() {
        return Claim.ACCURACY;
      }
    };
  }

  /** Of the tasks, 5 percent turn out otherwise; more of them are lost than won. */
  static Candidate chancy(double loss) {
    return new Candidate() {
      @Override
      public double fork(RandomGenerator random) {
        return Math.log(0.95) + Noise.STABLE.draw(random);
      }

      @Override
      public boolean solvedBefore(RandomGenerator random) {
        return random.nextDouble() < 0.5;
      }

      @Override
      public boolean solves(boolean before, RandomGenerator random) {
        double turns = before ? 0.05 + loss : 0.05 - loss;
        return before != random.nextDouble() < turns;
      }

      @Override
      public int batch() {
        return 250;
      }
    };
  }

  private static void nulls(String name, AcceptanceRule rule, Candidate none, int runs) {
    long[] sums = new long[4];
    IntStream.range(0, runs)
        .parallel()
        .mapToObj(run -> run(rule, none, run, CANDIDATES))
        .forEachOrdered(counts -> add(sums, counts));
    System.out.printf(
        Locale.ROOT,
        "%-26s null  : %d of %d runs with a false accept (%.2f %%), %.1f forks, %.0f tasks, %.2f"
            + " entries a candidate%n",
        name,
        sums[0],
        runs,
        100.0 * sums[0] / runs,
        sums[1] / (double) runs / CANDIDATES,
        sums[2] / (double) runs / CANDIDATES,
        sums[3] / (double) runs / CANDIDATES);
  }

  private static void add(long[] sums, long[] counts) {
    sums[0] += counts[0] > 0 ? 1 : 0;
    for (int i = 1; i < sums.length; i++) {
      sums[i] += counts[i];
    }
  }

  private static void power(
      String name, double effect, AcceptanceRule rule, Candidate candidate, int each) {
    long[] sums = new long[3];
    IntStream.range(0, each)
        .parallel()
        .mapToObj(i -> run(rule, candidate, i, 1))
        .forEachOrdered(
            counts -> {
              for (int i = 0; i < sums.length; i++) {
                sums[i] += counts[i];
              }
            });
    System.out.printf(
        Locale.ROOT,
        "%-26s %+6.1f%%: accepted %5.1f %%, %.1f forks, %.0f tasks a candidate%n",
        name,
        100 * effect,
        100.0 * sums[0] / each,
        sums[1] / (double) each,
        sums[2] / (double) each);
  }

  /** Returns accepted candidates, forks, tasks and entries of one run. */
  static long[] run(AcceptanceRule rule, Candidate candidate, long seed, int candidates) {
    SimulatedGate gate = new SimulatedGate(rule, new SplittableRandom(seed * 7919 + 17));
    long accepted = IntStream.range(0, candidates).filter(i -> gate.accepts(candidate)).count();
    return new long[] {accepted, gate.forks(), gate.tasks(), gate.entries()};
  }
}
