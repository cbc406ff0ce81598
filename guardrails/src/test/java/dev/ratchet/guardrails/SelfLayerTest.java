package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.evaluator.SelfLayer;
import dev.ratchet.verdict.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelfLayerTest {
  private static final String SOLVER = "src/main/java/a/Solver.java";
  private static final SourceTree TREE =
      SourceTree.of(
          Map.of(
              SOLVER,
              "package a;\n\nclass Solver {\n  Object solve() {\n    return null;\n  }\n}\n",
              "src/bench/java/b/bench/Judge.java",
              "package b.bench;\n\npublic class Judge {\n  class Marks {}\n}\n",
              "src/bench/java/a/Tasks.java",
              "package a;\n\nclass Tasks {}\n",
              "config/parts.yaml",
              "wheels: 1\n"));

  @TempDir private Path directory;

  private List<String> stopped(Change... changes) throws IOException {
    String text =
        "ratchet: 1\neditable: [{ paths: ['**'], operations: [create, modify, delete, move] }]\n"
            + "protect: { evaluator: ['src/bench/**'] }\n";
    Policy policy = Policy.read(Files.writeString(directory.resolve("policy.yaml"), text));
    return PolicyGuardrail.of(policy, List.of(), List.of(new SelfLayer()))
        .inspect(Corpus.candidate(TREE, ChangeSet.of(List.of(changes))))
        .findings()
        .stream()
        .map(Finding::rule)
        .filter(rule -> !rule.equals("policy.in-force"))
        .distinct()
        .toList();
  }

  private static Change returning(String expression) {
    return Corpus.replace(TREE, SOLVER, "return null;", "return " + expression + ";");
  }

  @Nested
  class a_name_of_the_evaluator {
    @ParameterizedTest
    @CsvSource({
      "b/bench/Judge, class Judge {}",
      "b/bench/Other, class Other {}",
      "a/Tasks, class Tasks {}",
      "a/Inner, class Inner { class In {} } class Tasks {}",
      "b/bench, class bench { static class Judge {} }",
      "b, class b { static class bench { } }",
    })
    void is_not_taken(String file, String declaration) throws IOException {
      int slash = file.lastIndexOf('/');
      String head =
          slash < 0 ? "" : "package " + file.substring(0, slash).replace('/', '.') + ";\n";
      assertThat(stopped(Corpus.create("src/main/java/" + file + ".java", head + declaration)))
          .containsExactly("self.evaluator");
    }

    @ParameterizedTest
    @CsvSource({
      "b/Judge, class Judge {}",
      "b/bench/more/Other, class Other {}",
      "b/benches, class benches {}",
      "a/Other, class Other { class Tasks {} }",
      "a/Judge, class Judge { class Marks {} }",
    })
    void may_look_alike(String file, String declaration) throws IOException {
      String head = "package " + file.substring(0, file.lastIndexOf('/')).replace('/', '.') + ";\n";
      assertThat(stopped(Corpus.create("src/main/java/" + file + ".java", head + declaration)))
          .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"\"b.bench.Judge\"", "\"L\" + \"b/bench/Judge\"", "\"b.bench.Judge$Marks\""})
    void is_not_looked_up(String expression) throws IOException {
      assertThat(stopped(returning(expression))).containsExactly("self.evaluator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"bench\"", "\"b.bench\"", "\"Judge\"", "\"Tasks\""})
    void may_be_spoken_of_in_part(String expression) throws IOException {
      assertThat(stopped(returning(expression))).isEmpty();
    }
  }

  @Nested
  class a_policy {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "config/more.yaml | ratchet: 1",
          "config/more.yml | '\"ratchet\" : 1'",
          "config/more.json | { \"ratchet\": 1 }",
        })
    void is_not_made(String path, String text) throws IOException {
      assertThat(stopped(Corpus.create(path, text + "\n"))).containsExactly("self.policy");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "config/more.yaml | ratchets: 1",
          "config/more.yaml | tools: { ratchet: 1 }",
          "config/more.yaml | ratchet: steel",
          "config/more.properties | ratchet: 1",
        })
    void is_no_part_list(String path, String text) throws IOException {
      assertThat(stopped(Corpus.create(path, text + "\n"))).isEmpty();
    }
  }

  @Nested
  class ratchet {
    @Test
    void is_not_declared() throws IOException {
      assertThat(stopped(Corpus.create("src/main/java/V.java", "package dev.ratchet.verdict;")))
          .containsExactly("self.ratchet");
      assertThat(stopped(Corpus.create("src/main/java/V.java", "package dev.ratchets.verdict;")))
          .isEmpty();
    }

    @Test
    void is_not_named() throws IOException {
      assertThat(stopped(returning("\"dev.ratchet.verdict.Tier\"")))
          .containsExactly("self.ratchet");
      assertThat(stopped(returning("\"dev/ratch\""))).isEmpty();
    }
  }
}
