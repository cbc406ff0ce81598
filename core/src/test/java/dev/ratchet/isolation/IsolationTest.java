package dev.ratchet.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hostile children are shell scripts")
class IsolationTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration PROMISE = Duration.ofSeconds(1);

  private final Isolation isolation = Isolation.process();

  private static Command.Builder shell(String script) {
    return Command.builder(List.of("/bin/sh", "-c", script)).withInherited("PATH");
  }

  private Outcome run(Command.Builder command, String input, Duration deadline)
      throws InterruptedException {
    return isolation.run(command.build(), input.getBytes(StandardCharsets.UTF_8), deadline);
  }

  private Outcome.Exited exited(String script, String input) throws InterruptedException {
    return (Outcome.Exited) run(shell(script), input, LONG);
  }

  private static Optional<ProcessHandle> runningProcess(String id) {
    return ProcessHandle.of(Long.parseLong(id.strip())).filter(IsolationTest::runs);
  }

  private static boolean runs(ProcessHandle handle) {
    try {
      return handle.isAlive()
          && !Files.readString(Path.of("/proc/" + handle.pid() + "/stat")).contains(") Z");
    } catch (IOException e) {
      return handle.isAlive();
    }
  }

  @Nested
  class A_well_behaved_process {
    @Test
    void gives_its_output_and_exit_code() throws InterruptedException {
      Outcome.Exited outcome = exited("cat; echo problem >&2; exit 3", "hello");

      assertThat(outcome.code()).isEqualTo(3);
      assertThat(outcome.out().text()).isEqualTo("hello");
      assertThat(outcome.err().text()).isEqualTo("problem\n");
      assertThat(outcome.out().isTruncated()).isFalse();
      assertThat(outcome.survivors()).isEmpty();
    }

    @Test
    void sees_no_environment_of_the_host() throws InterruptedException {
      Command.Builder command =
          Command.builder(List.of("/usr/bin/env")).withVariable("ALLOWED", "yes");

      Outcome.Exited outcome = (Outcome.Exited) run(command, "", LONG);

      assertThat(outcome.out().text().lines().map(line -> line.replaceAll("=.*", "")))
          .containsExactlyInAnyOrder("ALLOWED", ProcessTree.MARK);
    }

    @Test
    void works_in_a_scratch_directory_that_goes_away() throws InterruptedException {
      Command.Builder command =
          shell("cat in/a.txt; pwd; mkdir b; echo x > b/c; chmod 000 b; echo {scratch}")
              .withFile("in/a.txt", "text\n".getBytes(StandardCharsets.UTF_8));

      List<String> lines = ((Outcome.Exited) run(command, "", LONG)).out().text().lines().toList();

      assertThat(lines.get(0)).isEqualTo("text");
      assertThat(lines.get(1)).isEqualTo(lines.get(2));
      assertThat(Path.of(lines.get(1))).doesNotExist();
    }

    @Test
    void runs_behind_a_launcher() throws InterruptedException {
      Isolation wrapped = isolation.withLauncher(List.of("/usr/bin/env", "LAUNCHED={scratch}"));

      Outcome outcome =
          wrapped.run(shell("test \"$LAUNCHED\" = \"$PWD\"").build(), new byte[0], LONG);

      assertThat(((Outcome.Exited) outcome).code()).isZero();
    }

    @Test
    void waits_for_its_input_when_it_was_started_ahead() throws InterruptedException {
      try (Child child = isolation.start(shell("cat \"$PWD/late\"; cat").build())) {
        assertThat(child.isAlive()).isTrue();
        assertThat(child.scratch()).isDirectory();
        Files.writeString(child.scratch().resolve("late"), "file ");

        Outcome outcome = child.await("input".getBytes(StandardCharsets.UTF_8), LONG);

        assertThat(((Outcome.Exited) outcome).out().text()).endsWith("input");
      } catch (IOException e) {
        fail(e);
      }
    }
  }

  @Nested
  class A_hostile_process {
    @Test
    void that_never_ends_is_ended_at_its_deadline() throws InterruptedException {
      long started = System.nanoTime();

      Outcome outcome = run(shell("echo $$; exec sleep 600"), "", SHORT);

      assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
      assertThat(System.nanoTime() - started).isLessThan(SHORT.plus(PROMISE).toNanos());
      assertThat(runningProcess(((Outcome.TimedOut) outcome).out().text())).isEmpty();
    }

    @Test
    void that_ignores_polite_signals_is_ended() throws InterruptedException {
      Outcome outcome =
          run(shell("trap '' TERM INT HUP; echo $$; while :; do sleep 1; done"), "", SHORT);

      Outcome.TimedOut timedOut = (Outcome.TimedOut) outcome;
      assertThat(timedOut.survivors()).isEmpty();
      assertThat(runningProcess(timedOut.out().text())).isEmpty();
    }

    @Test
    void can_not_hide_behind_a_grandchild_that_holds_the_pipe() throws InterruptedException {
      long started = System.nanoTime();

      Outcome outcome = run(shell("(sleep 600 & echo $!; wait) & wait"), "", SHORT);

      assertThat(System.nanoTime() - started).isLessThan(SHORT.plus(PROMISE).toNanos());
      assertThat(runningProcess(((Outcome.TimedOut) outcome).out().text())).isEmpty();
    }

    @Test
    void that_ends_at_once_leaves_no_orphan_with_its_pipe() throws InterruptedException {
      long started = System.nanoTime();

      Outcome.Exited outcome = exited("sleep 600 & echo $!; exit 0", "");

      assertThat(System.nanoTime() - started).isLessThan(PROMISE.toNanos());
      assertThat(runningProcess(outcome.out().text())).isEmpty();
    }

    @Test
    void that_detaches_into_another_session_is_ended() throws InterruptedException {
      Outcome.Exited outcome =
          exited("setsid sh -c 'echo $$; exec sleep 600' & sleep 0.2; exit 0", "");

      assertThat(outcome.out().text()).isNotBlank();
      assertThat(runningProcess(outcome.out().text())).isEmpty();
    }

    @Test
    void that_floods_is_drained_and_cut_off() throws InterruptedException {
      Command.Builder command =
          shell("head -c 5000000 /dev/zero; head -c 5000000 /dev/zero >&2").withLimits(1000, 10);

      Outcome.Exited outcome = (Outcome.Exited) run(command, "", LONG);

      assertThat(outcome.out().bytes()).hasSize(1000);
      assertThat(outcome.out().isTruncated()).isTrue();
      assertThat(outcome.err().bytes()).hasSize(10);
      assertThat(outcome.code()).isZero();
    }

    @Test
    void that_closes_its_streams_still_has_an_outcome() throws InterruptedException {
      Outcome outcome =
          run(shell("exec <&- >&- 2>&-; exec sleep 600"), "x".repeat(1_000_000), SHORT);

      assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    }

    @Test
    void that_does_not_read_its_input_blocks_nobody() throws InterruptedException {
      Outcome.Exited outcome = exited("exit 4", "x".repeat(10_000_000));

      assertThat(outcome.code()).isEqualTo(4);
    }
  }

  @Nested
  class The_host {
    @Test
    void learns_why_a_process_does_not_start() throws InterruptedException {
      Outcome outcome =
          isolation.run(Command.builder(List.of("/no/such/program")).build(), new byte[0], LONG);

      String reason = outcome.<String>fold(e -> "", t -> "", n -> n.reason());
      assertThat(reason).contains("'/no/such/program' does not start").contains("No such file");
    }

    @Test
    void ends_the_process_when_its_own_thread_is_interrupted() throws Exception {
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      CountDownLatch done = new CountDownLatch(1);
      try (Child child = isolation.start(shell("sleep 600 & wait").build())) {
        Thread thread =
            new Thread(
                () -> {
                  try {
                    child.await(new byte[0], LONG);
                  } catch (InterruptedException e) {
                    thrown.set(e);
                  }
                  done.countDown();
                });
        thread.start();
        Thread.sleep(100);
        thread.interrupt();
        done.await();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(child.isAlive()).isFalse();
      }
    }

    @Test
    void ends_a_process_that_was_started_ahead_by_closing_it() throws InterruptedException {
      Child child = isolation.start(shell("exec sleep 600").build());
      Path scratch = child.scratch();

      child.close();

      assertThat(child.isAlive()).isFalse();
      assertThat(scratch).doesNotExist();
    }

    @Test
    void refuses_files_outside_of_the_scratch_directory() {
      assertThatThrownBy(() -> shell("true").withFile("../evil", new byte[0]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("A file of a command lies inside its scratch directory, but is '../evil'");
    }
  }
}
