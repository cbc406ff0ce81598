package dev.ratchet.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
  private static Optional<Message> read(String line) {
    return Message.read(line.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_question_is_one_line_whatever_is_asked() {
    assertThat(new String(Message.question("7", "a\n\"b\""), StandardCharsets.UTF_8))
        .isEqualTo("{\"id\":\"7\",\"input\":\"a\\n\\\"b\\\"\"}\n");
  }

  @Test
  void reads_answers_errors_and_traces() {
    assertThat(read("{\"answer\": \"x\", \"id\": \"7\"}\r\n"))
        .contains(new Message(Message.Kind.ANSWER, "7", "x"));
    assertThat(read("{\"id\":\"7\",\"error\":\"no idea\"}\n"))
        .contains(new Message(Message.Kind.ERROR, "7", "no idea"));
    assertThat(read("{\"trace\":[1,\"x\"]}"))
        .contains(new Message(Message.Kind.TRACE, "", "[1,\"x\"]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "hello",
        "7",
        "[]",
        "null",
        "{}",
        "{\"id\":\"7\"}",
        "{\"id\":7,\"answer\":\"x\"}",
        "{\"id\":\"7\",\"answer\":1}",
        "{\"id\":\"7\",\"answer\":\"x\",\"score\":1}",
        "{\"id\":\"7\",\"answer\":\"x\",\"answer\":\"y\"}",
        "{\"id\":\"7\",\"answer\":\"x\"}{\"id\":\"8\",\"answer\":\"y\"}",
        "{\"id\":\"7\",\"answer\":\"x\"} right",
        "{\"id\":\"7\",\"trace\":\"x\"}",
        "{\"id\":\"7\",\"answer\":\"x\""
      })
  void anything_else_is_no_message(String line) {
    assertThat(read(line)).isEmpty();
  }

  @Test
  void what_is_not_utf_8_or_nested_too_deeply_is_no_message() {
    assertThat(Message.read(new byte[] {'"', (byte) 0xff, '"'})).isEmpty();
    assertThat(read("{\"trace\":" + "[".repeat(100_000))).isEmpty();
  }
}
