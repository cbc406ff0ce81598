package dev.ratchet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ratchet.cli.Workspace.Outcome;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.PatchFormat;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeSetFileTest {
  private static final Schema SCHEMA = schema();
  private static final String HASH = "\"" + ContentHash.ofText("") + "\"";
  private static final Pattern BEYOND_A_SCHEMA =
      Pattern.compile("\\} \\{|\"changes\".*\"changes\"|\"path\".*\"path\"|\"!\"|\\x00|^$");

  private Workspace workspace;

  @BeforeEach
  void makeWorkspace(@TempDir Path root) {
    workspace = Workspace.in(root);
  }

  private Outcome check(String changes) {
    return workspace.checkChangeSet(list(changes));
  }

  private static String list(String changes) {
    return "{\"changes\": [" + changes.replace('\'', '"') + "]}";
  }

  private static List<com.networknt.schema.Error> problems(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }

  private static Schema schema() {
    InputStream text = ChangeSetFile.class.getResourceAsStream("change-set.schema.json");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Objects.requireNonNull(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'op': 'create', 'path': 'src/main/java/acme/New.java', 'content': 'package acme;\\n\\nfinal class New {}\\n'}",
        "{'op': 'create', 'path': 'src/main/java/acme/New.java', 'content-base64': 'cGFja2FnZSBhY21lOwo=', 'mode': '100644'}",
        "{'op': 'modify', 'path': 'config/agent.yaml', 'content': 'steps: 4\\n'}",
        "{'operation': 'modify', 'path': 'config/agent.yaml', 'text': 'steps: 4\\n'}",
        "{'op': 'modify', 'path': 'config/agent.yaml', 'content': 'steps: 3\\n'}",
        ""
      })
  void an_honest_change_is_allowed(String change) {
    Outcome outcome = check(change);

    assertThat(outcome.exit()).as(outcome.toString()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'op': 'create', 'path': '../x.java', 'content': 'x'}                | hard edit.path at ../x.java
          {'op': 'create', 'path': '/etc/x', 'content': 'x'}                   | hard edit.path at /etc/x
          {'op': 'create', 'path': 'a\\\\u202eb', 'content': 'x'}              | hard edit.path at a<U+202E>b
          {'op': 'create', 'path': '', 'content': 'x'}                         | '' is no path
          {'op': 'delete', 'path': '.git/config'}                              | belongs to git
          {'op': 'move', 'from': 'config/agent.yaml', 'to': '..'}              | hard edit.path at ..
          {'op': 'symlink', 'path': 'config/agent.yaml', 'target': '/etc/x'}   | is to be a symbolic link to '/etc/x'
          {'op': 'hard-link', 'path': 'config/agent.yaml', 'target': 'x'}      | is to be a hard link to 'x'
          {'op': 'create', 'path': 'config/a.yaml', 'content': 'x', 'mode': '120000'} | hard edit.link
          {'op': 'create', 'path': 'config/a.yaml', 'content': 'x', 'mode': '104755'} | hard edit.mode
          {'op': 'mode', 'path': 'config/agent.yaml', 'mode': '100755'}        | hard paths.mode
          {'op': 'modify', 'path': 'config/agent.yaml', 'mode': 'executable'}  | hard paths.mode
          {'op': 'modify', 'path': 'config/none.yaml', 'content': 'x'}         | hard edit.applies at config/none.yaml
          {'op': 'create', 'path': 'config/agent.yaml', 'content': 'x'}        | it exists; modify it instead
          {'op': 'create', 'path': 'config/Agent.yaml', 'content': 'x'}        | differs only in upper and lower case
          {'op': 'delete', 'path': 'config'}                                   | hard edit.applies at config
          {'op': 'move', 'from': 'config/agent.yaml', 'to': 'config/agent.yaml'} | is to be moved to where it is
          {'op': 'create', 'path': 'config/a.yaml', 'content': '\\\\ud800'}    | hard edit.unreadable
          {'op': 'delete', 'path': 'config/agent.yaml'}                        | hard paths.editable
          {'op': 'create', 'path': 'build/x.yaml', 'content': 'x'}             | hard paths.editable
          """)
  void a_change_that_must_not_be_is_refused(String change, String expected) {
    assertThat(problems(list(change.replace("\\\\", "\\")))).isEmpty();
    Outcome outcome = check(change.replace("\\\\", "\\"));

    assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.out()).contains(expected);
  }

  @Test
  void the_hash_of_the_base_is_checked() {
    String change =
        "{'op': 'modify', 'path': 'config/agent.yaml', 'content': 'steps: 4\\n', 'base-sha256': '%s'}";

    assertThat(check(change.formatted(ContentHash.ofText("steps: 3\n"))).exit()).isZero();
    Outcome stale = check(change.formatted(ContentHash.ofText("steps: 2\n")));
    assertThat(stale.exit()).isEqualTo(1);
    assertThat(stale.out()).contains("starts from another file than the one there");
  }

  @Test
  void one_file_is_touched_once_however_it_is_cased() {
    Outcome outcome =
        check(
            "{'op': 'create', 'path': 'config/a.yaml', 'content': 'x: 1\\n'},"
                + "{'op': 'create', 'path': 'config/A.yaml', 'content': 'x: 1\\n'}");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("hard edit.once");
  }

  @Test
  void what_can_be_judged_is_judged_beside_what_can_not() {
    Outcome outcome =
        check(
            "{'op': 'create', 'path': '../x', 'content': 'x'},"
                + "{'op': 'modify', 'path': 'config/none.yaml', 'content': 'x'},"
                + "{'op': 'create', 'path': 'config/agent.yaml', 'content': 'x'},"
                + "{'op': 'create', 'path': 'pom.xml', 'content': '<project/>'}");

    assertThat(outcome.out())
        .contains("edit.path at ../x", "edit.applies", "paths.protected at pom.xml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{'changes': {}}",
        "{'changes': [], 'more': 1}",
        "{'changes': [1]}",
        "{'changes': []} {}",
        "{'changes': [], 'changes': []}",
        "{'changes': [{'op': 'create', 'path': 'a'}]}",
        "{'changes': [{'op': 'create', 'path': 1, 'content': ''}]}",
        "{'changes': [{'op': 'create', 'path': 'a', 'content': '', 'text': ''}]}",
        "{'changes': [{'op': 'create', 'path': 'a', 'content': '', 'content-base64': ''}]}",
        "{'changes': [{'op': 'create', 'path': 'a', 'content-base64': '!'}]}",
        "{'changes': [{'op': 'create', 'path': 'a', 'path': 'b', 'content': ''}]}",
        "{'changes': [{'op': 'create', 'path': 'a', 'content': '', 'target': 'x'}]}",
        "{'changes': [{'op': 'copy', 'path': 'a'}]}",
        "{'changes': [{'path': 'a'}]}",
        "{'changes': [{'op': 'modify', 'path': 'a'}]}",
        "{'changes': [{'op': 'mode', 'path': 'a'}]}",
        "{'changes': [{'op': 'move', 'path': 'a'}]}",
        "\u0000"
      })
  void a_malformed_file_is_the_hosts_mistake(String json) {
    Outcome outcome = workspace.checkChangeSet(json.replace('\'', '"'));

    assertThat(isGood(json.replace('\'', '"'))).as("the schema says so too").isFalse();
    assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("ratchet: ");
  }

  /** Repeated keys, further documents and bad base 64 are not for a schema to tell. */
  private static boolean isGood(String json) {
    try {
      return problems(json).isEmpty() && !BEYOND_A_SCHEMA.matcher(json).find();
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Test
  void the_example_in_the_readme_fits() throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    String example = readme.substring(readme.indexOf("{ \"changes\""));

    assertThat(problems(example.substring(0, example.indexOf("```")).replace("\"...\"", HASH)))
        .isEmpty();
  }

  @Test
  void what_the_library_writes_is_read() throws IOException {
    SourceTree before = SourceTree.read(workspace.path("before"), PathFilter.all());
    SourceTree after = before.with(SourcePath.of("config/agent.yaml"), SourceFile.of("steps: 4\n"));
    String json = PatchFormat.JSON.write(ChangeSet.between(before, after));

    Outcome outcome = workspace.checkChangeSet(json);

    assertThat(outcome.exit()).as(outcome.toString()).isZero();
  }
}
