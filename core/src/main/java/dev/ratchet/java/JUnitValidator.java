package dev.ratchet.java;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.java.TestRun.Result;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Validator;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A validator that runs the target's JUnit tests in a child process. Users create and close it.
 *
 * <p>Tests, their resources and the runner come from the candidate's base, never from the
 * candidate; the program and its files come from the candidate. Every test that ran on the base has
 * to run again and pass. Safe for many threads; idle processes are kept ready until {@link #close}.
 */
public final class JUnitValidator implements Validator, AutoCloseable {
  private static final int SHOWN_FAILURES = 10;
  private static final int KEPT_RUNS = 64;

  private final TestRunner runner;
  private final Isolation isolation;
  private final Map<ContentHash, Set<String>> ran =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ContentHash, Set<String>> eldest) {
              return size() > KEPT_RUNS;
            }
          });

  private JUnitValidator(Builder builder) {
    this.isolation = builder.isolation;
    this.runner =
        new TestRunner(
            builder.compiler, builder.runtime, builder.isolation, builder.deadline, builder.idle);
  }

  /**
   * Returns a builder of a validator.
   *
   * @param compiler a compiler that others share, so that a tree is compiled once
   * @param runtime what runs the tests; ignored where the target's test class path has a launcher
   */
  public static Builder builder(TreeCompiler compiler, JUnitRuntime runtime) {
    return new Builder(compiler, runtime);
  }

  @Override
  public Verdict validate(Candidate candidate) throws IOException, InterruptedException {
    boolean isBaseline = candidate.base().equals(candidate.tree());
    Set<String> expected = isBaseline ? Set.of() : ranOn(candidate.base());
    TestRun run = runner.run(candidate.base(), candidate.tree());
    List<Finding> findings = new ArrayList<>(run.problems());
    findings.addAll(failures(run));
    findings.addAll(lost(expected, run));
    if (findings.isEmpty() && run.ran().isEmpty()) {
      findings.add(noneFound());
    }
    if (findings.isEmpty() && runner.haveSameTests(candidate.base(), candidate.tree())) {
      ran.put(candidate.tree().hash(), run.ran());
    }
    return findings.isEmpty()
        ? Verdict.accepted(Finding.note("tests.passed", run.ran().size() + " tests passed"))
        : Verdict.of(findings);
  }

  /** Runs the tests on the base itself, unless that was done before. */
  private Set<String> ranOn(SourceTree base) throws IOException, InterruptedException {
    Set<String> known = ran.get(base.hash());
    if (known == null) {
      known = runner.run(base, base).ran();
      ran.put(base.hash(), known);
    }
    return known;
  }

  private static List<Finding> failures(TestRun run) {
    List<Finding> findings =
        run.results().stream()
            .filter(result -> result.status() == Result.Status.FAILED)
            .map(JUnitValidator::failure)
            .toList();
    if (findings.size() <= SHOWN_FAILURES) {
      return findings;
    }
    List<Finding> shown = new ArrayList<>(findings.subList(0, SHOWN_FAILURES));
    shown.add(
        Finding.hard("tests.failed", (findings.size() - SHOWN_FAILURES) + " more tests failed"));
    return shown;
  }

  private static Finding failure(Result result) {
    return Finding.hard("tests.failed", result.name() + " failed: " + result.text())
        .because("what the tests of the base ask for must not break")
        .remedy("mend the program; its tests come from the base and stay as they are");
  }

  private static List<Finding> lost(Set<String> expected, TestRun run) {
    Set<String> lost = new TreeSet<>(expected);
    lost.removeAll(run.ran());
    if (lost.isEmpty() || !run.problems().isEmpty()) {
      return List.of();
    }
    String names = lost.stream().limit(SHOWN_FAILURES).collect(Collectors.joining(", "));
    return List.of(
        Finding.hard(
                "tests.lost", lost.size() + " tests that ran on the base did not run: " + names)
            .because("a test that does not run proves nothing")
            .remedy("keep what the tests need in order to run"));
  }

  private static Finding noneFound() {
    return Finding.hard("tests.none-found", "No test was found, and so none passed")
        .because("a run without tests proves nothing")
        .remedy("check the target's test roots, or leave this validator out");
  }

  @Override
  public String name() {
    return "JUnit tests";
  }

  @Override
  public String isolation() {
    return isolation.toString();
  }

  /** Ends the idle processes. */
  @Override
  public void close() {
    runner.close();
  }

  /** A builder of validators. Users call it. */
  public static final class Builder {
    private final TreeCompiler compiler;
    private final JUnitRuntime runtime;
    private Isolation isolation = Isolation.process();
    private Duration deadline = Duration.ofSeconds(60);
    private int idle = 1;

    private Builder(TreeCompiler compiler, JUnitRuntime runtime) {
      this.compiler = Objects.requireNonNull(compiler, "compiler");
      this.runtime = Objects.requireNonNull(runtime, "runtime");
    }

    /** Sets how processes are run; by default without walls, see {@link Isolation}. */
    public Builder withIsolation(Isolation newIsolation) {
      isolation = Objects.requireNonNull(newIsolation, "newIsolation");
      return this;
    }

    /** Sets the longest time of one run of all tests; 60 s by default. */
    public Builder withDeadline(Duration longest) {
      if (longest.isNegative() || longest.isZero()) {
        throw new IllegalArgumentException("longest must be positive, but is " + longest);
      }
      deadline = longest;
      return this;
    }

    /** Sets how many processes wait for work; 1 by default. */
    public Builder withIdleProcesses(int processes) {
      if (processes < 0) {
        throw new IllegalArgumentException("processes must not be negative, but is " + processes);
      }
      idle = processes;
      return this;
    }

    /** Returns the validator, which starts its first process at once. */
    public JUnitValidator build() {
      return new JUnitValidator(this);
    }
  }
}
