package dev.ratchet.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ratchet.edit.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An edit given as JSON, as {@code change-set.schema.json} describes it.
 *
 * <p>A host writes this file, so one that is malformed is the host's mistake and no verdict. What
 * the proposer had a say in, such as paths and links, is judged.
 */
final class ChangeSetFile {
  private ChangeSetFile() {}

  static ProposedEdit read(byte[] json, Snapshot before) {
    EditBuilder edit = new EditBuilder(before);
    changes(json).forEach(change -> new ChangeReader(edit, change).read());
    return edit.build();
  }

  private static List<StatedChange> changes(byte[] json) {
    JsonNode root = parse(json);
    JsonNode list = new JsonSection(root, "the change set", List.of("changes")).child("changes");
    if (!list.isArray()) {
      throw new UnusableException("\"changes\" in the change set has to be a list");
    }
    List<StatedChange> changes = new ArrayList<>();
    for (JsonNode change : list) {
      changes.add(StatedChange.of(change, "change " + (changes.size() + 1)));
    }
    return changes;
  }

  private static JsonNode parse(byte[] json) {
    Optional<String> text = SourceFile.of(json).text();
    if (text.isEmpty()) {
      throw new UnusableException("The change set is not text in UTF-8; write JSON in UTF-8");
    }
    try {
      return JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readTree(text.get());
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new UnusableException(
          "The change set is not JSON as it has to be"
              + (at == null ? "" : ", in line " + at.getLineNr() + " column " + at.getColumnNr())
              + ": "
              + e.getOriginalMessage());
    }
  }
}
