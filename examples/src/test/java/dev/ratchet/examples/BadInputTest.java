package dev.ratchet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user of the command is told about bad input, and that nothing of theirs is touched. */
class BadInputTest {
  private static final String POLICY =
      """
      ratchet: 1
      editable: [ { paths: "src/main/java/**" } ]
      java: { entry-point: "demo.Calc#solve" }
      """;
  private static final String CALC =
      """
      package demo;
      public class Calc {
        public static String solve(String input) {
          return String.valueOf(twice(Integer.parseInt(input)));
        }
        static int twice(int x) { return x + x; }
      }
      """;
  private static final String TEST =
      """
      package demo;
      import org.junit.jupiter.api.Assertions;
      import org.junit.jupiter.api.Test;
      class CalcTest {
        @Test void doubles() { Assertions.assertEquals("6", Calc.solve("3")); }
      }
      """;
  private static final String SUITE =
      """
      {"id":"a","family":"twice","split":"tuning","input":"1","answer":"2"}
      {"id":"b","family":"twice","split":"validation","input":"2","answer":"4"}
      {"id":"c","family":"twice","split":"held-out","input":"3","answer":"6"}
      """;

  @TempDir Path home;

  private Path program;
  private Path results;

  /** A user's directory: a program, its policy and suite beside it, and earlier results. */
  @BeforeEach
  void write() throws IOException {
    program = home.resolve("program");
    results = home.resolve("results");
    write("program/src/main/java/demo/Calc.java", CALC);
    write("program/src/test/java/demo/CalcTest.java", TEST);
    write("policy.yaml", POLICY);
    write("tasks.jsonl", SUITE);
    write("results/program/journal.jsonl", "from an earlier run");
  }

  private void write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Optional<String> run(String... more) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--project", program.toString(), "--seconds", "1"));
    arguments.addAll(List.of("--policy", home.resolve("policy.yaml").toString()));
    arguments.addAll(List.of("--suite", home.resolve("tasks.jsonl").toString()));
    arguments.addAll(List.of(more));
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
    return Main.refusal(home, results, out, arguments.toArray(String[]::new));
  }

  /** Runs the command; nothing at all may have changed on disk, earlier results included. */
  private String refusalTouchingNothing(String... more) throws Exception {
    Map<String, String> before = everythingBelow(home);
    String message = run(more).orElse("(it ran)");
    assertThat(everythingBelow(home)).isEqualTo(before);
    assertNoTrace(message);
    return message;
  }

  /** Runs the command; it may write results, but nothing of the program may have changed. */
  private String refusalOfProgram(String... more) throws Exception {
    Map<String, String> before = everythingBelow(program);
    String message = run(more).orElse("(it ran)");
    assertThat(everythingBelow(program)).isEqualTo(before);
    assertNoTrace(message);
    return message;
  }

  private static void assertNoTrace(String message) {
    assertThat(message).doesNotContain("\tat ", "(it ran)");
  }

  private static Map<String, String> everythingBelow(Path directory) throws IOException {
    Map<String, String> everything = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        boolean isFile = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        String content =
            isFile ? Base64.getEncoder().encodeToString(Files.readAllBytes(path)) : "directory";
        everything.put(directory.relativize(path).toString(), content);
      }
    }
    return everything;
  }

  @Test
  void good_input_runs_and_leaves_the_program_byte_for_byte_as_it_was() throws Exception {
    Map<String, String> before = everythingBelow(program);

    assertThat(run()).isEmpty();

    assertThat(everythingBelow(program)).isEqualTo(before);
    assertThat(results.resolve("program/improvement.diff")).exists();
  }

  @Nested
  class The_policy {
    @Test
    void is_not_there() throws Exception {
      Files.delete(home.resolve("policy.yaml"));

      assertThat(refusalTouchingNothing())
          .contains(home.resolve("policy.yaml") + ": there is no policy; write one that begins");
    }

    @Test
    void is_not_named() throws Exception {
      Optional<String> message =
          Main.refusal(home, results, System.out, "--project", program.toString());

      assertThat(message.orElse("")).contains("--project needs --policy").contains("Usage:");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "editables: []|policy.yaml:4:1: unknown key 'editables'; did you mean 'editable'?",
          "limits: { file: 1 }|policy.yaml:4:11: limits: unknown key 'file'; did you mean 'files'?",
          "protect: { paths: [ 'a[b]' ] }|policy.yaml:4:21: protect.paths has a bad value: Bad glob",
          "protect: { paths: [ '../x' ] }|policy.yaml:4:21: protect.paths has a bad value: Bad glob"
        })
    void has_an_unknown_key_or_a_bad_glob(String line, String message) throws Exception {
      write("policy.yaml", POLICY + line + "\n");

      assertThat(refusalTouchingNothing()).contains(message);
    }

    @Test
    void lies_inside_the_editable_tree() throws Exception {
      write("program/policy.yaml", POLICY);

      assertThat(refusalTouchingNothing("--policy", program.resolve("policy.yaml").toString()))
          .contains("program/policy.yaml: the policy lies inside the tree", "move it outside");
    }

    @Test
    void names_no_entry_point() throws Exception {
      write("policy.yaml", "ratchet: 1\neditable: [ { paths: \"src/**\" } ]\n");

      assertThat(refusalTouchingNothing()).contains("add entry-point: \"package.Type#method\"");
    }

    @Test
    void protects_what_is_not_there() throws Exception {
      write("policy.yaml", POLICY + "protect: { members: [ \"demo.Calc#thrice\" ] }\n");

      assertThat(refusalOfProgram())
          .contains("demo.Calc#thrice", "has nothing of that name", "correct the name");
    }
  }

  @Nested
  class The_program {
    @Test
    void does_not_compile() throws Exception {
      write("program/src/main/java/demo/Calc.java", CALC.replace("x + x;", "x + y;"));

      assertThat(refusalOfProgram())
          .contains("does not pass compile", "Mend this first", "Calc.java:6");
    }

    @Test
    void has_tests_that_fail() throws Exception {
      write("program/src/test/java/demo/CalcTest.java", TEST.replace("\"6\"", "\"7\""));

      assertThat(refusalOfProgram())
          .contains("does not pass JUnit tests", "Mend this first", "CalcTest", "doubles");
    }

    @Test
    void has_no_tests() throws Exception {
      Files.delete(program.resolve("src/test/java/demo/CalcTest.java"));

      assertThat(refusalOfProgram()).contains("No test was found", "check the target's test roots");
    }

    @Test
    void ends_the_process_that_measures_it() throws Exception {
      write(
          "program/src/main/java/demo/Calc.java",
          CALC.replace(
              "return String",
              "if (input.equals(\"1\")) Runtime.getRuntime().halt(3);\n" + "    return String"));

      assertThat(refusalOfProgram()).contains("can't be observed", "ended");
    }

    @Test
    void has_no_such_entry_point() throws Exception {
      write("policy.yaml", POLICY.replace("#solve", "#answer"));

      assertThat(refusalOfProgram()).contains("can't be observed", "answer");
    }

    @Test
    void is_not_there() throws Exception {
      assertThat(refusalTouchingNothing("--project", home.resolve("none").toString()))
          .contains("--project names a directory, but there is no directory", "none");
    }
  }

  @Nested
  class The_suite {
    @Test
    void has_no_tasks() throws Exception {
      write("tasks.jsonl", "\n");

      assertThat(refusalTouchingNothing())
          .contains("tasks.jsonl has no tasks", "add lines such as");
    }

    @Test
    void has_no_tasks_to_confirm_with() throws Exception {
      write("tasks.jsonl", SUITE.lines().limit(2).reduce("", (a, b) -> a + b + "\n"));

      assertThat(refusalOfProgram())
          .contains("'tasks.jsonl' has no tasks in its split HELD_OUT", "Add tasks to it");
    }

    @Test
    void is_broken() throws Exception {
      write("tasks.jsonl", SUITE + "{\"id\":\"d\"}\n");

      assertThat(refusalTouchingNothing()).contains("tasks.jsonl", "4", "is missing: add it");
    }

    @Test
    void is_not_known() throws Exception {
      assertThat(refusalTouchingNothing("--suite", "chess"))
          .contains("There is no suite 'chess'", "--suite-class-path");
    }
  }

  @Nested
  class The_results {
    @Test
    void cannot_be_written() throws Exception {
      write("file", "in the way");
      results = home.resolve("file");

      assertThat(refusalTouchingNothing()).contains("can't be written", "make", "file");
    }

    @Test
    void would_replace_the_program() throws Exception {
      results = home;

      assertThat(refusalTouchingNothing()).contains("is emptied for the results; move it");
    }

    @Test
    void would_replace_the_suite() throws Exception {
      write("results/program/own.jsonl", SUITE);

      assertThat(refusalTouchingNothing("--suite", results.resolve("program/own.jsonl").toString()))
          .contains("own.jsonl lies in", "move it elsewhere");
    }

    @Test
    void would_be_written_into_the_program() throws Exception {
      results = program.resolve("src");

      assertThat(refusalTouchingNothing())
          .contains("inside the program", "start from another directory");
    }

    @Test
    void may_be_build_output_of_the_program() throws Exception {
      results = program.resolve("target/ratchet");

      assertThat(run()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--seconds,0,'--seconds takes 1 to 1000000, not 0'",
    "--seconds,soon,'--seconds takes a whole number, not ''soon'''",
    "--sede,5,There is no option --sede",
  })
  void an_option_is_wrong(String option, String value, String message) throws Exception {
    assertThat(refusalTouchingNothing(option, value)).contains(message).contains("Usage:");
  }
}
