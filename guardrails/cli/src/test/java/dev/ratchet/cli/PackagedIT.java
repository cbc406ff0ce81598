package dev.ratchet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the jar that is shipped, as its users do. */
class PackagedIT {
  private static final Path JAR =
      Path.of(System.getProperty("ratchet.jar", "target/ratchet-cli.jar"));

  private Workspace workspace;

  /** What the process said, both outputs together. */
  private record Outcome(int exit, String output) {}

  @BeforeEach
  void makeWorkspace(@TempDir Path root) {
    workspace = Workspace.in(root);
  }

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java(), "-jar", JAR.toString()));
    for (String argument : arguments) {
      command.add(argument.replace("@", workspace.path("").toString()));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return new Outcome(process.exitValue(), text);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private Outcome check(String... more) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("check", "--policy", "@/policy.yaml", "--before", "@/before"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @Test
  void it_says_its_version_and_nothing_else() throws IOException, InterruptedException {
    Outcome outcome = run("--version");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.output()).matches("ratchet \\d+\\.\\d+\\.\\d+.*\nJava .*\n");
  }

  @Test
  void it_lists_its_rules() throws IOException, InterruptedException {
    assertThat(run("rules").output()).contains("edit.link ", "members.protected ");
  }

  @Test
  void it_tells_verdicts_by_exit_code() throws IOException, InterruptedException {
    workspace.write("after/" + Workspace.AGENT, Workspace.AGENT_TEXT.replace("twice", "doubled"));
    Outcome allowed = check("--after", "@/after");
    assertThat(allowed.exit()).as(allowed.output()).isZero();
    assertThat(allowed.output()).startsWith("ALLOWED: 1 file;");

    workspace.write("after/pom.xml", "<project/>\n");
    Outcome rejected = check("--after", "@/after", "--format", "sarif");
    assertThat(rejected.exit()).as(rejected.output()).isEqualTo(1);
    assertThat(rejected.output()).startsWith("{").contains("\"ruleId\" : \"paths.protected\"");
  }

  @Test
  void an_empty_standard_input_is_no_edit() throws IOException, InterruptedException {
    Outcome outcome = check("--diff", "-");

    assertThat(outcome.exit()).as(outcome.output()).isEqualTo(1);
  }

  @Test
  void a_mistake_is_told_in_two_lines() throws IOException, InterruptedException {
    Outcome outcome = check();

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.output().lines()).hasSize(2).allMatch(line -> line.startsWith("ratchet: "));
  }

  @Test
  void the_jar_is_complete_and_clean() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Manifest manifest = jar.getManifest();
      assertThat(manifest.getMainAttributes().getValue("Main-Class"))
          .isEqualTo("dev.ratchet.cli.Main");
      List<String> names = jar.stream().map(entry -> entry.getName()).toList();
      assertThat(names)
          .doesNotHaveDuplicates()
          .contains("META-INF/LICENSE", "META-INF/THIRD-PARTY", "META-INF/NOTICE")
          .noneMatch(name -> name.endsWith("module-info.class"))
          .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)"));
    }
  }
}
