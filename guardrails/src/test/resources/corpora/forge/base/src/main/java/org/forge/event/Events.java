package org.forge.event;

/** The events of a run. */
public final class Events {
  private Events() {}

  public record Started(String request) {}

  public record StepDone(int number, String tool, String result) {}

  public record Finished(String answer, int steps) {}
}
