package dev.ratchet.java;

import dev.ratchet.verdict.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One run of all tests.
 *
 * @param results what came of each test, and of containers that failed
 * @param problems why there are no results; empty when there are
 */
record TestRun(List<Result> results, List<Finding> problems) {
  TestRun {
    results = List.copyOf(results);
    problems = List.copyOf(problems);
  }

  static TestRun failed(List<Finding> problems) {
    return new TestRun(List.of(), problems);
  }

  /** What came of one test. */
  record Result(String id, String name, boolean isTest, Status status, String text) {
    enum Status {
      PASSED,
      FAILED,
      NOT_RUN
    }
  }

  /** Returns the names of the tests that ran, passed or not. */
  Set<String> ran() {
    return results.stream()
        .filter(result -> result.isTest() && result.status() != Result.Status.NOT_RUN)
        .map(Result::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
