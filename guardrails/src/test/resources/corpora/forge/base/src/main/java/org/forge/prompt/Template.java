package org.forge.prompt;

import java.util.Map;

/** A text with places like {@code {name}}. */
public record Template(String text) {

  public String fill(Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replaceAll("\\{" + value.getKey() + "\\}", value.getValue());
    }
    return filled;
  }
}
