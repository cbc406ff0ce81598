package dev.ratchet.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the hello world in processes of their own, as a user's program would. */
class HelloTest {
  private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

  @TempDir Path directory;

  @BeforeEach
  void writeProgram() throws IOException {
    Path source = directory.resolve("my-agent/src/my");
    Files.createDirectories(source);
    Files.writeString(
        source.resolve("Agent.java"),
        """
        package my;

        public final class Agent {
          private Agent() {}

          public static String answer(String question) {
            int sum = 0;
            for (int i = 0; i < limit(question); i++) {
              sum += i;
            }
            return Integer.toString(sum);
          }

          private static int limit(String question) {
            int value = 0;
            for (int i = 0; i < question.length(); i++) {
              value = value * 10 + (question.charAt(i) - '0');
            }
            return value;
          }
        }
        """);
    Files.writeString(
        directory.resolve("policy.yaml"),
        """
        ratchet: 1
        editable:
          - { paths: "src/**/*.java", operations: [modify] }
        java: { sources: [ "src" ] }
        """);
    StringBuilder tasks = new StringBuilder();
    for (int i = 1; i <= 60; i++) {
      int n = 10 + 7 * i;
      tasks.append(
          """
          {"id": "sum-%d", "family": "sum", "input": "%d", "answer": "%d"}
          """
              .formatted(i, n, n * (n - 1) / 2));
    }
    Files.writeString(directory.resolve("tasks.jsonl"), tasks);
  }

  @Test
  void improves_a_program_on_the_class_path() throws Exception {
    String classPath = CLASSES + File.pathSeparator + libraries();

    assertImproved(run("-cp", classPath, "dev.ratchet.consumer.Hello"));
  }

  @Test
  void improves_a_program_on_the_module_path() throws Exception {
    String modulePath = CLASSES + File.pathSeparator + libraries();

    assertImproved(run("-p", modulePath, "-m", "dev.ratchet.consumer/dev.ratchet.consumer.Hello"));
  }

  @Test
  void is_what_the_readme_shows_in_at_most_twelve_lines() throws IOException {
    List<String> code =
        between(
            Path.of("src/main/java/dev/ratchet/consumer/Hello.java"),
            "// README: begin",
            "// README: end");
    List<String> shown = between(Path.of("../../README.md"), "```java", "```");

    assertThat(shown).hasSizeLessThanOrEqualTo(12);
    assertThat(squeezed(shown)).isEqualTo(squeezed(code));
  }

  private void assertImproved(String output) throws IOException {
    assertThat(output).contains("proposals kept");
    assertThat(output).doesNotStartWith("0 of");
    assertThat(Files.readString(directory.resolve("my-agent/src/my/Agent.java")))
        .as("the computation of the limit is no longer repeated")
        .doesNotContain("i < limit(question)");
  }

  private static String libraries() throws IOException {
    return Files.readString(Path.of("target", "runtime-path.txt")).strip();
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private static List<String> between(Path file, String first, String last) throws IOException {
    List<String> lines = Files.readAllLines(file).stream().map(String::strip).toList();
    int begin = lines.indexOf(first);
    int end = begin + 1 + lines.subList(begin + 1, lines.size()).indexOf(last);
    assertThat(begin).as(first + " in " + file).isNotNegative();
    return lines.subList(begin + 1, end);
  }

  private static String squeezed(List<String> lines) {
    return String.join("", lines).replaceAll("\\s+", "");
  }
}
