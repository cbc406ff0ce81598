package dev.ratchet.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a change set as JSON: hashes of all bases, whole contents, modes where they are stated.
 */
final class JsonPatchWriter {

  private JsonPatchWriter() {}

  static String write(ChangeSet changes) {
    JsonMapper mapper = new JsonMapper();
    ObjectNode root = mapper.createObjectNode();
    ArrayNode list = root.putArray("changes");
    changes.changes().forEach(change -> write(change, list.addObject()));
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return mapper.writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of strings could not be written as JSON", e);
    }
  }

  private static void write(Change change, ObjectNode out) {
    out.put("operation", change.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    if (change instanceof Change.Move move) {
      out.put("from", move.from().value());
    }
    out.put("path", change.path().value());
    change.before().ifPresent(base -> out.put("base", base.hash().hex()));
    change.after().ifPresent(content -> writeContent(content, out));
  }

  private static void writeContent(SourceFile content, ObjectNode out) {
    Optional<String> text = content.text();
    if (text.isPresent()) {
      out.put("text", text.get());
    } else {
      out.put("base64", Base64.getEncoder().encodeToString(content.sharedBytes()));
    }
    out.put("mode", content.mode().name().toLowerCase(Locale.ROOT));
  }
}
