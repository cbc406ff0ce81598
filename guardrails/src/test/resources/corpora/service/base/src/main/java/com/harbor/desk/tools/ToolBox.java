package com.harbor.desk.tools;

import java.util.ArrayList;
import java.util.List;

/** The tools by name. */
public final class ToolBox {
  private final List<Tool> tools = new ArrayList<>();

  /** Adds a tool. */
  public ToolBox with(Tool tool) {
    tools.add(tool);
    return this;
  }

  /** Returns a tool, or null. */
  public Tool find(String name) {
    Tool found = null;
    for (Tool tool : tools) {
      if (tool.name().equals(name)) {
        found = tool;
      }
    }
    return found;
  }

  /** Returns the help of all tools. */
  public String help() {
    StringBuilder help = new StringBuilder();
    for (Tool tool : tools) {
      help.append(tool.help() + "\n");
    }
    return help.toString();
  }
}
