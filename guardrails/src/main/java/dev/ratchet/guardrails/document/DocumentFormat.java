package dev.ratchet.guardrails.document;

import java.util.Locale;
import java.util.Optional;

/** The formats of documents, chosen by the name of the file. Callers use it to read. */
public enum DocumentFormat {
  /** YAML 1.1, one document. */
  YAML,
  /** JSON. */
  JSON,
  /** Java properties in UTF-8. */
  PROPERTIES;

  /** Returns the format of a file or glob by its ending, or empty if it has another. */
  public static Optional<DocumentFormat> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
      return Optional.of(YAML);
    }
    if (lower.endsWith(".json")) {
      return Optional.of(JSON);
    }
    return lower.endsWith(".properties") ? Optional.of(PROPERTIES) : Optional.empty();
  }

  /**
   * Returns the document with aliases and merged keys replaced by what they stand for.
   *
   * @throws DocumentException if it can't be read, or is ambiguous: a key given twice, a tag, a
   *     second document
   */
  public Value read(String text) throws DocumentException {
    return switch (this) {
      case YAML -> YamlReader.resolved(text);
      case JSON -> JsonReader.read(text);
      case PROPERTIES -> PropertiesReader.read(text);
    };
  }

  /**
   * Returns the document as it is spelled: an alias is a value of its own, a merge key a key.
   *
   * <p>A program whose reader does not resolve them sees this.
   *
   * @throws DocumentException as {@link #read}
   */
  public Value readSpelling(String text) throws DocumentException {
    return this == YAML ? YamlReader.spelled(text) : read(text);
  }

  /**
   * Returns the document, which may have no anchors, aliases or merge keys either.
   *
   * @throws DocumentException as {@link #read}, and for each of these
   */
  public Value readPlain(String text) throws DocumentException {
    return this == YAML ? YamlReader.plain(text) : read(text);
  }
}
