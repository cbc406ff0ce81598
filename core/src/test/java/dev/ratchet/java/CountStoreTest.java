package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.CoreBudget;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.isolation.IsolationLevel;
import dev.ratchet.java.StepCounter.Ask;
import dev.ratchet.java.StepCounter.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountStoreTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Libraries NONE = new Libraries(List.of());
  private static final TreeCompiler COMPILER = TreeCompiler.of(Programs.TARGET);
  private static final ContentHash HERE = ContentHash.ofText("here");
  private static final SourceTree ADDER = Programs.adder("1");
  private static final List<Ask> ASKS = asks(1_000_000, "1", "2", "30");

  @TempDir Path directory;
  private final WorkerPool pool = new WorkerPool(Isolation.process(), 0, List.of(), NONE, LIMIT);

  /** How many inputs each process was asked. */
  private final List<Integer> asked = new ArrayList<>();

  private Counts first = new Counts(List.of(), Optional.empty());

  @BeforeEach
  void count() throws Exception {
    first = count(ADDER, HERE, ASKS);
    assertThat(asked).containsExactly(3);
    asked.clear();
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private static List<Ask> asks(long budget, String... inputs) {
    return Stream.of(inputs).map(input -> new Ask(input, budget)).toList();
  }

  /** A host that starts anew and has the directory alone. */
  private StepCounter counter(ContentHash platform) {
    Jobs jobs =
        new Jobs(
            (job, limit) -> {
              asked.add(job.questions().size());
              return pool.run(job, limit);
            },
            CoreBudget.of(1));
    return new StepCounter(
        jobs, Optional.of(new CountStore(directory, platform)), LIMIT, 1_000_000, true);
  }

  private static Version version(SourceTree tree) throws NotMeasurable {
    return new Versions(COMPILER, Programs.TARGET.entryPoint().orElseThrow(), NONE)
        .of("The program", tree);
  }

  private Counts count(SourceTree tree, ContentHash platform, List<Ask> asks) throws Exception {
    return counter(platform).count("program", version(tree), asks, LIMIT);
  }

  private Path file() throws IOException {
    List<Path> files = files();
    assertThat(files).hasSize(1);
    return files.get(0);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void counts_outlive_the_host_and_start_no_process() throws Exception {
    Counts again = count(ADDER, HERE, ASKS);

    assertThat(asked).isEmpty();
    assertThat(again.answers()).isEqualTo(first.answers());
    assertThat(again.time()).as("a time is never kept").isEmpty();
  }

  @Test
  void only_what_is_not_known_is_asked() throws Exception {
    count(ADDER, HERE, asks(1_000_000, "1", "4"));
    count(ADDER, HERE, asks(1_000_000, "1", "2", "30", "4"));

    assertThat(asked).containsExactly(1);
  }

  @Test
  void another_program_or_platform_knows_nothing_of_it() throws Exception {
    count(Programs.adder("0"), HERE, ASKS);
    count(ADDER, ContentHash.ofText("elsewhere"), ASKS);

    assertThat(asked).containsExactly(3, 3);
  }

  @Test
  void what_a_budget_ends_holds_for_that_budget() throws Exception {
    List<Ask> tight = asks(50, "30");
    assertThat(count(ADDER, HERE, tight).answers().get(0).isOutOfSteps()).isTrue();
    assertThat(count(ADDER, HERE, tight).answers().get(0).isOutOfSteps()).isTrue();
    assertThat(count(ADDER, HERE, asks(100_000, "30")).answers().get(0).text()).isEqualTo("465");

    assertThat(asked).containsExactly(1, 1);
  }

  @Test
  void whatever_byte_is_changed_it_is_made_anew() throws Exception {
    byte[] bytes = Files.readAllBytes(file());
    CountStore store = new CountStore(directory, HERE);
    ContentHash program = version(ADDER).hash();
    assertThat(store.read(program)).hasSize(3);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 4;
      Files.write(file(), changed);
      assertThat(store.read(program)).as("byte " + i).isEmpty();
    }

    assertThat(count(ADDER, HERE, ASKS).answers()).isEqualTo(first.answers());
    assertThat(asked).containsExactly(3);
    assertThat(store.read(program)).as("and is right again").hasSize(3);
  }

  @Test
  void what_is_cut_off_or_longer_is_made_anew() throws Exception {
    byte[] bytes = Files.readAllBytes(file());
    CountStore store = new CountStore(directory, HERE);
    for (int length : List.of(0, 1, 31, 32, 33, bytes.length - 1, bytes.length + 1)) {
      Files.write(file(), Arrays.copyOf(bytes, length));
      assertThat(store.read(version(ADDER).hash())).as("length " + length).isEmpty();
    }
  }

  @Test
  void a_file_of_another_program_is_not_believed() throws Exception {
    Path mine = file();
    Counts other = count(Programs.adder("20"), HERE, ASKS);
    Path foreign = files().stream().filter(file -> !file.equals(mine)).findFirst().orElseThrow();
    Files.write(foreign, Files.readAllBytes(mine));
    asked.clear();

    assertThat(count(Programs.adder("20"), HERE, ASKS).answers()).isEqualTo(other.answers());
    assertThat(asked).containsExactly(3);
  }

  @Test
  void what_throws_is_not_kept() throws Exception {
    SourceTree throwing = Programs.answering("throw new IllegalStateException();");

    count(throwing, HERE, ASKS);
    count(throwing, HERE, ASKS);

    assertThat(asked).containsExactly(3, 3);
    assertThat(files()).hasSize(1);
  }

  @Test
  void of_a_program_that_crashes_nothing_is_kept() throws Exception {
    SourceTree crashing =
        Programs.answering("if (input.equals(\"2\")) System.exit(0); return input;");
    StepCounter counter = counter(HERE);
    Version version = version(crashing);
    List<Task> tasks = List.of(Task.exact("a", "a", "1", "1"), Task.exact("b", "b", "2", "2"));
    counter.count("program", version, asks(1_000_000, "1"), LIMIT);
    assertThat(files()).hasSize(2);

    assertThat(catchThrowable(() -> counter.inForce(version, tasks)))
        .isInstanceOf(NotMeasurable.class);

    assertThat(files()).hasSize(1);
  }

  @Test
  void what_is_known_is_shown_to_be_exact_all_the_same() throws Exception {
    List<Task> tasks = ASKS.stream().map(a -> Task.exact(a.input(), "s", a.input(), "")).toList();

    counter(HERE).inForce(version(ADDER), tasks);

    assertThat(asked).as("the counts are known, and are made once more to compare").hasSize(1);
  }

  @Test
  void a_directory_that_can_not_be_written_costs_only_time() throws Exception {
    Path blocked = Files.writeString(directory.resolve("file"), "");
    new CountStore(blocked, HERE)
        .add(version(ADDER).hash(), new CountStore(directory, HERE).read(version(ADDER).hash()));
    assertThat(new CountStore(blocked, HERE).read(version(ADDER).hash())).isEmpty();
  }

  @Test
  void options_libraries_and_walls_make_another_platform() throws IOException {
    Path jar = Files.write(directory.resolve("a.jar"), new byte[] {1});
    Libraries libraries = new Libraries(List.of(jar));
    ContentHash before = CountPlatform.of(IsolationLevel.PROCESS, List.of(), libraries);
    assertThat(before).isEqualTo(CountPlatform.of(IsolationLevel.PROCESS, List.of(), libraries));
    assertThat(CountPlatform.of(IsolationLevel.PROCESS, List.of("-Xmx1g"), libraries))
        .isNotEqualTo(before);
    assertThat(CountPlatform.of(IsolationLevel.SANDBOX, List.of(), libraries)).isNotEqualTo(before);
    Files.write(jar, new byte[] {2});
    assertThat(CountPlatform.of(IsolationLevel.PROCESS, List.of(), libraries)).isNotEqualTo(before);
  }
}
