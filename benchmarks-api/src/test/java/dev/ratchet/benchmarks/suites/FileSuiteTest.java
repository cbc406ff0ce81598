package dev.ratchet.benchmarks.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSuiteTest {
  @TempDir Path folder;

  @Test
  void reads_tasks_into_the_splits_that_they_name() {
    Path file =
        file(
            line("a", "\"split\":\"tuning\","),
            "",
            line("b", "\"split\":\"held-out\","),
            line("c", "\"split\":\"vault\","),
            line("d", "\"split\":\"validation\","));

    BenchmarkSuite suite = FileSuite.read(file);

    assertThat(suite.name()).isEqualTo("suite.jsonl");
    assertThat(Stream.of(Split.values()).map(split -> ids(suite, split)))
        .containsExactly(List.of("a"), List.of("d"), List.of("b"), List.of("c"));
    Task task = suite.tasks(Split.TUNING, 1).get(0);
    assertThat(task.family()).isEqualTo("sum");
    assertThat(task.input()).isEqualTo("a\n1");
    assertThat(task.checker().check("42").isRight()).isTrue();
    assertThat(task.checker().check("41").isRight()).isFalse();
  }

  @Test
  void is_the_same_for_every_seed_and_says_so() {
    BenchmarkSuite suite = FileSuite.read(file(line("a", "\"split\":\"tuning\",")));

    assertThat(suite.isGenerated()).isFalse();
    assertThat(suite.tasks(Split.TUNING, 1)).isEqualTo(suite.tasks(Split.TUNING, 2)).hasSize(1);
    assertThat(suite.tasks(Split.VAULT, 1)).isEmpty();
  }

  @Test
  void deals_tasks_without_a_split_40_30_30_whatever_their_order() {
    List<String> lines = IntStream.range(0, 10).mapToObj(i -> line("t" + i, "")).toList();
    BenchmarkSuite suite = FileSuite.read(file(lines.toArray(String[]::new)));
    List<String> reversed = IntStream.range(0, 10).mapToObj(i -> lines.get(9 - i)).toList();
    BenchmarkSuite again = FileSuite.read(file(reversed.toArray(String[]::new)));

    assertThat(Stream.of(Split.values()).map(split -> ids(suite, split).size()))
        .containsExactly(4, 3, 3, 0);
    for (Split split : Split.values()) {
      assertThat(ids(again, split)).containsExactlyInAnyOrderElementsOf(ids(suite, split));
    }
    assertThat(ids(suite, Split.TUNING)).isNotEqualTo(List.of("t0", "t1", "t2", "t3"));
  }

  @Test
  void deals_three_tasks_to_three_splits() {
    BenchmarkSuite suite = FileSuite.read(file(line("a", ""), line("b", ""), line("c", "")));

    assertThat(Stream.of(Split.values()).map(split -> ids(suite, split).size()))
        .containsExactly(1, 1, 1, 0);
  }

  @Nested
  class Errors {
    @Test
    void a_suite_without_tasks_shows_how_one_is_written() {
      Path file = file("", " ");
      assertFails(
          file,
          "The suite "
              + file
              + " has no tasks, so it can't measure anything: add lines such as "
              + "{\"id\":\"1\",\"family\":\"sum\",\"input\":\"1 2\",\"answer\":\"3\"}");
      assertThat(FileSuite.read(file(line("a", ""))).name()).isEqualTo("suite.jsonl");
    }

    @Test
    void broken_json_names_file_line_and_column() {
      Path file = file(line("a", ""), "{\"id\":7}");
      assertFails(
          file,
          file
              + ":2: column 7: the value of 'id' must be a string in quotation marks;"
              + " a task is one JSON object of strings");
    }

    @Test
    void a_missing_key_is_named() {
      Path file = file("{\"id\":\"a\",\"family\":\"f\",\"input\":\"1\"}");
      assertFails(file, file + ":1: the key 'answer' is missing: add it");
    }

    @Test
    void a_blank_id_is_refused_but_a_blank_answer_is_not() {
      Path file = file("{\"id\":\" \",\"family\":\"f\",\"input\":\"1\",\"answer\":\"\"}");
      assertFails(file, file + ":1: the value of 'id' is blank: name it");
      Path blank = file("{\"id\":\"a\",\"family\":\"f\",\"input\":\"\",\"answer\":\"\"}");
      assertThat(ids(FileSuite.read(blank), Split.HELD_OUT)).containsExactly("a");
    }

    @Test
    void an_unknown_key_is_named_with_those_that_are_allowed() {
      Path file = file(line("a", "\"anser\":\"1\","));
      assertFails(
          file, file + ":1: unknown key 'anser'; allowed are id, family, split, input, answer");
    }

    @Test
    void an_unknown_split_is_named_with_those_that_are_allowed() {
      Path file = file(line("a", "\"split\":\"held_out\","));
      assertFails(
          file,
          file + ":1: unknown split 'held_out'; allowed are tuning, validation, held-out, vault");
    }

    @Test
    void an_id_that_stands_twice_names_both_lines() {
      Path file = file(line("a", ""), line("b", ""), line("a", ""));
      assertFails(
          file,
          file
              + ":3: the id 'a' stands at line 1 already, and a task may stand once only:"
              + " remove or change one");
    }

    @Test
    void an_input_that_stands_twice_names_both_lines() {
      Path file = file(line("a", ""), line("a", "").replaceFirst("\"a\"", "\"b\""));
      assertFails(
          file,
          file
              + ":2: the input stands at line 1 already, and a task may stand once only:"
              + " remove or change one");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
      Path file = folder.resolve("none.jsonl");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FileSuite.read(file))
          .withMessageStartingWith("The suite's file " + file + " can't be read")
          .withMessageEndingWith("check its name and access");
    }

    @Test
    void a_file_that_is_not_utf_8_is_named() throws IOException {
      Path file = folder.resolve("latin.jsonl");
      Files.write(file, "{\"id\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1));
      assertFails(file, "A suite's file must be UTF-8, but " + file + " is not: save it as UTF-8");
    }

    private void assertFails(Path file, String message) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FileSuite.read(file))
          .withMessage(message);
    }
  }

  private static String line(String id, String more) {
    return "{\"id\":\"%s\",\"family\":\"sum\",%s\"input\":\"%s\\n1\",\"answer\":\"42\"}"
        .formatted(id, more, id);
  }

  private Path file(String... lines) {
    try {
      return Files.write(folder.resolve("suite.jsonl"), List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> ids(BenchmarkSuite suite, Split split) {
    return suite.tasks(split, 1).stream().map(Task::id).toList();
  }
}
