package dev.ratchet.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ratchet.edit.ContentHash;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The text form of one record: {@code
 * {"sequence":…,"time":…,"type":…,"body":…,"previous":…,"hash":…}}.
 */
record RecordLine(long sequence, ContentHash previous, ContentHash hash, String text) {
  static final ContentHash START = ContentHash.ofText("");

  private static final String HASH = ",\"hash\":\"";
  private static final int TAIL = HASH.length() + 64 + "\"}".length();
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static RecordLine of(
      long sequence, ContentHash previous, Instant time, String type, Map<String, ?> body) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sequence", sequence);
    fields.put("time", time.toString());
    fields.put("type", type);
    fields.put("body", body);
    fields.put("previous", previous.hex());
    String open = write(fields);
    String hashed = open.substring(0, open.length() - 1);
    ContentHash hash = ContentHash.ofText(hashed);
    return new RecordLine(sequence, previous, hash, hashed + HASH + hash.hex() + "\"}");
  }

  /** Returns the record a line holds, or empty with a reason handed to {@code why}. */
  static Optional<RecordLine> read(String line, Consumer<String> why) {
    int cut = line.length() - TAIL;
    if (cut <= 0 || !line.startsWith(HASH, cut) || !line.endsWith("\"}")) {
      why.accept("the line is cut off or is no record");
      return Optional.empty();
    }
    String stated = line.substring(cut + HASH.length(), line.length() - 2);
    ContentHash actual = ContentHash.ofText(line.substring(0, cut));
    if (!actual.hex().equals(stated)) {
      why.accept("its content does not match its hash");
      return Optional.empty();
    }
    try {
      JsonNode node = JSON.readTree(line);
      ContentHash previous = new ContentHash(node.path("previous").asText());
      return Optional.of(new RecordLine(node.path("sequence").asLong(-1), previous, actual, line));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      why.accept("it is no record: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static String write(Map<String, ?> fields) {
    try {
      // Top-level order is fixed by the hash's place; only nested maps are sorted.
      StringBuilder text = new StringBuilder("{");
      for (Map.Entry<String, ?> field : fields.entrySet()) {
        text.append(text.length() > 1 ? "," : "");
        text.append('"').append(field.getKey()).append("\":");
        text.append(JSON.writeValueAsString(field.getValue()));
      }
      return text.append('}').toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The body can't be written as JSON: " + e.getMessage(), e);
    }
  }
}
