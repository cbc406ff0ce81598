package dev.ratchet.edit;

import static dev.ratchet.edit.PatchFormat.JSON;
import static dev.ratchet.edit.Patches.applied;
import static dev.ratchet.edit.Patches.path;
import static dev.ratchet.edit.Patches.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPatchTest {

  private static final SourceTree BASE = SourceTree.of(Map.of("a", "1\n", "b", "2\n", "c", "3\n"));

  private static String patch(String... changes) {
    return "{\"changes\": [" + String.join(", ", changes).replace('\'', '"') + "]}";
  }

  private static PatchProblem refused(String... changes) {
    return problem(JSON, patch(changes), BASE);
  }

  @Test
  void does_every_operation() {
    String patch =
        patch(
            "{'operation': 'create', 'path': 'd', 'base64': 'AAE=', 'mode': 'executable'}",
            "{'operation': 'modify', 'path': 'a', 'text': 'x', 'base': '"
                + ContentHash.ofText("1\n")
                + "'}",
            "{'operation': 'delete', 'path': 'b'}",
            "{'operation': 'move', 'from': 'c', 'path': 'e/f'}");

    assertThat(applied(JSON, patch, BASE))
        .isEqualTo(
            SourceTree.of(Map.of("a", "x", "e/f", "3\n"))
                .with(path("d"), SourceFile.of(new byte[] {0, 1}).withMode(FileMode.EXECUTABLE)));
  }

  @Test
  void a_modification_may_change_the_mode_alone() {
    SourceTree tree =
        applied(JSON, patch("{'operation': 'modify', 'path': 'a', 'mode': 'executable'}"), BASE);

    assertThat(tree.file(path("a"))).hasValue(SourceFile.of("1\n").withMode(FileMode.EXECUTABLE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'operation': 'create', 'path': 'd', 'txt': '' | the key \"txt\" is unknown; allowed are oper",
        "'operation': 'delete', 'path': 'a', 'text': '' | the key \"text\" is unknown; allowed are op",
        "'operation': 'create', 'path': 'd' | it has neither \"text\" nor \"base64\"",
        "'operation': 'create', 'text': '' | the key \"path\" is missing",
        "'path': 'a' | the key \"operation\" is missing",
        "'operation': 'copy', 'path': 'a' | the operation \"copy\" is unknown; allowed are create,",
        "'operation': 'create', 'path': 'd', 'text': 1 | the value of \"text\" has to be a string",
        "'operation': 'create', 'path': 'd', 'text': null | the value of \"text\" has to be a string",
        "'operation': 'create', 'path': 'd', 'base64': '?' | its content cannot be read: ",
        "'operation': 'create', 'path': 'd', 'text': '\\ud800' | its content cannot be read: ",
        "'operation': 'create', 'path': 'd', 'text': '', 'base64': '' | it has both \"text\" and",
        "'operation': 'create', 'path': 'd', 'text': '', 'mode': '777' | the mode \"777\" is unknown",
        "'operation': 'create', 'path': '../d', 'text': '' | \"../d\" is not a source path: ",
        "'operation': 'create', 'path': 'a', 'text': '' | the file exists already",
        "'operation': 'modify', 'path': 'd', 'text': '' | the file does not exist",
        "'operation': 'delete', 'path': 'd' | the file does not exist",
        "'operation': 'modify', 'path': 'a' | the file is like this already",
        "'operation': 'move', 'from': 'a', 'path': 'a' | \"from\" and \"path\" are the same; use modify",
        "'operation': 'move', 'from': 'a', 'path': 'b' | No file can be put at b",
        "'operation': 'delete', 'path': 'a', 'base': '00' | its base is not what is there: the patch",
      })
  void refuses_a_change_that_is_not_exact(String members, String reason) {
    assertThat(refused("{" + members + "}").message()).startsWith(reason);
  }

  @Test
  void names_the_change_that_is_wrong_and_refuses_all() {
    PatchProblem problem =
        refused(
            "{'operation': 'delete', 'path': 'a'}",
            "{'operation': 'delete', 'path': 'b', 'x': ''}");

    assertThat(problem.hunk()).isEqualTo(2);
    assertThat(problem.toString()).startsWith("\"b\", part 2: the key \"x\" is unknown");
    assertThat(
            refused("{'operation': 'delete', 'path': 'a'}", "{'operation': 'delete', 'path': 'a'}")
                .message())
        .isEqualTo("the path is touched before; write all changes to a file as one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I cannot do that.",
        "",
        "{\"changes\": []} x",
        "{\"changes\": [], \"changes\": []}",
        "{\"changes\": [], \"\\u0063hanges\": []}",
        "{\"changes\": [{\"path\": \"a\", \"path\": \"b\"}]}",
        "{\"changes\": [], \"note\": \"\"}",
        "{\"changes\": {}}",
        "[]",
        "{}",
        "null",
        "{\"changes\": []}",
        "{\"changes\": [1]}",
        "{\"changes\": [",
      })
  void refuses_what_is_not_a_patch(String text) {
    assertThat(problem(JSON, text, BASE).message()).isNotEmpty();
  }

  @Test
  void names_the_line_of_bad_json() {
    assertThat(problem(JSON, "{\n\"changes\": [\n{]}", BASE).line()).isEqualTo(3);
  }

  @Test
  void refuses_bytes_that_are_not_utf_8() {
    byte[] bytes = patch("{'operation': 'delete', 'path': 'a'}").getBytes(StandardCharsets.UTF_8);
    bytes[4] = (byte) 0xff;

    assertThat(JSON.read(bytes, BASE).toString()).contains("not text in UTF-8");
  }

  @ParameterizedTest
  @EnumSource(PatchFormat.class)
  void refuses_every_format_of_a_text_that_is_no_text_or_too_long(PatchFormat format) {
    assertThat(problem(format, "\ud800", BASE).message()).contains("half of a surrogate pair");
    assertThat(format.read(new byte[(4 << 20) + 1], BASE).toString())
        .contains("The patch is longer than 4194304 bytes; propose less");
  }

  @Test
  void formats_without_a_writer_say_so() {
    ChangeSet none = ChangeSet.of(List.of());

    assertThatThrownBy(() -> PatchFormat.WHOLE_FILES.write(none))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("Changes cannot be written as WHOLE_FILES, only as UNIFIED_DIFF or JSON");
  }
}
