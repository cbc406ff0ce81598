package dev.ratchet.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Subject.CommandLine;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.isolation.IsolationLevel;
import dev.ratchet.isolation.ProbeResult;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Evidence;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Trial;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A command is measured behind walls as it is without them. */
class IsolatedCommandTest {
  private static final File LIBRARIES = new File("/usr/lib");
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  /**
   * Primes below numbers of which nobody checks the answer, so that only the way there is tried.
   */
  private record Primes() implements BenchmarkSuite {
    @Override
    public String name() {
      return "primes";
    }

    @Override
    public List<Task> tasks(Split split, long seed) {
      return IntStream.range(0, 10)
          .map(i -> 6_000 + 10 * i + split.ordinal())
          .mapToObj(n -> new Task("t" + n, "f", "" + n, "", answer -> score(answer)))
          .toList();
    }

    private static dev.ratchet.benchmarks.Score score(String answer) {
      return answer.matches("\\d+ \\d+")
          ? dev.ratchet.benchmarks.Score.right()
          : dev.ratchet.benchmarks.Score.wrong("two numbers are expected");
    }
  }

  private static CommandEvaluator evaluator(IsolationLevel level) throws InterruptedException {
    Isolation isolation = Isolation.of(level);
    ProbeResult probe = isolation.probe();
    assumeTrue(probe.holds(), () -> "this machine gives no such walls: " + probe);
    assumeTrue(
        Files.isExecutable(PYTHON),
        PYTHON + " is not installed here; one in a home directory can't be run by other users");
    CommandEvaluator.Builder builder =
        CommandEvaluator.builder(CommandLine.of(PYTHON.toString(), "primes.py"), new Primes())
            .withIsolation(isolation)
            .withRounds(3);
    // A sandbox shows of the host's libraries only those of the system itself.
    for (File library : Optional.ofNullable(LIBRARIES.listFiles()).orElse(new File[0])) {
      if (library.getName().startsWith("python3")) {
        builder.withReadable(library.toPath());
      }
    }
    return builder.build();
  }

  @ParameterizedTest
  @EnumSource
  void answers_and_times_come_through_the_walls(IsolationLevel level) throws InterruptedException {
    Comparison comparison =
        evaluator(level)
            .compare(
                Trial.of(
                        Interpreter.PYTHON.wasteful(),
                        Interpreter.PYTHON.thrifty(),
                        Split.HELD_OUT,
                        1)
                    .withWanted(soFar -> soFar.duets().isEmpty() ? Evidence.FORKS : Evidence.NONE));

    assertThat(comparison.missing()).isEqualTo(Optional.empty());
    assertThat(comparison.candidate().accuracy()).isEqualTo(1);
    assertThat(comparison.duets().get(0).logRatios())
        .containsKeys(Metric.WALL_TIME, Metric.CPU_TIME);
  }

  @ParameterizedTest
  @EnumSource
  void a_profile_comes_through_the_walls(IsolationLevel level) throws InterruptedException {
    Insight insight = evaluator(level).observe(Interpreter.PYTHON.wasteful(), 1);

    assertThat(insight.failures()).isEmpty();
    assertThat(insight.hotSpots()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = IsolationLevel.class, names = "PROCESS", mode = EnumSource.Mode.EXCLUDE)
  void a_program_behind_walls_reaches_no_network(IsolationLevel level) throws InterruptedException {
    SourceTree caller =
        Interpreter.PYTHON.program(
            """
            import json, socket, sys
            for line in sys.stdin:
                request = json.loads(line)
                try:
                    socket.create_connection(('192.0.2.1', 9), 2)
                    answer = '1 1'
                except OSError as e:
                    answer = 'unreachable' if e.errno in (101, 99) else str(e)
                print(json.dumps({'id': request['id'], 'answer': answer}), flush=True)
            """);

    Comparison comparison =
        evaluator(level).compare(Trial.of(Interpreter.PYTHON.thrifty(), caller, Split.HELD_OUT, 1));

    assertThat(comparison.missing()).isEqualTo(Optional.empty());
    assertThat(comparison.candidate().results())
        .allSatisfy(result -> assertThat(result.answer()).isEqualTo("unreachable"));
  }
}
