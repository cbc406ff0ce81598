package org.harbor.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools by their names. */
public final class Toolbox {
  private static final List<String> ORDER = List.of("search", "summary");

  private final Map<String, Tool> tools = new LinkedHashMap<>();

  public Toolbox with(Tool tool) {
    tools.put(tool.name(), tool);
    return this;
  }

  public Optional<Tool> tool(String name) {
    return Optional.ofNullable(tools.get(name));
  }

  public List<String> order() {
    return ORDER.stream().filter(tools::containsKey).toList();
  }
}
