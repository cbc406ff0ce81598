package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDraftTest {
  @TempDir private Path directory;

  private Policy read(String draft) throws IOException {
    return Policy.read(Files.writeString(directory.resolve("policy.yaml"), draft));
  }

  private String draft(Map<String, String> files) throws IOException {
    SourceTree tree = SourceTree.of(files);
    String draft = PolicyDraft.of(tree);
    assertThat(PolicyCheck.of(read(draft), tree))
        .filteredOn(remark -> !remark.rule().equals("policy.nothing-protected"))
        .as(draft)
        .isEmpty();
    if (read(draft).java().level() <= Runtime.version().feature()) {
      assertThat(PolicyGuardrail.of(read(draft)).inspect(Candidate.baseline(tree)).isAccepted())
          .as(draft)
          .isTrue();
    }
    return draft;
  }

  private static Map<String, String> files(String... more) {
    Map<String, String> files = new HashMap<>();
    files.put("src/main/java/a/Main.java", "package a; class Main {}");
    for (int i = 0; i < more.length; i += 2) {
      files.put(more[i], more[i + 1]);
    }
    return files;
  }

  @Nested
  class of_the_layout {
    @Test
    void opens_the_sources_and_protects_the_tests_of_each_module() throws IOException {
      assertThat(
              draft(
                  files(
                      "one/src/main/java/b/B.java", "package b; class B {}",
                      "one/src/main/resources/x.txt", "x",
                      "one/src/test/java/b/BTest.java", "package b; class BTest {}",
                      "one/src/jmh/java/b/BJmh.java", "package b; class BJmh {}",
                      "bench-api/src/main/java/c/C.java", "package c; class C {}")))
          .contains("- { paths: \"bench-api/src/main/java/**/*.java\", operations")
          .contains("- { paths: \"src/main/java/**/*.java\", operations: [create, modify] }")
          .contains("- { paths: \"one/src/main/java/**/*.java\", operations: [create, modify] }")
          .contains("paths: [ \"one/src/jmh/java/**\", \"one/src/test/java/**\" ]")
          .contains(
              "sources: [ \"bench-api/src/main/java\", \"one/src/main/java\", \"src/main/java\" ]")
          .contains("tests: [ \"one/src/jmh/java\", \"one/src/test/java\" ]")
          .contains("resources: [ \"one/src/main/resources\" ]");
    }

    @Test
    void finds_a_plain_source_folder() throws IOException {
      assertThat(
              draft(
                  Map.of(
                      "src/b/c/C.java", "/* text */ \npackage b.c;\n class C {}",
                      "lib/x.jar", "no jar")))
          .contains("sources: [ \"src\" ]")
          .contains("tests: []")
          .contains("class-path: [ \"lib/*.jar\" ]");
    }

    @Test
    void refuses_a_target_without_java() {
      assertThatThrownBy(() -> PolicyDraft.of(SourceTree.of(Map.of("prompt.md", "x"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("The target has no Java file below a source root");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pom.xml|<maven.compiler.release>21</maven.compiler.release>|level: 21 # pom.xml says so",
        "pom.xml|<maven.compiler.source>1.8</maven.compiler.source>|level: 8 # pom.xml says so",
        "pom.xml|<source>${x}</source><java.version>11</java.version>|level: 11 # pom.xml says so",
        "build.gradle|java { sourceCompatibility = JavaVersion.VERSION_11 }|level: 11 # build.gradle",
        "build.gradle|sourceCompatibility '1.8'|level: 8 # build.gradle says so",
        "build.gradle.kts|languageVersion = JavaLanguageVersion.of(21)|level: 21 # build.gradle.kts",
        "build.gradle|options.release = 99|level: 17 # no build file says it",
        "notes.txt|nothing|level: 17 # no build file says it"
      })
  void takes_the_level_from_the_build_as_text(String file, String text, String expected)
      throws IOException {
    assertThat(draft(files(file, text))).contains(expected);
  }

  @Test
  void takes_a_level_at_which_the_files_can_be_parsed() throws IOException {
    assertThat(
            draft(
                files(
                    "pom.xml", "<java.version>8</java.version>",
                    "src/main/java/a/R.java", "package a; record R() {}")))
        .contains("level: 16 # the lowest at which all files can be parsed");
  }

  @Nested
  class of_safeguards {
    @Test
    void proposes_types_and_members_by_name() throws IOException {
      assertThat(
              draft(
                  files(
                      "src/main/java/a/SafetyGate.java",
                      "package a; class SafetyGate { class Audit {} int harm; }",
                      "src/main/java/a/Agent.java",
                      "package a; class Agent { String systemPrompt() { return null; } void auditAll() {} }",
                      "src/main/java/a/Guardian.java",
                      "package a; class Guardian {}")))
          .contains(
              "members:\n    - \"a.Agent#auditAll\"\n    - \"a.Agent#systemPrompt\"\n"
                  + "    - \"a.SafetyGate#*\"\n  # Protected")
          .doesNotContain("Guardian#");
    }

    @Test
    void proposes_settings_by_name() throws IOException {
      assertThat(
              draft(
                  files(
                      "conf/agent.yaml", "name: x\nagent:\n  safety-limits: { a: 1 }\n",
                      "conf/app.properties", "audit.log=on\nport=1\n",
                      "conf/plain.json", "{ \"port\": 1 }",
                      "conf/broken.yaml", "a: 1\na: 2\n",
                      "src/test/resources/alignment.yaml", "alignment: 1\n")))
          .contains("- { file: \"conf/agent.yaml\", keys: [ \"/agent/safety-limits\" ] }")
          .contains("- { file: \"conf/app.properties\", keys: [ \"audit.log\" ] }")
          .contains("# - { paths: \"conf/plain.json\", operations: [modify] }")
          .doesNotContain("broken")
          .doesNotContain("file: \"src/test");
    }

    @Test
    void proposes_the_data_of_the_evaluator() throws IOException {
      assertThat(
              draft(
                  files(
                      "bench-data/tasks/one.json", "{}",
                      "src/test/resources/golden/one.json", "{}",
                      "src/main/java/a/eval/E.java", "package a.eval; class E {}")))
          .contains("evaluator: [ \"bench-data/**\" ]");
    }

    @Test
    void says_when_nothing_is_named_like_one() throws IOException {
      assertThat(draft(files())).contains("# Nothing is named like a safeguard.");
    }
  }

  @Nested
  class of_powers {
    @Test
    void allows_the_trade_of_a_program_and_denies_what_it_never_does() throws IOException {
      Map<String, String> files = files();
      for (int i = 0; i < 6; i++) {
        files.put(
            "src/main/java/a/T" + i + ".java",
            "package a; class T" + i + " { void run() { new Thread().start(); } }");
      }
      files.put(
          "src/main/java/a/Now.java", "package a; class Now { long now = System.nanoTime(); }");
      assertThat(draft(files))
          .contains("allow: [ threads ]")
          .contains("escalate: [ clock ]")
          .containsPattern("deny: \\[ reflection, .*randomness, console \\]")
          .contains("# clock: 1 uses in 1 files (java.lang.System#nanoTime 1)")
          .containsPattern("# threads: \\d+ uses in 6 files");
    }

    @Test
    void asks_a_person_for_hard_ones_that_are_the_trade() throws IOException {
      Map<String, String> files = files();
      for (int i = 0; i < 5; i++) {
        files.put(
            "src/main/java/a/N" + i + ".java",
            "package a; import java.net.Socket; class N" + i + " { Socket s; }");
      }
      assertThat(draft(files)).contains("escalate: [ network ]");
    }
  }

  @Test
  void fits_the_bundled_target() throws IOException {
    Path target = Path.of("..", "examples", "targets", "puzzle-agent");
    assumeTrue(Files.exists(target), "the examples are not there");
    SourceTree tree = SourceTree.read(target, PathFilter.all());
    String draft = PolicyDraft.of(tree);
    assertThat(draft)
        .contains("\"puzzles.agent.Alignment#*\"")
        .contains("keys: [ \"/alignment\" ]")
        .contains("paths: \"src/main/java/**/*.java\"");
    assertThat(PolicyCheck.of(read(draft), tree)).isEmpty();
  }
}
