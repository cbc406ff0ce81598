package dev.ratchet.testkit;

import dev.ratchet.benchmarks.Measurement;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Score;
import dev.ratchet.benchmarks.TaskResult;
import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Trial;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * An evaluator that reads steps and success off the tree instead of running it. Tests call it.
 *
 * <p>Records the trials it got. Safe for many threads.
 */
public final class FakeEvaluator implements Evaluator {
  private final ToLongFunction<SourceTree> steps;
  private final Predicate<SourceTree> solves;
  private final List<Trial> trials = new CopyOnWriteArrayList<>();

  private FakeEvaluator(ToLongFunction<SourceTree> steps, Predicate<SourceTree> solves) {
    this.steps = steps;
    this.solves = solves;
  }

  /** Returns an evaluator of a program that solves its one task in this many steps. */
  public static FakeEvaluator steps(ToLongFunction<SourceTree> steps) {
    return new FakeEvaluator(steps, tree -> true);
  }

  /** Returns this evaluator with a second task, solved by the trees that match. */
  public FakeEvaluator solvingIf(Predicate<SourceTree> condition) {
    return new FakeEvaluator(steps, condition);
  }

  @Override
  public Comparison compare(Trial trial) {
    trials.add(trial);
    return Comparison.of(trial.split(), measure(trial.baseline()), measure(trial.candidate()));
  }

  /** Returns the trials so far, oldest first. */
  public List<Trial> trials() {
    return List.copyOf(trials);
  }

  private Measurement measure(SourceTree tree) {
    return new Measurement(
        List.of(result(tree, "steps", true), result(tree, "success", solves.test(tree))));
  }

  private TaskResult result(SourceTree tree, String task, boolean solved) {
    Score score = solved ? Score.right() : Score.wrong("not solved");
    Map<Metric, Double> values = Map.of(Metric.STEPS, (double) steps.applyAsLong(tree));
    return new TaskResult(task, "fake", Status.ANSWERED, "answer", score, values);
  }
}
