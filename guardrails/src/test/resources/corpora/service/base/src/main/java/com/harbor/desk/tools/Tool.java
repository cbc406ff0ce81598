package com.harbor.desk.tools;

/** Something that the assistant can do. */
public interface Tool {

  /** Returns the name that plans use. */
  String name();

  /** Returns the result of an argument. */
  String apply(String argument);

  /** Returns one line of help. */
  default String help() {
    return name() + " <argument>";
  }
}
