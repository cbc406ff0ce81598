package dev.ratchet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ratchet.edit.SourceFile;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One change of a change set, as its proposer stated it, before anything of it is believed.
 *
 * @param operation what is done
 * @param from where a move begins; else the path
 * @param path where the change ends, as it was spelt
 * @param text the new content as text
 * @param bytes the new content as bytes
 * @param base the hash that the file to change has to have
 * @param mode the mode
 * @param target what a link leads to
 */
record StatedChange(
    Operation operation,
    String from,
    String path,
    Optional<String> text,
    Optional<byte[]> bytes,
    Optional<String> base,
    Optional<String> mode,
    Optional<String> target) {

  /** What a change can say that it does; links only to be refused. */
  enum Operation {
    CREATE("create", "content", "text", "content-base64", "base64", "mode"),
    MODIFY("modify", "content", "text", "content-base64", "base64", "base-sha256", "base", "mode"),
    DELETE("delete", "base-sha256", "base"),
    MOVE(
        "move",
        "from",
        "to",
        "content",
        "text",
        "content-base64",
        "base64",
        "base-sha256",
        "base",
        "mode"),
    SYMLINK("symlink", "target"),
    HARD_LINK("hard-link", "target"),
    MODE("mode", "mode", "base-sha256", "base");

    private final String word;
    private final List<String> keys;

    Operation(String word, String... keys) {
      this.word = word;
      this.keys = Stream.concat(Stream.of("op", "operation", "path"), Stream.of(keys)).toList();
    }

    boolean isLink() {
      return this == SYMLINK || this == HARD_LINK;
    }

    private static Operation of(String word, String name) {
      return Stream.of(values())
          .filter(operation -> operation.word.equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new UnusableException(
                      name
                          + " has the unknown operation "
                          + Escaped.quoted(word)
                          + "; known are "
                          + Stream.of(values()).map(operation -> operation.word).toList()));
    }
  }

  /**
   * Returns the change that a JSON object states.
   *
   * @throws UnusableException if it has not the form that its writer has to give it
   */
  static StatedChange of(JsonNode change, String name) {
    String word = JsonSection.open(change, name).required("op", "operation");
    Operation operation = Operation.of(word, name);
    JsonSection section = new JsonSection(change, name, operation.keys);
    String path =
        operation == Operation.MOVE ? section.required("to", "path") : section.required("path");
    StatedChange stated =
        new StatedChange(
            operation,
            operation == Operation.MOVE ? section.required("from") : path,
            path,
            section.text("content", "text"),
            section.text("content-base64", "base64").map(text -> decoded(text, section)),
            section.text("base-sha256", "base"),
            section.text("mode"),
            section.text("target"));
    stated.refuseIncomplete(section);
    return stated;
  }

  private static byte[] decoded(String base64, JsonSection section) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw section.unusable("has a content that is not base 64");
    }
  }

  private void refuseIncomplete(JsonSection section) {
    boolean hasContent = text.isPresent() || bytes.isPresent();
    if (text.isPresent() && bytes.isPresent()) {
      throw section.unusable("has its content twice, as text and in base 64");
    }
    if (operation == Operation.CREATE && !hasContent) {
      throw section.unusable("has neither \"content\" nor \"content-base64\"");
    }
    if (operation == Operation.MODIFY && !hasContent && mode.isEmpty()) {
      throw section.unusable("has neither content nor mode");
    }
    if (operation == Operation.MODE && mode.isEmpty()) {
      throw section.unusable("has no \"mode\"");
    }
  }

  /**
   * Returns the content, or what there was if none is stated.
   *
   * @throws IllegalArgumentException if the text has no UTF-8 form
   */
  SourceFile content(SourceFile otherwise) {
    return text.map(SourceFile::of)
        .or(() -> bytes.map(SourceFile::of))
        .map(file -> file.withMode(otherwise.mode()))
        .orElse(otherwise);
  }
}
