package dev.ratchet.edit;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves a patch in JSON against a tree; strict, because a key that is misspelt changes it. */
final class JsonPatchReader {

  private static final String WHAT_TO_WRITE =
      "{\"changes\": [{\"operation\": \"modify\", \"path\": \"...\", \"text\": \"...\"}]}";
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "create", List.of("operation", "path", "text", "base64", "mode"),
          "modify", List.of("operation", "path", "base", "text", "base64", "mode"),
          "delete", List.of("operation", "path", "base"),
          "move", List.of("operation", "from", "path", "base", "text", "base64", "mode"));
  private static final List<String> OPERATIONS = List.of("create", "modify", "delete", "move");

  /** Ends the reading of one change; the message is the problem. */
  private static final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Refusal(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private final Draft draft;

  JsonPatchReader(Draft draft) {
    this.draft = draft;
  }

  PatchResult read(byte[] json) {
    Optional<String> text = SourceFile.of(json).text();
    if (text.isEmpty()) {
      draft.refuse("", 0, "The patch is not text in UTF-8; write JSON in UTF-8");
      return draft.result(WHAT_TO_WRITE);
    }
    try {
      JsonNode root = mapper().readTree(text.get());
      changes(root);
    } catch (JsonProcessingException e) {
      JsonLocation location = e.getLocation();
      draft.refuse(
          "",
          location == null ? 0 : location.getLineNr(),
          "the patch is not JSON as it has to be: " + e.getOriginalMessage());
    } catch (Refusal e) {
      draft.refuse("", 0, e.reason);
    }
    return draft.result(WHAT_TO_WRITE);
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  private void changes(JsonNode root) throws Refusal {
    checkKeys(root, List.of("changes"));
    if (!root.path("changes").isArray()) {
      throw new Refusal("the patch has no list \"changes\"; write " + WHAT_TO_WRITE);
    }
    int number = 0;
    for (JsonNode change : root.get("changes")) {
      number++;
      try {
        change(change);
      } catch (Refusal e) {
        String path =
            change.path("path").isTextual() ? Quoted.text(change.get("path").asText()) : "";
        draft.refuse(new PatchProblem(path, 0, number, e.reason, ""));
      }
    }
  }

  private static void checkKeys(JsonNode object, List<String> allowed) throws Refusal {
    if (!object.isObject()) {
      throw new Refusal("an object was expected; write " + WHAT_TO_WRITE);
    }
    for (String key : (Iterable<String>) object::fieldNames) {
      if (!allowed.contains(key)) {
        throw new Refusal(
            "the key "
                + Quoted.text(key)
                + " is unknown; allowed are "
                + String.join(", ", allowed));
      }
    }
  }

  private void change(JsonNode change) throws Refusal {
    String operation = required(change, "operation");
    List<String> keys = KEYS.get(operation);
    if (keys == null) {
      throw new Refusal(
          "the operation "
              + Quoted.text(operation)
              + " is unknown; allowed are "
              + String.join(", ", OPERATIONS));
    }
    checkKeys(change, keys);
    SourcePath path = path(change, "path");
    if (operation.equals("create")) {
      SourceFile content =
          content(change, SourceFile.of(new byte[0]))
              .orElseThrow(() -> new Refusal("it has neither \"text\" nor \"base64\""));
      draft.create(path, mode(change, content), 0);
      return;
    }
    SourcePath from = operation.equals("move") ? path(change, "from") : path;
    Optional<SourceFile> base = draft.file(from, 0);
    if (base.isPresent()) {
      checkBase(change, base.get());
      SourceFile content = mode(change, content(change, base.get()).orElse(base.get()));
      resolve(operation, path, from, new Change.Create(path, content), base.get());
    }
  }

  private void resolve(
      String operation, SourcePath path, SourcePath from, Change.Create target, SourceFile base)
      throws Refusal {
    switch (operation) {
      case "modify" -> draft.modify(path, base, target.content(), 0);
      case "delete" -> draft.add(new Change.Delete(path, base), 0);
      default -> {
        if (from.equals(path)) {
          throw new Refusal("\"from\" and \"path\" are the same; use modify");
        }
        draft.add(new Change.Move(from, path, base, target.content()), 0);
      }
    }
  }

  private static void checkBase(JsonNode change, SourceFile base) throws Refusal {
    Optional<String> stated = optional(change, "base");
    if (stated.isPresent() && !stated.get().equals(base.hash().hex())) {
      throw new Refusal(
          "its base is not what is there: the patch says "
              + Quoted.text(stated.get())
              + ", the file has "
              + base.hash()
              + "; make the change anew from what is there");
    }
  }

  private static Optional<SourceFile> content(JsonNode change, SourceFile like) throws Refusal {
    Optional<String> text = optional(change, "text");
    Optional<String> base64 = optional(change, "base64");
    if (text.isPresent() && base64.isPresent()) {
      throw new Refusal("it has both \"text\" and \"base64\"; write one of them");
    }
    try {
      return text.isPresent()
          ? text.map(like::withText)
          : base64.map(Base64.getDecoder()::decode).map(b -> SourceFile.owning(b, like.mode()));
    } catch (IllegalArgumentException e) {
      throw new Refusal("its content cannot be read: " + e.getMessage());
    }
  }

  private static SourceFile mode(JsonNode change, SourceFile content) throws Refusal {
    String stated = optional(change, "mode").orElse("");
    return switch (stated) {
      case "" -> content;
      case "regular" -> content.withMode(FileMode.REGULAR);
      case "executable" -> content.withMode(FileMode.EXECUTABLE);
      default ->
          throw new Refusal(
              "the mode " + Quoted.text(stated) + " is unknown; allowed are regular, executable");
    };
  }

  private static SourcePath path(JsonNode change, String key) throws Refusal {
    String spelt = required(change, key);
    Optional<String> problem = SourcePath.problem(spelt);
    if (problem.isPresent()) {
      throw new Refusal(Quoted.text(spelt) + " is not a source path: " + problem.get());
    }
    return SourcePath.of(spelt);
  }

  private static String required(JsonNode change, String key) throws Refusal {
    return optional(change, key)
        .orElseThrow(() -> new Refusal("the key \"" + key + "\" is missing"));
  }

  private static Optional<String> optional(JsonNode change, String key) throws Refusal {
    if (!change.has(key)) {
      return Optional.empty();
    }
    if (!change.get(key).isTextual()) {
      throw new Refusal("the value of \"" + key + "\" has to be a string");
    }
    return Optional.of(change.get(key).asText());
  }
}
