package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.power.CapabilityLayer;
import dev.ratchet.guardrails.power.DeclarationLayer;
import dev.ratchet.guardrails.power.DeclarationRules;
import dev.ratchet.guardrails.power.PowerRules;
import dev.ratchet.verdict.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue says of code is so. */
class RuleExamplesTest {
  private static final String SOLVER = "src/main/java/a/Solver.java";
  private static final SourceTree TREE =
      SourceTree.of(
          Map.of(
              SOLVER,
              """
              package a;

              import java.io.ObjectInputStream;
              import java.lang.management.ManagementFactory;
              import java.net.Socket;
              import java.net.URI;
              import java.nio.file.Files;
              import java.sql.DriverManager;
              import java.time.Duration;
              import java.util.Locale;
              import java.util.Random;
              import javax.naming.InitialContext;
              import javax.script.ScriptEngineManager;

              class Solver {
                void solve() throws Exception {
                  // work
                }
                // member
              }
              """));

  @TempDir private Path directory;

  static Stream<Rule> powers() {
    return PowerRules.ALL.stream().filter(rule -> !rule.id().endsWith(".unclassified"));
  }

  static Stream<Rule> declarations() {
    return DeclarationRules.ALL.stream();
  }

  private List<String> rules(Change change) throws IOException {
    Policy policy =
        Policy.read(
            Files.writeString(
                directory.resolve("policy.yaml"), "ratchet: 1\neditable: [{ paths: 'src/**' }]\n"));
    return PolicyGuardrail.of(
            policy, List.of(), List.of(new CapabilityLayer(), new DeclarationLayer()))
        .inspect(Corpus.candidate(TREE, ChangeSet.of(List.of(change))))
        .findings()
        .stream()
        .map(Finding::rule)
        .toList();
  }

  private List<String> doing(String code) throws IOException {
    String work = code.endsWith(";") ? code : "Object made = " + code + ";";
    return rules(Corpus.replace(TREE, SOLVER, "// work", work));
  }

  private List<String> declaring(String code) throws IOException {
    String member = code.replace("{ ... }", "{ throw new IllegalStateException(); }");
    return rules(Corpus.replace(TREE, SOLVER, "// member", member));
  }

  @ParameterizedTest
  @MethodSource("powers")
  void of_powers(Rule rule) throws IOException {
    assertThat(doing(rule.stopped())).contains(rule.id());
    assertThat(doing(rule.passed())).containsExactly("policy.in-force");
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void of_declarations(Rule rule) throws IOException {
    assertThat(declaring(rule.stopped())).contains(rule.id());
    assertThat(declaring(rule.passed())).containsExactly("policy.in-force");
  }
}
