package dev.ratchet.spi;

/** What an acceptance rule still has to see before it can decide. */
public enum Evidence {
  /** Nothing: more of anything would not change the decision. */
  NONE,
  /** More tasks, drawn fresh. */
  TASKS,
  /** A further fork: both versions timed side by side in a process of their own. */
  FORKS,
  /** A further pair of forks, each of one version alone, so that neither can slow the other. */
  APART
}
