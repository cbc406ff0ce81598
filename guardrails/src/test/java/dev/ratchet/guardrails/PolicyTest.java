package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ratchet.edit.PathGlob;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.policy.AdaptTerms;
import dev.ratchet.guardrails.policy.JavaSettings;
import dev.ratchet.guardrails.policy.PolicyException;
import dev.ratchet.guardrails.policy.ReviewTerms;
import dev.ratchet.guardrails.policy.RiskLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static final String SMALL = "ratchet: 1\neditable: [{ paths: \"src/**\" }]\n";

  @TempDir private Path directory;

  private Path write(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Policy read(String text) {
    return Policy.read(write("policy.yaml", text));
  }

  @Nested
  class of_the_smallest_form {
    @Test
    void has_safe_defaults() {
      assertThat(read(SMALL).effective())
          .contains("editable: [\"MODIFY\"] [\"src/**\"]")
          .contains("java.level: 17")
          .contains("java.tests: [\"src/test/java\"]")
          .contains("java.capabilities.network: deny")
          .contains("java.capabilities.clock: escalate")
          .contains("java.declarations.mutable-static: deny")
          .contains("limits.files: 5\nlimits.changed-lines: 200\nlimits.line-length: 500")
          .contains("limits.bytes: 262144\nlimits.nesting: 60\nlimits.seconds: 60")
          .contains("text.unicode-identifiers: deny")
          .contains("java.tests-editable: false");
    }

    @Test
    void has_every_edit_reviewed_and_nothing_loosened() {
      assertThat(read(SMALL).review()).isEqualTo(new ReviewTerms(RiskLevel.LOW));
      assertThat(read(SMALL).adapt()).isEqualTo(new AdaptTerms(1, 3, OptionalInt.empty()));
    }

    @Test
    void tells_the_host_where_the_program_is() {
      assertThat(read(SMALL).java())
          .isEqualTo(
              new JavaSettings(
                  17,
                  List.of(SourcePath.of("src/main/java")),
                  List.of(SourcePath.of("src/test/java")),
                  List.of(SourcePath.of("src/main/resources")),
                  List.of(),
                  Optional.empty()));
    }

    @Test
    void reads_everything_but_build_output() {
      Policy policy = read(SMALL);
      assertThat(policy.filter().accepts(SourcePath.of("src/main/java/target/A.java"))).isTrue();
      assertThat(policy.filter().accepts(SourcePath.of("target/classes/A.class"))).isFalse();
    }
  }

  @Nested
  class of_the_full_form {
    private static final String FULL =
        SMALL
            + """
            protect:
              paths: [ "pom.xml" ]
              members:
                - "a.B#*"
                - { member: "a.B$C#d(int, java.lang.String[])", dependencies: direct }
                - { member: "@a.Protected", guard-calls: escalate, subtypes: allow, bindings: escalate }
              evaluator: [ "bench-data/**" ]
              settings: [ { file: "c.yaml", keys: [ "/a" ] } ]
              may-use: [ "a.B#MAX" ]
            java:
              level: 11
              sources: [ "src" ]
              tests: []
              tests-editable: true
              reserved: [ Gate ]
              resources: []
              class-path: [ "lib/*.jar" ]
              entry-point: "a.B#run"
              packages: { allow: [ "java.lang", "java.util.**" ] }
              capabilities: { deny: [ clock ], escalate: [ network ], allow: [ file-read ] }
              declarations: { allow: [ initializer ] }
            kinds: { md: text }
            text: { ascii-escapes: escalate }
            limits: { files: 1, changed-lines: 2, line-length: 3, bytes: 4, nesting: 5, seconds: 6 }
            review: { when-risk-at-least: medium }
            adapt: { tighten-after-violations: 2, halt-after-violations: 5, loosen-after-kept: 7 }
            """;

    @Test
    void says_what_is_in_force() {
      assertThat(read(FULL).effective())
          .contains("java.capabilities.clock: deny")
          .contains("java.capabilities.network: escalate")
          .contains("java.capabilities.file-read: allow")
          .contains("java.capabilities.exit: deny")
          .contains("java.declarations.initializer: allow")
          .contains("java.packages: [\"java.lang\", \"java.util.**\"]")
          .contains("java.tests-editable: true")
          .contains("java.reserved: [\"Gate\"]")
          .contains("kinds.text: [\"md\"]")
          .contains("text.ascii-escapes: escalate")
          .contains("limits.bytes: 4\nlimits.nesting: 5\nlimits.seconds: 6")
          .contains("protect.evaluator: [\"bench-data/**\"]");
    }

    @Test
    void says_how_far_the_protection_of_a_member_reaches() {
      assertThat(read(FULL).effective())
          .contains(
              "\"a.B#*\" dependencies: transitive, guard-calls: deny, subtypes: deny, bindings: deny")
          .contains("\"a.B$C#d(int, java.lang.String[])\" dependencies: direct, guard-calls: deny")
          .contains(
              "\"@a.Protected\" dependencies: transitive, guard-calls: escalate, subtypes: allow,"
                  + " bindings: escalate");
    }

    @Test
    void carries_the_terms_that_the_host_acts_on() {
      assertThat(read(FULL).review()).isEqualTo(new ReviewTerms(RiskLevel.MEDIUM));
      assertThat(read(FULL).adapt()).isEqualTo(new AdaptTerms(2, 5, OptionalInt.of(7)));
      assertThat(read(FULL).effective())
          .endsWith(
              "review.when-risk-at-least: medium\nadapt.tighten-after-violations: 2\n"
                  + "adapt.halt-after-violations: 5\nadapt.loosen-after-kept: 7\n");
    }

    @Test
    void tells_the_host_where_the_program_is() {
      JavaSettings java = read(FULL).java();
      assertThat(java.level()).isEqualTo(11);
      assertThat(java.tests()).isEmpty();
      assertThat(java.classPath()).containsExactly(PathGlob.of("lib/*.jar"));
      assertThat(java.entryPoint()).contains("a.B#run");
    }

    @Test
    void may_be_json() {
      Path json =
          write(
              "policy.json", "{ \"ratchet\": 1, \"editable\": [ { \"paths\": [ \"src/**\" ] } ] }");
      assertThat(Policy.read(json).hash()).isEqualTo(read(SMALL).hash());
    }

    @Test
    void has_one_hash_for_one_meaning() {
      String spelledOtherwise =
          "# comment\neditable:\n- operations: [modify]\n  paths: ['src/**']\nratchet: 1\n";
      assertThat(read(spelledOtherwise).hash()).isEqualTo(read(SMALL).hash());
      assertThat(read(FULL).hash()).isNotEqualTo(read(SMALL).hash());
    }
  }

  @Nested
  class that_is_bad {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "editable: [{paths: 'a'}]|policy.yaml:1:1: ratchet is missing; begin the policy with 'ratchet: 1'",
          "ratchet: 2|ratchet is the version of the policy's form and has to be 1",
          "ratchet: 1|editable is missing; name at least one",
          "ratchet: 1\\neditable: []|policy.yaml:2:11: editable allows no file to be edited",
          "ratchet: 1\\neditables: []|policy.yaml:2:1: unknown key 'editables'; did you mean 'editable'? Allowed: ratchet, editable",
          "ratchet: 1\\neditable: [{path: 'a'}]|policy.yaml:2:13: editable[0]: unknown key 'path'; did you mean 'paths'?",
          "ratchet: 1\\neditable: [{paths: 'a[b]'}]|policy.yaml:2:20: editable[0].paths has a bad value: Bad glob",
          "ratchet: 1\\neditable: [{paths: 'a', operations: [edit]}]|'edit' is not known",
          "ratchet: 1\\neditable: [{paths: 'a', operations: [modified]}]|did you mean 'modify'?",
          "ratchet: 1\\neditable: [{paths: 'a', operations: []}]|operations is missing; name some of create, modify, delete, move",
          "ratchet: 1\\neditable: [{paths: 12}]|has to be text, but is a whole number (12); put text in quotes",
          "ratchet: 1\\neditable: a|editable has to be a list, but is text",
          "[]|the policy has to be a map, but is a list",
          "ratchet: 1\\nratchet: 1|policy.yaml:2:1: it has the key 'ratchet' twice",
          "ratchet: 1\\n---\\nratchet: 1|it has a second document",
          "ratchet: &one 1|it has the anchor &one; remove it",
          "ratchet: !!int 1|it has a tag (!...); write the value without it",
          "ratchet: [|it is not YAML",
          "``|it is empty",
          "OK\\nlimits: {files: 010}|limits.files is written as '010', which readers take for different numbers",
          "OK\\nlimits: {files: 0x10}|limits.files is written as '0x10'",
          "OK\\nlimits: {files: 1_0}|limits.files is written as '1_0'",
          "OK\\nlimits: {files: many}|limits.files has to be a whole number from 1 to 10000, but is text",
          "OK\\nlimits: {files: 0}|limits.files has to be a whole number from 1 to 10000, but is 0",
          "OK\\nlimits: {file: 3}|limits: unknown key 'file'; did you mean 'files'? Allowed: files, changed-lines, line-length, bytes, nesting, seconds",
          "OK\\nlimits: {<<: {files: 3}}|policy.yaml:3:10: it has the key '<<', which not all readers take for text",
          "OK\\nkinds: {no: text}|policy.yaml:3:9: it has the key 'no', which not all readers take for text; write it out, or put it in quotes",
          "OK\\non: {}|policy.yaml:3:1: it has the key 'on', which not all readers take for text",
          "OK\\nlimits: {~: 3}|it has the key '~'",
          "OK\\n? [a, b]\\n: 1|policy.yaml:3:3: it has a key that is not a single value",
          "OK\\nlimits: {files: 1, files: 2}|policy.yaml:3:20: it has the key 'files' twice",
          "OK\\nlimits: {files: 1, 'files': 2}|it has the key 'files' twice",
          "OK\\nprotect: {paths: ['a', !glob 'b']}|policy.yaml:3:24: it has a tag (!...)",
          "OK\\nprotect: {paths: [&a 'a', *a]}|policy.yaml:3:19: it has the anchor &a",
          "%YAML 1.1\\n---\\nratchet: 1|it has a directive (%...); remove it",
          "%TAG ! tag:x,2000:\\n---\\nratchet: 1|it has a directive (%...); remove it",
          "OK\\n...\\nlimits: {files: 9}|policy.yaml:4:1: it is not YAML: expected '<document start>'",
          "OK\\n---\\n|it has a second document",
          "OK\\nlimits: {files: 0o10}|limits.files has to be a whole number from 1 to 10000, but is text",
          "OK\\nlimits: {files: 1:30}|limits.files is written as '1:30'",
          "OK\\nlimits: {files: +5}|limits.files is written as '+5'",
          "OK\\nlimits: {files: 5.0}|limits.files has to be a whole number from 1 to 10000, but is a number",
          "OK\\nlimits: {files: 0b101}|limits.files is written as '0b101'",
          "OK\\nlimits: {files: 99999999999}|limits.files is written as '99999999999'",
          "OK\\nlimits:|limits has to be a map, but is nothing. Allowed: files",
          "OK\\nprotect: {paths: [no]}|protect.paths has to be text, but is a truth value (no); put text in quotes",
          "OK\\nprotect: {paths: [2020-01-01]}|protect.paths has to be text, but is a value of another type (2020-01-01)",
          "OK\\nprotect: {paths: [~]}|protect.paths has to be text, but is nothing",
          "OK\\nprotect: {paths: ['a<ZWSP>b']}|policy.yaml:3:19: protect.paths has the hidden character U+200B; remove it",
          "OK\\nlevel: 17|policy.yaml:3:1: unknown key 'level'; it belongs under 'java'",
          "OK\\njava: {line-length: 3}|java: unknown key 'line-length'; it belongs under 'limits'",
          "OK\\nLimits: {files: 1}|unknown key 'Limits'; did you mean 'limits'?",
          "ratchet: 01|ratchet is the version",
          "ratchet: 1.0|ratchet is the version",
          "ratchet: true|ratchet is the version",
          "OK\\n\\tlimits: {}|it is not YAML",
          "OK\\nlimits: {bytes: 1e3}|limits.bytes has to be a whole number from 1 to 100000000",
          "OK\\nlimits: {nesting: 1000}|limits.nesting has to be a whole number from 1 to 200, but is 1000",
          "OK\\nlimits: {seconds: 0}|limits.seconds has to be a whole number from 1 to 3600, but is 0",
          "OK\\nreview: {when-risk-at-least: mid}|policy.yaml:3:30: review.when-risk-at-least has a bad value: 'mid' is not known",
          "OK\\nreview: {when-risk: low}|review: unknown key 'when-risk'; did you mean 'when-risk-at-least'?",
          "OK\\nadapt: {halt-after-violations: 0}|adapt.halt-after-violations has to be a whole number from 1 to 1000000, but is 0",
          "OK\\nadapt: {tighten-after-violations: 4, halt-after-violations: 3}|adapt.halt-after-violations is below tighten-after-violations (4), which would then never happen",
          "OK\\nadapt: {loosen-after-kept: always}|adapt.loosen-after-kept has to be a whole number from 1 to 1000000 or 'never', but is text",
          "OK\\nprotect: {evaluator: ['x/../y']}|policy.yaml:3:23: protect.evaluator has a bad value: Bad glob",
          "OK\\nprotect: {members: [{dependencies: none}]}|protect.members[0].member is missing; name what is protected",
          "OK\\nprotect: {members: [{member: 'a.B', dependency: none}]}|protect.members[0]: unknown key 'dependency'; did you mean 'dependencies'?",
          "OK\\nprotect: {members: [{member: 'a.B', dependencies: all}]}|protect.members[0].dependencies has a bad value: 'all' is not known",
          "OK\\nprotect: {members: [{member: 'a.B', guard-calls: allow}]}|'allow' is not known. Allowed: deny, escalate",
          "OK\\nprotect: {members: ['a.B', {member: 'a.B'}]}|protect.members names a.B a second time; name each once",
          "OK\\nprotect: {members: [12]}|policy.yaml:3:21: protect.members[0] has to be text, but is a whole number (12)",
          "OK\\ntext: {ascii-escapes: yes}|text.ascii-escapes has to be text, but is a truth value (yes)",
          "OK\\ntext: {ascii-escapes: ask}|text.ascii-escapes has a bad value: 'ask' is not known",
          "OK\\njava: {tests-editable: yes}|java.tests-editable has to be true or false, spelled so, but is a truth value (yes)",
          "OK\\njava: {tests-editable: 'true'}|java.tests-editable has to be true or false, spelled so, but is text (true)",
          "OK\\njava: {reserved: ['a.B']}|'a.B' is no simple name of a type; write one such as Math",
          "ratchet: '1'|ratchet is the version of the policy's form and has to be 1",
          "OK\\nprotect: {members: ['a.B#c d']}|protect.members[0] has a bad value: 'a.B#c d' names no member; allowed are pkg.Type",
          "OK\\nprotect: {members: ['@a.B#c']}|names no member",
          "OK\\nprotect: {may-use: ['@a.B']}|is an annotation; name the members that edits may use",
          "OK\\nprotect: {settings: [{file: 'a.ini', keys: ['/a']}]}|protect.settings[0].file has to end in .yaml, .yml, .json or .properties",
          "OK\\nprotect: {settings: [{file: 'a.yaml', keys: ['a']}]}|'a' is no pointer; in YAML and JSON write /alignment",
          "OK\\nprotect: {settings: [{file: 'a.properties', keys: ['/a']}]}|'/a' is a pointer; in properties name keys such as",
          "OK\\nprotect: {settings: [{file: 'a.yaml'}]}|protect.settings[0].keys is missing; name the keys",
          "OK\\njava: {level: 3}|java.level is 3, but can only be one of [8, 9, 10, 11",
          "OK\\njava: {sources: ['/src']}|java.sources has a bad value",
          "OK\\njava: {entry-point: 'run()'}|'run()' is no entry point; write package.Type or package.Type#method",
          "OK\\njava: {packages: {}}|java.packages.allow is missing",
          "OK\\njava: {packages: {allow: ['java.*']}}|'java.*' is no package; write java.util, or java.util.**",
          "OK\\njava: {capabilities: {deny: [net]}}|'net' is not known",
          "OK\\njava: {capabilities: {deny: [networks]}}|did you mean 'network'?",
          "OK\\njava: {capabilities: {deny: [clock], allow: [clock]}}|java.capabilities.allow names clock a second time, after deny",
          "OK\\njava: {capabilities: {deny: [file-read], allow: [files]}}|java.capabilities.allow names file-read a second time, after deny",
          "OK\\nkinds: {java: text}|kinds.java is no ending that can be chosen",
          "OK\\nkinds: {py: code}|kinds.py has to be text, the only kind in this version"
        })
    void says_where_and_what_is_allowed(String text, String message) {
      String policy =
          text.replace("OK\\n", SMALL)
              .replace("\\n", "\n")
              .replace("\\t", "\t")
              .replace("<ZWSP>", "\u200b");
      assertThatThrownBy(() -> read(policy))
          .isInstanceOf(PolicyException.class)
          .hasMessageStartingWith(directory.resolve("policy.yaml").toString())
          .hasMessageContaining(message);
    }

    @Test
    void refuses_an_alias() {
      assertThatThrownBy(() -> read("ratchet: 1\neditable: *x\n"))
          .isInstanceOf(PolicyException.class)
          .hasMessageContaining("policy.yaml:2:11: it has the alias *x; write it out");
    }

    @Test
    void refuses_a_file_that_is_not_there() {
      assertThatThrownBy(() -> Policy.read(directory.resolve("none.yaml")))
          .isInstanceOf(PolicyException.class)
          .hasMessageContaining("there is no policy; write one that begins with 'ratchet: 1'");
    }

    @Test
    void refuses_a_file_of_another_kind() {
      assertThatThrownBy(() -> Policy.read(write("policy.txt", SMALL)))
          .isInstanceOf(PolicyException.class)
          .hasMessageContaining("a policy has to end in .yaml, .yml or .json");
    }

    @Test
    void refuses_what_is_not_utf_8() throws IOException {
      Path file =
          Files.write(
              directory.resolve("policy.yaml"),
              "ratchet: 1 # \u00e4".getBytes(StandardCharsets.ISO_8859_1));
      assertThatThrownBy(() -> Policy.read(file))
          .isInstanceOf(PolicyException.class)
          .hasMessageContaining("the policy is not UTF-8; save it as UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{ \"ratchet\": 1, \"\\u0072atchet\": 1 }|policy.json:1:17: it has the key 'ratchet' twice",
          "{ \"ratchet\": 1 } { }|policy.json:1:18: it goes on after its value",
          "{ \"ratchet\": 01 }|policy.json:1:15: it is not JSON: Invalid numeric value: Leading zeroes not allowed",
          "{ \"ratchet\": 1.0 }|policy.json:1:14: ratchet is the version",
          "{ \"ratchet\": 1, }|policy.json:1:17: it is not JSON",
          "{ 'ratchet': 1 }|it is not JSON",
          "{ /* one */ \"ratchet\": 1 }|it is not JSON",
          "{ \"ratchet\": 1, \"editable\": null }|policy.json:1:29: editable has to be a list, but is nothing",
          "{ \"ratchet\": 1, \"editables\": [] }|policy.json:1:17: unknown key 'editables'; did you mean 'editable'?",
          "{ \"ratchet\": 1, \"editable\": [ { \"paths\": \"a\" } ], \"java\": { \"tests-editable\": \"yes\" } }|java.tests-editable has to be true or false, spelled so, but is text (yes)",
          "{ \"ratchet\": 1, \"editable\": [ { \"paths\": \"a\" } ], \"limits\": { \"files\": 1e1 } }|limits.files has to be a whole number from 1 to 10000, but is a number",
          "{ \"ratchet\": 1, \"editable\": [ { \"paths\": \"a\" } ], \"limits\": { \"files\": -1 } }|limits.files is written as '-1'",
          "[|it is not JSON",
          "``|it is empty"
        })
    void says_where_in_json_too(String text, String message) {
      Path file = write("policy.json", text.replace("\\n", "\n"));
      assertThatThrownBy(() -> Policy.read(file))
          .isInstanceOf(PolicyException.class)
          .hasMessageContaining(message);
    }

    @Test
    void refuses_nesting_without_end() {
      String deep = "ratchet: 1\neditable: " + "[".repeat(2_000);
      assertThatThrownBy(() -> read(deep)).isInstanceOf(PolicyException.class);
      Path json = write("deep.json", "[".repeat(5_000));
      assertThatThrownBy(() -> Policy.read(json)).isInstanceOf(PolicyException.class);
    }

    @Test
    void refuses_a_json_key_given_twice() {
      Path file = write("policy.json", "{ \"ratchet\": 1,\n  \"ratchet\": 1 }");
      assertThatThrownBy(() -> Policy.read(file))
          .isInstanceOf(PolicyException.class)
          .hasMessageContaining("policy.json:2:3: it has the key 'ratchet' twice");
    }
  }

  @Nested
  class beside_a_target {
    @Test
    void may_lie_outside_of_it() throws IOException {
      Path target = Files.createDirectory(directory.resolve("target-program"));
      assertThat(Policy.read(write("policy.yaml", SMALL), target)).isNotNull();
    }

    @Test
    void needs_the_target_to_be_there() {
      Path file = write("policy.yaml", SMALL);
      Path target = directory.resolve("mistyped");
      assertThatThrownBy(() -> Policy.read(file, target))
          .isInstanceOf(PolicyException.class)
          .hasMessageContaining("there is no directory " + target);
      assertThatThrownBy(() -> Policy.read(file, file))
          .isInstanceOf(PolicyException.class)
          .hasMessageContaining("there is no directory " + file);
    }

    @Test
    void may_not_lie_inside_of_it_even_through_a_link() throws IOException {
      Path target = Files.createDirectory(directory.resolve("target-program"));
      Path file = Files.writeString(target.resolve("policy.yaml"), SMALL);
      Path link = Files.createSymbolicLink(directory.resolve("link.yaml"), file);
      assertThatThrownBy(() -> Policy.read(link, target))
          .isInstanceOf(PolicyException.class)
          .hasMessageContaining("the policy lies inside the tree that is edited")
          .hasMessageContaining("move it outside");
    }
  }
}
