package org.harbor.tool;

/** Something that the agent can do for an answer. */
public interface Tool {

  String name();

  ToolResult use(String argument);

  default int cost() {
    return 1;
  }
}
