package org.harbor.tool;

import java.util.Optional;

/** What a tool found, or why it found nothing. */
public record ToolResult(Optional<String> text, String note) {

  public static ToolResult found(String text) {
    return new ToolResult(Optional.of(text), "");
  }

  public static ToolResult nothing(String why) {
    return new ToolResult(Optional.empty(), why);
  }

  public String orElse(String other) {
    return text.orElse(other);
  }
}
