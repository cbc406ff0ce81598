package org.forge.agent;

/** How a request ends. */
public sealed interface Answer {
  String text();

  record Solved(String text, int steps) implements Answer {}

  record Refused(String text) implements Answer {}

  record GaveUp(String text) implements Answer {}
}
