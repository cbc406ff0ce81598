package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.text.Words;
import dev.ratchet.verdict.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyCheckTest {
  private static final String SMALL = "ratchet: 1\neditable: [{ paths: 'src/**/*.java' }]\n";
  private static final SourceTree TREE =
      SourceTree.of(
          Map.of(
              "src/a/Gate.java",
              "package a; class Gate { static final int MAX = 1; void open(int way) {} }",
              "src/a/Main.java",
              "package a; class Main { void run() {} }",
              "test/a/GateTest.java",
              "package a; class GateTest {}",
              "tools/Tool.java",
              "class Tool { record Old() {} }",
              "conf/app.yaml",
              "alignment: { limit: 0 }\n",
              "conf/twice.yaml",
              "a: 1\na: 2\n",
              "notes.md",
              "Notes\n",
              "data/answers.txt",
              "4711\n"));

  @TempDir private Path directory;

  private Policy read(String text) throws IOException {
    return Policy.read(Files.writeString(directory.resolve("policy.yaml"), text));
  }

  private List<PolicyRemark> check(String lines) throws IOException {
    String java = lines.contains("java:") ? "" : "java: { sources: [src], tests: [test] }\n";
    return PolicyCheck.of(
        read((lines.startsWith("editable:") ? "ratchet: 1\n" : SMALL) + java + lines), TREE);
  }

  @Test
  void finds_nothing_in_a_policy_that_fits() throws IOException {
    assertThat(
            check(
                """
                protect:
                  paths: [ "test/**" ]
                  members: [ "a.Gate#*" ]
                  settings: [ { file: "conf/app.yaml", keys: [ "/alignment" ] } ]
                  may-use: [ "a.Gate#MAX" ]
                  evaluator: [ "data/**" ]
                java: { sources: [ src ], tests: [ test ], entry-point: "a.Main#run" }
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "editable: [{paths: ['src/**', 'scr/**']}]|ESCALATE|policy.yaml:3:31: policy.dead-glob: editable[0].paths[1]: No file of the target matches scr/**. Remedy: correct the spelling, or remove the entry",
        "editable: [{paths: 'scr/**', operations: [create]}]|NOTE|policy.yaml:3:13: policy.dead-glob: editable[0].paths[0]: No file of the target matches scr/**",
        "editable: [{paths: 'test/**'}]|ESCALATE|policy.overlap: editable[0].paths[0]: All 1 files that match test/** are protected too, and protection wins. Remedy: name files that are not protected",
        "protect: {paths: ['src/a/Gate.java']}|NOTE|policy.overlap: editable[0].paths[0]: 1 of the 2 files that match src/**/*.java are protected too, and protection wins",
        "editable: [{paths: 'tools/**'}]|ESCALATE|policy.outside-roots: editable[0].paths[0]: tools/Tool.java is Java, but lies in no source root",
        "editable: [{paths: '*.md'}]|NOTE|policy.kind-unread: editable[0].paths[0]: Edits to its files that end in .md are refused. Remedy: let them be judged as text: kinds: { md: text }",
        "protect: {}|NOTE|policy.nothing-protected: protect: The policy protects nothing by name",
        "protect: {paths: ['pom.xml']}|ESCALATE|policy.yaml:4:19: policy.dead-glob: protect.paths[0]: No file of the target matches pom.xml",
        "protect: {members: ['a.Main', {member: 'a.Gates#*'}]}|HARD|policy.yaml:4:31: policy.member-missing: protect.members[1]: The target has nothing of the name a.Gates#*, and every edit would be refused. Remedy: correct the name",
        "protect: {members: ['a.Gate'], may-use: ['a.Gate#MIN']}|HARD|policy.member-missing: protect.may-use[0]: The target has nothing of the name a.Gate#MIN",
        "protect: {members: ['a.Gate'], may-use: ['a.Main#run']}|ESCALATE|policy.may-use-unprotected: protect.may-use[0]: a.Main#run is not protected, so edits may use it anyway",
        "protect: {settings: [{file: 'conf/main.yaml', keys: ['/alignment']}]}|HARD|policy.setting-missing: protect.settings[0].file: No file of the target matches conf/main.yaml. Remedy: correct the entry, so that it protects what is meant",
        "protect: {settings: [{file: 'conf/app.yaml', keys: ['/alignment', '/safety']}]}|HARD|policy.yaml:4:67: policy.setting-missing: protect.settings[0].keys[1]: No file that matches conf/app.yaml has the key '/safety'",
        "protect: {settings: [{file: 'conf/twice.yaml', keys: ['/a']}]}|HARD|policy.setting-unreadable: protect.settings[0].file: conf/twice.yaml:2 can't be read for certain: it has the key 'a' twice",
        "protect: {evaluator: ['bench/**']}|HARD|policy.yaml:4:23: policy.dead-glob: protect.evaluator[0]: No file of the target matches bench/**",
        "java: {sources: [main]}|HARD|policy.root-missing: java.sources: The target has Java, but none below [main]. Remedy: name the source roots under java.sources",
        "java: {sources: [src, lib]}|ESCALATE|policy.yaml:3:23: policy.root-missing: java.sources[1]: The target has no file below lib",
        "java: {sources: [src], tests: [tests]}|ESCALATE|policy.root-missing: java.tests[0]: The target has no file below tests",
        "java: {sources: [src], resources: [conf, more]}|ESCALATE|policy.root-missing: java.resources[1]: The target has no file below more",
        "java: {sources: [src], class-path: ['lib/*.jar', 'target/*.jar']}|ESCALATE|policy.dead-glob: java.class-path[0]: No file of the target matches lib/*.jar",
        "java: {sources: [tools], level: 8}|ESCALATE|policy.yaml:3:26: policy.level: java.level: 1 files can't be parsed as Java 8, the first is tools/Tool.java. Remedy: name the level that the target is written in",
        "java: {sources: [src], entry-point: 'a.Main#start'}|ESCALATE|policy.entry-point-missing: java.entry-point: The target has no a.Main#start",
        "java: {sources: [src], entry-point: 'a.Start'}|ESCALATE|policy.entry-point-missing: java.entry-point: The target has no a.Start",
        "java: {sources: [src], tests: [test], tests-editable: true}|ESCALATE|policy.tests-closed: java.tests-editable: Tests may be edited, but no entry of 'editable' matches one",
        "java: {sources: [src], capabilities: {allow: [clock, network]}}|NOTE|policy.power-allowed: java.capabilities.allow: Edits may newly use what is denied by default: network",
        "review: {when-risk-at-least: medium}|NOTE|policy.yaml:4:1: policy.carried: review: The guard carries 'review' for the host and does not enforce it",
        "adapt: {halt-after-violations: 4}|NOTE|policy.carried: adapt: The guard carries 'adapt' for the host and does not enforce it"
      })
  void says_what_does_not_fit(String lines, Tier tier, String message) throws IOException {
    assertThat(check(lines))
        .filteredOn(remark -> remark.tier() == tier)
        .extracting(PolicyRemark::toString)
        .anySatisfy(remark -> assertThat(remark).contains(message));
  }

  @Test
  void says_when_every_capability_is_allowed() throws IOException {
    String all =
        Arrays.stream(Capability.values())
            .filter(Capability::isSettable)
            .map(Words::of)
            .collect(Collectors.joining(", "));
    assertThat(check("java: { sources: [src], capabilities: { allow: [" + all + "] } }"))
        .extracting(PolicyRemark::rule)
        .contains("policy.all-allowed");
  }

  @Test
  void says_when_the_policy_lies_in_the_target() throws IOException {
    Policy policy = read(SMALL);
    assertThat(PolicyCheck.of(policy, directory))
        .extracting(PolicyRemark::toString)
        .first()
        .asString()
        .endsWith(
            "policy.yaml:1:1: policy.inside-target: The policy lies inside the tree that is edited,"
                + " so an edit could widen it. Remedy: move it outside");
  }

  @Test
  void takes_a_target_without_java() throws IOException {
    Policy policy = read("ratchet: 1\neditable: [{ paths: '*.md' }]\nkinds: { md: text }\n");
    assertThat(PolicyCheck.of(policy, SourceTree.of(Map.of("prompt.md", "Be good."))))
        .extracting(PolicyRemark::rule)
        .containsExactly("policy.nothing-protected");
  }

  @Test
  void finds_nothing_hard_in_the_bundled_policy() throws IOException {
    Path targets = Path.of("..", "examples", "targets");
    assumeTrue(Files.exists(targets.resolve("puzzle-agent")), "the examples are not there");
    Policy policy = Policy.read(targets.resolve("puzzle-agent.policy.yaml"));
    assertThat(PolicyCheck.of(policy, targets.resolve("puzzle-agent"))).isEmpty();
  }
}
