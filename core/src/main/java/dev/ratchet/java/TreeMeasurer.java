package dev.ratchet.java;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Subject.EntryPoint;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.CoreBudget;
import dev.ratchet.java.SideBySide.Means;
import dev.ratchet.java.SideBySide.Side;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Duet;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Measures trees in worker processes. Safe for many threads. */
final class TreeMeasurer implements AutoCloseable {
  /** A comparison with the tasks that ask for a changed class. */
  record Compared(Comparison comparison, List<Task> touched) {}

  private final Versions versions;
  private final CoreBudget cores;
  private final WorkerPool pool;
  private final DuetRunner duets;
  private final StepCounter counter;
  private final Profiler profiler;
  private final Means means;

  TreeMeasurer(ClassEvaluator.Builder settings, EntryPoint entry) {
    Libraries libraries = new Libraries(settings.compiler.target().classPath());
    this.versions = new Versions(settings.compiler, entry, libraries);
    this.cores = settings.cores;
    this.pool =
        new WorkerPool(
            settings.isolation,
            settings.idleWorkers,
            settings.jvmOptions,
            libraries,
            settings.deadline);
    this.duets =
        new DuetRunner(
            settings.isolation,
            settings.duetShape,
            settings.jvmOptions,
            libraries,
            settings.deadline);
    Jobs jobs = new Jobs(pool::run, cores);
    this.counter =
        new StepCounter(
            jobs,
            settings.resultCache.map(directory -> store(directory, settings, libraries)),
            settings.deadline,
            settings.stepsPerTask,
            settings.exactnessChecked);
    this.profiler = new Profiler(jobs, settings.stepsPerTask, settings.deadline);
    this.means =
        new Means(
            jobs,
            counter,
            settings.deadline,
            settings.stepsPerTask,
            settings.timedPasses,
            settings.everyTaskTimed);
  }

  private static CountStore store(
      Path directory, ClassEvaluator.Builder settings, Libraries libraries) {
    return new CountStore(
        directory, CountPlatform.of(settings.isolation.level(), settings.jvmOptions, libraries));
  }

  @Override
  public void close() {
    pool.close();
    duets.close();
  }

  /** Runs both trees side by side in a process of their own, or apart in one for each. */
  Duet duet(Trial trial, List<Task> tasks, long seed, boolean apart)
      throws NotMeasurable, InterruptedException {
    Version baseline = version("The baseline", trial.baseline());
    Version candidate = version("The candidate", trial.candidate());
    return cores.alone(
        () ->
            apart
                ? duets.runApart(baseline.plain(), candidate.plain(), tasks, seed)
                : duets.run(
                    baseline.plain(),
                    candidate.plain(),
                    tasks,
                    seed,
                    trial.split() == Split.VAULT));
  }

  /** Compares two trees on tasks, and adds what the anchor makes of them. */
  Compared compare(Trial trial, List<Task> tasks) throws NotMeasurable, InterruptedException {
    SideBySide both = cores.shared(() -> sideBySide(trial, tasks));
    try {
      Optional<Comparison> counted = cores.shared(both::counted);
      Comparison all = counted.isPresent() ? counted.get() : cores.alone(both::timed);
      return new Compared(all, both.touched());
    } catch (NotMeasurable e) {
      counter.forget(both.candidate());
      throw e;
    }
  }

  private SideBySide sideBySide(Trial trial, List<Task> tasks)
      throws NotMeasurable, InterruptedException {
    Version baseline = versions.of("The baseline", trial.baseline());
    Version candidate = versions.of("The candidate", trial.candidate());
    Side inForce = new Side(baseline, counter.inForce(baseline, tasks));
    List<Counted> anchor =
        trial.anchor().hash().equals(trial.baseline().hash())
            ? inForce.answers()
            : counter.inForce(versions.of("The anchor", trial.anchor()), tasks).answers();
    return new SideBySide(means, trial, tasks, inForce, anchor, candidate);
  }

  /** Does work of the host that no clock may hear. */
  <T> T shared(Supplier<T> work) throws InterruptedException {
    return cores.<T, RuntimeException>shared(work::get);
  }

  /** Profiles a tree on tuning tasks. */
  Insight observe(SourceTree tree, List<Task> tasks) throws NotMeasurable, InterruptedException {
    return profiler.observe(version("The program", tree), tasks);
  }

  /** A tree that was validated is compiled already, and costs a look. */
  private Version version(String who, SourceTree tree) throws NotMeasurable, InterruptedException {
    return cores.shared(() -> versions.of(who, tree));
  }
}
