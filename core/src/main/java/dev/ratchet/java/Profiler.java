package dev.ratchet.java;

import dev.ratchet.benchmarks.Task;
import dev.ratchet.java.WorkerJob.Pass;
import dev.ratchet.java.WorkerJob.Program;
import dev.ratchet.java.WorkerJob.Question;
import dev.ratchet.spi.Insight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Profiles one version after the other, where it differs from the last. */
final class Profiler {
  private static final int PROFILED = 0;

  /** The last program that was profiled, with the answers on its tasks. */
  private record Observed(
      List<Task> tasks, Map<String, byte[]> classes, List<Profile.Profiled> answers) {}

  private final Jobs jobs;
  private final long stepsPerTask;
  private final Duration deadline;
  private Optional<Observed> last = Optional.empty();

  Profiler(Jobs jobs, long stepsPerTask, Duration deadline) {
    this.jobs = jobs;
    this.stepsPerTask = stepsPerTask;
    this.deadline = deadline;
  }

  synchronized Insight observe(Version version, List<Task> tasks)
      throws NotMeasurable, InterruptedException {
    Program plain = version.plain();
    Observed before =
        last.filter(observed -> observed.tasks().equals(tasks))
            .orElseGet(() -> new Observed(tasks, Map.of(), List.of()));
    Set<String> changed = Version.changedClasses(before.classes(), plain.classes());
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      boolean affected =
          before.answers().isEmpty()
              || !Collections.disjoint(before.answers().get(i).answer().wanted(), changed);
      questions.add(new Question(tasks.get(i).input(), stepsPerTask, affected, false));
    }
    List<Profile.Profiled> answers = new ArrayList<>(before.answers());
    if (questions.stream().anyMatch(Question::counted)) {
      answers = answers(plain, questions, before.answers());
    }
    last = Optional.of(new Observed(tasks, plain.classes(), answers));
    return Profile.of(tasks, answers);
  }

  private List<Profile.Profiled> answers(
      Program plain, List<Question> questions, List<Profile.Profiled> known)
      throws NotMeasurable, InterruptedException {
    StepInstrumenter.Instrumented instrumented = StepInstrumenter.profiling(plain.classes());
    Program profiled =
        new Program(plain.entry(), instrumented.classes(), instrumented.map(), plain.libraries());
    WorkerJob job = new WorkerJob(List.of(profiled), questions, List.of(Pass.profile(PROFILED)));
    WorkerReport report = jobs.counted("program", job, deadline);
    List<Profile.Profiled> answers = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      answers.add(
          questions.get(i).counted()
              ? new Profile.Profiled(report.answer(0, PROFILED, i), instrumented.map())
              : known.get(i));
    }
    return answers;
  }
}
