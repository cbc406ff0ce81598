package dev.ratchet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** An object in a file, read strictly: only known keys, and texts where texts belong. */
final class JsonSection {
  private final JsonNode object;
  private final String name;

  private JsonSection(JsonNode object, String name) {
    this.object = object;
    this.name = name;
    if (!object.isObject()) {
      throw new UnusableException(name + " has to be an object");
    }
  }

  /** Returns a section whose keys are not known yet. */
  static JsonSection open(JsonNode object, String name) {
    return new JsonSection(object, name);
  }

  JsonSection(JsonNode object, String name, Collection<String> keys) {
    this(object, name);
    for (String key : (Iterable<String>) object::fieldNames) {
      if (!keys.contains(key)) {
        throw new UnusableException(
            name + " has the unknown key " + Escaped.quoted(key) + "; known are " + keys);
      }
    }
  }

  JsonNode child(String key) {
    if (!object.has(key)) {
      throw new UnusableException(name + " has no \"" + key + "\"");
    }
    return object.get(key);
  }

  /** Returns the text under one of several names of a key, of which at most one may be there. */
  Optional<String> text(String... names) {
    List<String> there = List.of(names).stream().filter(object::has).toList();
    if (there.size() > 1) {
      throw new UnusableException(name + " has " + there + ", of which only one may be there");
    }
    return there.stream().findFirst().map(this::textOf);
  }

  String required(String... names) {
    return text(names)
        .orElseThrow(() -> new UnusableException(name + " has no \"" + names[0] + "\""));
  }

  private String textOf(String key) {
    JsonNode value = object.get(key);
    if (!value.isTextual()) {
      throw new UnusableException("\"" + key + "\" of " + name + " has to be a string");
    }
    return value.asText();
  }

  UnusableException unusable(String problem) {
    return new UnusableException(name + " " + problem);
  }
}
