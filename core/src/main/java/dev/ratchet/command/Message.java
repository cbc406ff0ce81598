package dev.ratchet.command;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line that a command wrote. Read strictly: what is not exactly a message is none.
 *
 * @param kind what it says
 * @param id the question that it answers; empty for a trace
 * @param text the answer, the error or the trace
 */
record Message(Kind kind, String id, String text) {
  enum Kind {
    ANSWER,
    ERROR,
    TRACE
  }

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Returns the line that puts a question. */
  static byte[] question(String id, String input) {
    String json = JSON.createObjectNode().put("id", id).put("input", input).toString();
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the message that a line is; empty if it is none. */
  static Optional<Message> read(byte[] line) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString().strip();
      JsonNode node = JSON.readTree(text);
      return node != null && node.isObject() ? of(node) : Optional.empty();
    } catch (CharacterCodingException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Message> of(JsonNode node) {
    if (node.size() == 1 && node.has("trace")) {
      JsonNode trace = node.path("trace");
      String text = trace.isTextual() ? trace.textValue() : trace.toString();
      return Optional.of(new Message(Kind.TRACE, "", text));
    }
    if (node.size() != 2 || !node.path("id").isTextual()) {
      return Optional.empty();
    }
    return reply(node, "answer", Kind.ANSWER).or(() -> reply(node, "error", Kind.ERROR));
  }

  private static Optional<Message> reply(JsonNode node, String key, Kind kind) {
    JsonNode text = node.path(key);
    return text.isTextual()
        ? Optional.of(new Message(kind, node.path("id").textValue(), text.textValue()))
        : Optional.empty();
  }
}
