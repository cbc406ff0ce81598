package org.forge.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.forge.safety.Safeguards;

/** The tools of an agent; every call is asked for first. */
public final class ToolBox {
  private final List<Tool> tools = new ArrayList<>();
  private final Safeguards safeguards;
  private int calls = 0;

  public ToolBox(Safeguards safeguards) {
    this.safeguards = safeguards;
  }

  public ToolBox with(Tool tool) {
    tools.add(tool);
    return this;
  }

  public Optional<Tool> find(String name) {
    for (Tool tool : tools) {
      if (tool.name().equals(name)) {
        return Optional.of(tool);
      }
    }
    return Optional.empty();
  }

  public String call(String name, String input) {
    safeguards.requireAllowed(name, input);
    calls++;
    Optional<Tool> tool = find(name);
    if (!tool.isPresent()) {
      return "No such tool: " + name;
    }
    try {
      return tool.get().run(input);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return "Failed: " + e.getMessage();
    }
  }

  public int calls() {
    return calls;
  }

  public String help() {
    String help = "";
    for (Tool tool : tools) {
      help += tool.name() + ": " + tool.description() + "\n";
    }
    return help;
  }
}
