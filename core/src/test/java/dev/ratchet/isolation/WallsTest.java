package dev.ratchet.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds at every level that this machine gives. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the children are shell scripts in name spaces")
class WallsTest {
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Set<IsolationLevel> GIVEN = EnumSet.noneOf(IsolationLevel.class);

  @TempDir Path directory;

  @BeforeAll
  static void probe() throws InterruptedException {
    for (IsolationLevel level : IsolationLevel.values()) {
      if (Isolation.of(level).probe().holds()) {
        GIVEN.add(level);
      }
    }
  }

  private static Isolation isolation(IsolationLevel level) {
    assumeTrue(GIVEN.contains(level), () -> "this machine does not give " + level.words());
    return Isolation.of(level);
  }

  private static Command.Builder shell(String script) {
    Command.Builder command = Command.builder(List.of("/bin/sh", "-c", script));
    for (String tool : List.of("cat", "sleep", "mkdir", "env", "touch")) {
      Tool.ofSystem(tool).ifPresent(command::withReadable);
    }
    return command.withVariable("PATH", "/usr/bin:/bin");
  }

  private static Outcome.Exited run(Isolation isolation, Command.Builder command)
      throws InterruptedException {
    Outcome outcome = isolation.run(command.build(), new byte[0], LONG);
    return (Outcome.Exited) outcome;
  }

  @ParameterizedTest
  @EnumSource
  void a_command_gets_its_variables_and_no_others(IsolationLevel level)
      throws InterruptedException {
    Outcome.Exited outcome =
        run(
            isolation(level),
            Command.builder(List.of("/usr/bin/env")).withVariable("ALLOWED", "a b"));

    assertThat(outcome.out().text().lines().filter(line -> !line.startsWith("PWD=")))
        .hasSize(2)
        .contains("ALLOWED=a b");
  }

  @ParameterizedTest
  @EnumSource
  void the_exit_code_and_both_streams_come_through(IsolationLevel level)
      throws InterruptedException {
    Outcome outcome =
        isolation(level)
            .run(
                shell("cat; echo problem >&2; exit 3").build(),
                "hello".getBytes(StandardCharsets.UTF_8),
                LONG);

    Outcome.Exited exited = (Outcome.Exited) outcome;
    assertThat(exited.code()).isEqualTo(3);
    assertThat(exited.out().text()).isEqualTo("hello");
    assertThat(exited.err().text()).isEqualTo("problem\n");
  }

  @ParameterizedTest
  @EnumSource
  void only_the_working_directory_is_written_to(IsolationLevel level) throws Exception {
    Command.Builder command =
        shell("touch mine && echo wrote; cat ../given; touch ../given ../other && echo escaped")
            .withFile("given", "text\n".getBytes(StandardCharsets.UTF_8))
            .withDirectory("work");

    List<String> said = run(isolation(level), command).out().text().lines().toList();

    assertThat(said).startsWith("wrote", "text");
    if (level == IsolationLevel.SANDBOX) {
      assertThat(said).doesNotContain("escaped");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_sandboxed_scratch_directory_can_be_closed_to_writing(IsolationLevel level)
      throws Exception {
    Outcome.Exited outcome =
        run(isolation(level), shell("touch mine && echo wrote").withReadOnlyScratch());

    if (level == IsolationLevel.SANDBOX) {
      assertThat(outcome.out().text()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void originals_are_read_even_where_the_childs_user_may_not_go(IsolationLevel level)
      throws Exception {
    Path hidden = Files.createDirectory(directory.resolve("hidden"));
    Files.writeString(hidden.resolve("library"), "library\n");
    Files.setPosixFilePermissions(
        hidden, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    Command.Builder command =
        shell("cat lib/0-library lib/all/library")
            .withOriginal("lib/0-library", hidden.resolve("library"))
            .withOriginal("lib/all", hidden);

    assertThat(run(isolation(level), command).out().text()).isEqualTo("library\nlibrary\n");
    assertThat(hidden.resolve("library")).hasContent("library\n");
  }

  @ParameterizedTest
  @EnumSource
  void files_that_come_after_the_start_are_read(IsolationLevel level) throws Exception {
    try (Child child = isolation(level).start(shell("cat > in; cat new/late").build())) {
      Files.createDirectory(child.scratch().resolve("new"));
      Files.writeString(child.scratch().resolve("new/late"), "late");

      Outcome outcome = child.await(new byte[0], LONG);

      assertThat(((Outcome.Exited) outcome).out().text()).isEqualTo("late");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_deadline_ends_the_whole_tree_within_a_second(IsolationLevel level) throws Exception {
    String token = UUID.randomUUID().toString();
    Command.Builder command =
        shell("trap '' TERM INT HUP; (sleep 600 & sleep 600) & while :; do sleep 1; done")
            .withVariable("TOKEN", token);
    Isolation isolation = isolation(level);
    long started = System.nanoTime();

    Outcome outcome = isolation.run(command.build(), new byte[0], SHORT);

    Duration late = Duration.ofNanos(System.nanoTime() - started).minus(SHORT);
    System.out.println("Back " + late.toMillis() + " ms after its deadline: " + level.words());
    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    assertThat(((Outcome.TimedOut) outcome).survivors()).isEmpty();
    assertThat(bearers(token)).isEmpty();
    assertThat(late).isLessThan(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @EnumSource
  void a_killed_host_leaves_nothing_running(IsolationLevel level) throws Exception {
    isolation(level);
    String token = UUID.randomUUID().toString();
    String classPath =
        Stream.of(Isolation.class, OrphanedHost.class, org.slf4j.LoggerFactory.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(File.pathSeparator));
    Process host =
        new ProcessBuilder(
                HostJdk.home().resolve("bin/java").toString(),
                "-cp",
                classPath,
                OrphanedHost.class.getName(),
                level.name(),
                token)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String scratch =
        new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    assertThat(bearers(token)).isNotEmpty();

    host.destroyForcibly().waitFor();

    for (int i = 0; i < 100 && !bearers(token).isEmpty(); i++) {
      Thread.sleep(10);
    }
    List<Long> left = bearers(token);
    Removal.remove(Path.of(scratch));
    assertThat(left).isEmpty();
  }

  private static List<Long> bearers(String token) throws Exception {
    List<Long> found = new java.util.ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : all) {
        try {
          String environment =
              Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
          if (environment.contains("TOKEN=" + token)) {
            found.add(Long.parseLong(process.getFileName().toString()));
          }
        } catch (java.io.IOException e) {
          // It ended meanwhile, or is somebody else's.
        }
      }
    }
    return found;
  }

  @Test
  void removal_reaches_below_what_a_path_can_name() throws Exception {
    Path top = Files.createDirectory(directory.resolve("top"));
    Path secret = Files.writeString(directory.resolve("secret"), "secret");
    String script =
        "i=0; while [ $i -lt 30 ]; do d=$(printf '%0200d' $i); mkdir $d; cd $d; i=$((i+1)); done;"
            + " touch deep; ln -s "
            + secret.getParent()
            + " link; chmod 0 ../"
            + "$d";
    new ProcessBuilder("/bin/sh", "-c", script).directory(top.toFile()).start().waitFor();

    Removal.remove(top);

    assertThat(top).doesNotExist();
    assertThat(secret).exists();
  }

  @Test
  void a_level_that_can_not_be_had_starts_nothing() throws InterruptedException {
    assertThatThrownBy(() -> Command.builder(List.of("x")).withMemory(0))
        .hasMessage("Memory must be positive, but is 0");
    assertThatThrownBy(() -> Command.builder(List.of("x")).withCpuTime(Duration.ZERO))
        .hasMessageContaining("CPU time must be positive");
    for (IsolationLevel level : IsolationLevel.values()) {
      if (new Walls(level).problem().isPresent()) {
        Outcome outcome = Isolation.of(level).run(shell("true").build(), new byte[0], LONG);
        assertThat(outcome).isInstanceOf(Outcome.NotStarted.class);
      }
    }
  }
}
