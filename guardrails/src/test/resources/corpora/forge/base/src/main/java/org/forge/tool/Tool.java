package org.forge.tool;

/** Something that the agent can do. */
public interface Tool {
  String name();

  String description();

  String run(String input);
}
