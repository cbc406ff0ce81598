package dev.ratchet.benchmarks;

import java.util.Objects;

/**
 * A quantity that is measured per task. Users name it; evaluators report it.
 *
 * @param name how reports call it
 * @param unit the unit of its values, such as {@code ns}; {@code 1} for shares
 * @param direction which way is better
 * @param kind whether the same program gives the same value twice
 */
public record Metric(String name, String unit, Direction direction, Kind kind) {
  /** Which way is better. */
  public enum Direction {
    /** Less is better. */
    LOWER,
    /** More is better. */
    HIGHER
  }

  /** Whether the same program on the same task gives the same value twice. */
  public enum Kind {
    /** The same value on every run. */
    EXACT,
    /** A value that depends on the machine and the moment. */
    NOISY
  }

  /** Share of a task that is solved, from 0 to 1. */
  public static final Metric ACCURACY = new Metric("accuracy", "1", Direction.HIGHER, Kind.EXACT);

  /** Bytecode instructions of the target executed. */
  public static final Metric STEPS =
      new Metric("steps", "instructions", Direction.LOWER, Kind.EXACT);

  /** Calls from the target into code that is not counted, such as the JDK's. */
  public static final Metric OUTSIDE_CALLS =
      new Metric("outside calls", "calls", Direction.LOWER, Kind.EXACT);

  /** CPU time of the answering thread, or of the answering process where that is a command. */
  public static final Metric CPU_TIME = new Metric("CPU time", "ns", Direction.LOWER, Kind.NOISY);

  /** Lines of reasoning that a command wrote, {@code trace} lines. */
  public static final Metric TRACE_LINES =
      new Metric("trace lines", "lines", Direction.LOWER, Kind.NOISY);

  /** Elapsed time. */
  public static final Metric WALL_TIME = new Metric("wall time", "ns", Direction.LOWER, Kind.NOISY);

  /** Memory that the answering thread allocated. */
  public static final Metric ALLOCATION =
      new Metric("allocation", "B", Direction.LOWER, Kind.NOISY);

  /** Returns a metric; no parameter may be null. */
  public Metric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(kind, "kind");
  }
}
