package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ratchet.guardrails.policy.PolicyException;
import dev.ratchet.guardrails.policy.RiskLevel;
import dev.ratchet.guardrails.rules.Dependencies;
import dev.ratchet.guardrails.rules.JavaRulesReader;
import dev.ratchet.guardrails.rules.Operation;
import dev.ratchet.guardrails.rules.PolicyKeys;
import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.guardrails.rules.Stance;
import dev.ratchet.guardrails.source.DeclarationKind;
import dev.ratchet.guardrails.source.JavaLevels;
import dev.ratchet.guardrails.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader know the same keys and values. */
class PolicySchemaTest {
  private static final String SMALL = "ratchet: 1\neditable: [{ paths: \"src/**\" }]\n";
  private static final JsonNode TREE = tree();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(PolicySchema.text());

  @TempDir private Path directory;

  private static JsonNode tree() {
    try {
      return new ObjectMapper().readTree(PolicySchema.text());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Error> problems(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML);
  }

  private void read(String yaml) throws IOException {
    Policy.read(Files.writeString(directory.resolve("policy.yaml"), yaml));
  }

  static Stream<Arguments> sections() {
    return Stream.of(
        Arguments.of("", PolicyKeys.TOP),
        Arguments.of("/properties/editable/items", PolicyKeys.EDITABLE),
        Arguments.of("/properties/protect", PolicyKeys.PROTECT),
        Arguments.of("/properties/protect/properties/members/items/oneOf/1", PolicyKeys.MEMBER),
        Arguments.of("/properties/protect/properties/settings/items", PolicyKeys.SETTING),
        Arguments.of("/properties/java", PolicyKeys.JAVA),
        Arguments.of("/properties/java/properties/packages", PolicyKeys.PACKAGES),
        Arguments.of("/properties/java/properties/capabilities", PolicyKeys.STANCES),
        Arguments.of("/properties/java/properties/declarations", PolicyKeys.STANCES),
        Arguments.of("/properties/text", PolicyKeys.TEXT),
        Arguments.of("/properties/limits", PolicyKeys.LIMITS),
        Arguments.of("/properties/review", PolicyKeys.REVIEW),
        Arguments.of("/properties/adapt", PolicyKeys.ADAPT));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void has_the_keys_that_the_reader_knows(String pointer, List<String> keys) {
    JsonNode section = TREE.at(pointer);
    assertThat(names(section.get("properties"))).isEqualTo(keys);
    assertThat(section.get("additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void has_no_section_that_is_not_compared() {
    long closed = sections().count();
    assertThat(TREE.findValues("additionalProperties"))
        .filteredOn(JsonNode::isBoolean)
        .hasSize((int) closed);
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static Stream<Arguments> words() {
    String member = "/properties/protect/properties/members/items/oneOf/1/properties/";
    return Stream.of(
        Arguments.of("/$defs/capability", JavaRulesReader.capabilityWords()),
        Arguments.of("/$defs/declaration", Words.all(DeclarationKind.class)),
        Arguments.of(
            "/properties/editable/items/properties/operations/items", Words.all(Operation.class)),
        Arguments.of(member + "dependencies", Words.all(Dependencies.class)),
        Arguments.of(member + "subtypes", Words.all(Stance.class)),
        Arguments.of(member + "guard-calls", List.of("deny", "escalate")),
        Arguments.of(member + "bindings", List.of("deny", "escalate")),
        Arguments.of("/properties/text/properties/ascii-escapes", Words.all(Stance.class)),
        Arguments.of(
            "/properties/review/properties/when-risk-at-least", Words.all(RiskLevel.class)),
        Arguments.of(
            "/properties/java/properties/level",
            JavaLevels.all().stream().map(String::valueOf).toList()));
  }

  @ParameterizedTest
  @MethodSource("words")
  void has_the_words_that_the_reader_knows(String pointer, List<String> words) {
    List<String> values = new ArrayList<>();
    TREE.at(pointer).get("enum").forEach(value -> values.add(value.asText()));
    assertThat(values).containsExactlyInAnyOrderElementsOf(words);
  }

  @Test
  void has_the_defaults_of_the_reader() throws IOException {
    Rules.Limits limits =
        Policy.read(Files.writeString(directory.resolve("policy.yaml"), SMALL)).rules().limits();
    JsonNode written = TREE.at("/properties/limits/properties");
    assertThat(PolicyKeys.LIMITS.stream().map(key -> written.get(key).get("default").asInt()))
        .containsExactly(
            limits.files(),
            limits.changedLines(),
            limits.lineLength(),
            limits.bytes(),
            limits.nesting(),
            (int) limits.time().toSeconds());
  }

  static Stream<Arguments> numbers() {
    return Stream.of("limits", "adapt")
        .flatMap(
            section ->
                TREE.at("/properties/" + section + "/properties").properties().stream()
                    .map(Map.Entry::getKey)
                    .map(key -> Arguments.of(section, key)));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void has_the_bounds_of_the_reader(String section, String key) throws IOException {
    JsonNode property = TREE.at("/properties/" + section + "/properties/" + key);
    int most =
        (property.has("maximum") ? property : property.at("/oneOf/0")).get("maximum").asInt();
    boolean needsHalt = key.equals("tighten-after-violations");
    String halt = needsHalt ? ", halt-after-violations: " + most : "";
    String form = SMALL + section + ": { " + key + ": %d" + halt + " }\n";
    read(String.format(form, most));
    assertThat(problems(String.format(form, most))).isEmpty();
    for (int bad : new int[] {0, most + 1}) {
      assertThatThrownBy(() -> read(String.format(form, bad))).isInstanceOf(PolicyException.class);
      assertThat(problems(String.format(form, bad))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "protect: { paths: [ 'a/**' ], members: [ 'a.B#*', { member: '@a.C', subtypes: allow } ] }",
        "protect: { settings: [ { file: '**/*.YML', keys: [ '/a' ] } ], may-use: [ 'a.B#c(int)' ] }",
        "protect: { evaluator: [ 'bench-data/**' ] }",
        "java: { level: 21, sources: [], tests-editable: true, reserved: [ Gate ] }",
        "java: { entry-point: 'a.B#run', packages: { allow: [ 'java.util.**' ] } }",
        "java: { capabilities: { deny: [ files ], allow: [ clock ] }, class-path: [ 'lib/*.jar' ] }",
        "java: { declarations: { escalate: [ initializer ] } }",
        "kinds: { md: text }",
        "text: { mixed-line-ends: allow }",
        "review: { when-risk-at-least: high }",
        "adapt: { loosen-after-kept: never }"
      })
  void accepts_what_the_reader_accepts(String lines) {
    assertThatCode(() -> read(SMALL + lines)).doesNotThrowAnyException();
    assertThat(problems(SMALL + lines)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "protects: {}",
        "protect: { path: [] }",
        "protect: { paths: 'a' }",
        "protect: { members: [ 'a b' ] }",
        "protect: { members: [ { dependencies: none } ] }",
        "protect: { members: [ { member: 'a.B', bindings: allow } ] }",
        "protect: { settings: [ { file: 'a.ini', keys: [ '/a' ] } ] }",
        "protect: { settings: [ { file: 'a.json', keys: [] } ] }",
        "protect: { evaluator: [ 'a[b]' ] }",
        "java: { level: 7 }",
        "java: { sources: [ '/src' ] }",
        "java: { packages: {} }",
        "java: { tests-editable: 1 }",
        "java: { capabilities: { deny: [ net ] } }",
        "kinds: { java: text }",
        "kinds: { md: code }",
        "text: { ascii-escapes: never }",
        "limits: { files: '3' }",
        "review: { when-risk-at-least: 2 }",
        "adapt: { loosen-after-kept: always }"
      })
  void refuses_what_the_reader_refuses(String lines) {
    assertThatThrownBy(() -> read(SMALL + lines)).isInstanceOf(PolicyException.class);
    assertThat(problems(SMALL + lines)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ratchet: 1",
        "ratchet: 2\neditable: [ { paths: 'a' } ]",
        "editable: [ { paths: 'a' } ]",
        "ratchet: 1\neditable: []",
        "ratchet: 1\neditable: [ { operations: [ modify ] } ]",
        "ratchet: 1\neditable: [ { paths: 'a', operations: [ edit ] } ]"
      })
  void refuses_a_policy_without_its_beginning(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(PolicyException.class);
    assertThat(problems(text)).isNotEmpty();
  }

  @Test
  void accepts_the_policies_that_are_here() throws IOException {
    for (Corpus corpus : Corpus.all()) {
      assertThat(problems(Files.readString(corpus.policy().written().file()))).isEmpty();
    }
    Path bundled = Path.of("..", "examples", "targets", "puzzle-agent.policy.yaml");
    assumeTrue(Files.exists(bundled), "the examples are not there");
    assertThat(problems(Files.readString(bundled))).isEmpty();
  }
}
