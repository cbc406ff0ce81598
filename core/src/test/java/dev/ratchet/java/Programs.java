package dev.ratchet.java;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.SourceTree;
import java.util.List;
import java.util.Map;

/** Tiny programs with the entry point {@code demo.Agent#solve}, and suites for them. */
final class Programs {
  static final String FILE = "src/main/java/demo/Agent.java";
  static final JavaTarget TARGET =
      JavaTarget.builder("src/main/java").withEntryPoint("demo.Agent#solve").build();

  private Programs() {}

  /** A program whose class has these members. */
  static SourceTree with(String members) {
    return SourceTree.of(
        Map.of(
            FILE,
            "package demo;\nimport java.util.*;\npublic final class Agent {\n"
                + members
                + "\n}\n"));
  }

  /** A program whose entry point has this body, with the task in {@code input}. */
  static SourceTree answering(String body) {
    return with("public static String solve(String input) {\n" + body + "\n}");
  }

  /** Adds up the numbers from 1 to the input, the long way. */
  static SourceTree adder(String start) {
    return answering(
        "int n = Integer.parseInt(input); int sum = 0;"
            + "for (int i = "
            + start
            + "; i <= n; i++) { sum += i; } return \"\" + sum;");
  }

  static BenchmarkSuite suite(Task... tasks) {
    return new BenchmarkSuite() {
      @Override
      public String name() {
        return "demo";
      }

      @Override
      public List<Task> tasks(Split split, long seed) {
        return List.of(tasks);
      }
    };
  }

  static BenchmarkSuite sums() {
    return suite(
        Task.exact("t10", "sum", "10", "55"),
        Task.exact("t100", "sum", "100", "5050"),
        Task.exact("t1000", "sum", "1000", "500500"));
  }
}
