package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a policy chooses is what the layers do. */
class PolicyInForceTest {
  private static final String GATE = "src/main/java/a/Gate.java";
  private static final String MAIN = "src/main/java/a/Main.java";
  private static final SourceTree TREE =
      SourceTree.of(
          Map.of(
              GATE,
              "package a;\npublic class Gate {\n  static int open() {\n    return Math.abs(1);\n  }\n}\n",
              MAIN,
              "package a;\npublic class Main {\n  int run() {\n    return 1;\n  }\n}\n",
              "data/answers.json",
              "{ \"a\": 1 }\n"));

  @TempDir private Path directory;

  private List<Finding> inspect(String lines, Change... changes) throws IOException {
    String text =
        "ratchet: 1\neditable: [{ paths: ['src/**', 'data/**'], operations: [create, modify] }]\n"
            + lines;
    Policy policy = Policy.read(Files.writeString(directory.resolve("policy.yaml"), text));
    return PolicyGuardrail.of(policy)
        .inspect(Corpus.candidate(TREE, ChangeSet.of(List.of(changes))))
        .findings();
  }

  private Optional<Tier> tier(String rule, String lines, Change... changes) throws IOException {
    return inspect(lines, changes).stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(Finding::tier)
        .min(Tier::compareTo);
  }

  private static Change main(String now) {
    return Corpus.replace(TREE, MAIN, "return 1;", now);
  }

  @Test
  void characters_beyond_ascii_in_code() throws IOException {
    Change change = main("int gr\u00f6\u00dfe = 1; return gr\u00f6\u00dfe;");
    assertThat(tier("text.identifier", "", change)).contains(Tier.HARD);
    assertThat(tier("text.identifier", "text: {unicode-identifiers: escalate}", change))
        .contains(Tier.ESCALATE);
    assertThat(inspect("text: {unicode-identifiers: allow}", change))
        .extracting(Finding::rule)
        .containsExactly("policy.in-force");
  }

  @Test
  void hidden_characters_whatever_the_policy_says() throws IOException {
    Change change = main("int a\\u200cb = 1; return 1;");
    String allow = "text: {unicode-identifiers: allow, ascii-escapes: allow}";
    assertThat(tier("text.identifier", allow, change)).contains(Tier.HARD);
  }

  @Test
  void escapes_of_ascii() throws IOException {
    Change change = main("return \\u0031;");
    assertThat(tier("text.escape", "", change)).contains(Tier.HARD);
    assertThat(tier("text.escape", "text: {ascii-escapes: escalate}", change))
        .contains(Tier.ESCALATE);
    assertThat(tier("text.escape", "text: {ascii-escapes: allow}", change)).isEmpty();
  }

  @Test
  void line_ends() throws IOException {
    Change change = main("int i = 1;\r\n    return i;");
    assertThat(tier("text.line-ends", "", change)).contains(Tier.HARD);
    assertThat(tier("text.line-ends", "text: {mixed-line-ends: escalate}", change))
        .contains(Tier.ESCALATE);
    assertThat(tier("text.line-ends", "text: {mixed-line-ends: allow}", change)).isEmpty();
  }

  @Test
  void growth_of_a_file() throws IOException {
    Change change = main("return 1 + 1 + 1 + 1;");
    assertThat(tier("limits.bytes", "limits: {bytes: 12}", change)).isEmpty();
    assertThat(inspect("limits: {bytes: 11}", change))
        .extracting(Finding::toString)
        .contains(
            "limits.bytes: A file grows by 12 bytes; the limit is 11 (src/main/java/a/Main.java),"
                + " because nobody reads so much, and data in it would not be seen. Remedy: add"
                + " less, or let a person raise limits.bytes");
  }

  @Test
  void nesting() throws IOException {
    Change change = main("return ((((1))));");
    assertThat(tier("limits.nesting", "", change)).isEmpty();
    assertThat(tier("limits.nesting", "limits: {nesting: 5}", change)).contains(Tier.HARD);
  }

  @Test
  void reserved_names() throws IOException {
    Change math = Corpus.create("src/main/java/b/Math.java", "package b;\nclass Math {}\n");
    Change gate = Corpus.create("src/main/java/b/Door.java", "package b;\nclass Door {}\n");
    assertThat(inspect("", math))
        .extracting(Finding::toString)
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .startsWith("members.reserved: A new type has the reserved name Math"));
    assertThat(tier("members.reserved", "", gate)).isEmpty();
    assertThat(tier("members.reserved", "java: {reserved: [Door]}", gate)).contains(Tier.HARD);
    assertThat(tier("members.reserved", "java: {reserved: [Door]}", math)).isEmpty();
  }

  @Test
  void bindings_of_a_protected_member() throws IOException {
    Change capture = Corpus.create("src/main/java/a/Math.java", "package a;\nclass Math {}\n");
    String form = "java: {reserved: []}\nprotect: {members: [{member: 'a.Gate#*'%s}]}";
    assertThat(tier("members.captured", String.format(form, ""), capture)).contains(Tier.HARD);
    assertThat(tier("members.captured", String.format(form, ", bindings: escalate"), capture))
        .contains(Tier.ESCALATE);
  }

  @Test
  void data_of_the_evaluator_never_changes() throws IOException {
    Change change = Corpus.replace(TREE, "data/answers.json", "1", "2");
    assertThat(tier("paths.protected", "", change)).isEmpty();
    assertThat(inspect("protect: {evaluator: ['data/**']}", change))
        .extracting(Finding::because)
        .contains("the policy names data/** as data of the evaluator");
  }
}
