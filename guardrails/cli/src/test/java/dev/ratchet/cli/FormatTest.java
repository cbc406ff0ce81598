package dev.ratchet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {
  private Workspace workspace;

  @BeforeEach
  void makeRejectedEdit(@TempDir Path root) throws IOException {
    workspace = Workspace.in(root);
    workspace
        .write("after/target/made", "x\n")
        .write("after/odd \u202e name%.txt", "x\n")
        .write("after/a:b/#c", "x\n")
        .write(
            "after/" + Workspace.AGENT,
            Workspace.AGENT_TEXT.replace("number + number", "(int) System.nanoTime()"));
    Files.createSymbolicLink(workspace.path("after/link"), Path.of("../secret"));
  }

  private JsonNode report(String format) throws IOException {
    String text = workspace.checkAfter("--format", format).out();
    assertThat(text).as("hides nothing").matches("[\\n -~]+");
    return new ObjectMapper().readTree(text);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void json_has_the_documented_fields() throws IOException {
    JsonNode json = report("json");

    assertThat(names(json))
        .containsExactly(
            "verdict",
            "exit",
            "policyHash",
            "engineVersion",
            "before",
            "after",
            "files",
            "findings",
            "unknowns",
            "notAnalysed",
            "policy");
    assertThat(json.get("verdict").asText()).isEqualTo("rejected");
    assertThat(json.get("exit").asInt()).isEqualTo(1);
    assertThat(json.get("policyHash").asText()).matches("[0-9a-f]{64}");
    assertThat(json.get("files")).hasSize(1);
    assertThat(json.get("policy").get(0).asText()).isEqualTo("ratchet: 1");
    assertThat(json.get("findings"))
        .allSatisfy(
            finding ->
                assertThat(names(finding))
                    .containsExactly(
                        "rule", "tier", "message", "path", "line", "because", "remedy"));
    assertThat(json.get("notAnalysed").get(0).get("path").asText()).isEqualTo("target");
  }

  @Test
  void json_gives_paths_as_they_are() throws IOException {
    assertThat(report("json").get("findings").findValuesAsText("path"))
        .contains("odd \u202e name%.txt", "link", Workspace.AGENT);
  }

  @Test
  void sarif_fits_its_schema() throws IOException {
    Schema schema;
    try (InputStream text =
        Objects.requireNonNull(getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
    }

    assertThat(schema.validate(report("sarif"))).isEmpty();
    workspace.write("after/" + Workspace.AGENT, Workspace.AGENT_TEXT);
    Files.delete(workspace.path("after/link"));
    assertThat(schema.validate(report("sarif"))).isEmpty();
    assertThat(schema.validate(new ObjectMapper().readTree("{}"))).isNotEmpty();
  }

  /** The properties that SARIF 2.1.0 requires, and those that code hosts require beyond it. */
  @Test
  void sarif_has_what_the_standard_requires() throws IOException {
    JsonNode sarif = report("sarif");
    JsonNode run = sarif.get("runs").get(0);
    JsonNode rules = run.at("/tool/driver/rules");

    assertThat(sarif.get("version").asText()).isEqualTo("2.1.0");
    assertThat(URI.create(sarif.get("$schema").asText()).isAbsolute()).isTrue();
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("Ratchet");
    assertThat(run.at("/tool/driver/version").asText()).isEqualTo(Version.text());
    assertThat(run.at("/invocations/0/executionSuccessful").isBoolean()).isTrue();
    assertThat(run.at("/originalUriBaseIds/%SRCROOT%/description/text").isTextual()).isTrue();
    assertThat(rules.findValuesAsText("id")).doesNotHaveDuplicates();
    assertThat(rules)
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(rule.at("/shortDescription/text").asText()).isNotBlank();
              assertThat(rule.at("/help/text").asText()).isNotBlank();
              assertThat(rule.at("/defaultConfiguration/level").asText()).isIn("error", "warning");
            });
    assertThat(run.get("results"))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            result -> {
              JsonNode rule = rules.get(result.get("ruleIndex").asInt());
              assertThat(result.get("ruleId")).isEqualTo(rule.get("id"));
              assertThat(result.at("/message/text").asText()).isNotBlank();
              assertThat(result.get("level").asText()).isIn("error", "warning");
              assertThat(result.at("/partialFingerprints/ratchet~1v1").asText())
                  .matches("[0-9a-f]{64}");
            });
  }

  @Test
  void sarif_places_are_relative_uris_within_the_root() throws IOException {
    JsonNode run = report("sarif").get("runs").get(0);
    List<JsonNode> places = run.findValues("physicalLocation");

    assertThat(places)
        .isNotEmpty()
        .allSatisfy(
            place -> {
              URI uri = URI.create(place.at("/artifactLocation/uri").asText());
              assertThat(uri.isAbsolute()).isFalse();
              assertThat(uri.getRawPath()).doesNotStartWith("/").doesNotContain("..");
              assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
              assertThat(place.at("/region/startLine").asInt(1)).isPositive();
            });
    assertThat(run.findValuesAsText("uri"))
        .contains("odd%20%E2%80%AE%20name%25.txt", Workspace.AGENT);
  }

  @Test
  void sarif_notes_are_no_results() throws IOException {
    JsonNode run = report("sarif").get("runs").get(0);

    assertThat(Set.copyOf(run.get("results").findValuesAsText("ruleId")))
        .doesNotContain("policy.in-force", "edit.not-looked-at");
    assertThat(run.at("/invocations/0/toolExecutionNotifications").findValuesAsText("id"))
        .contains("policy.in-force", "edit.not-looked-at");
  }

  @Test
  void the_same_edit_gives_the_same_report() throws IOException {
    assertThat(report("sarif")).isEqualTo(report("sarif"));
  }
}
