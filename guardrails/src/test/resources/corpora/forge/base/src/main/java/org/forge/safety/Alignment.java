package org.forge.safety;

import java.util.Set;

/** What the agent may do at most. */
public record Alignment(int maxSteps, double riskLimit, Set<String> refusedTopics, boolean needsProof) {

  public Alignment {
    refusedTopics = Set.copyOf(refusedTopics);
    if (maxSteps < 1 || riskLimit < 0 || riskLimit > 1) {
      throw new IllegalArgumentException("Not an alignment: " + maxSteps + ", " + riskLimit);
    }
  }

  public static Alignment strict() {
    return new Alignment(32, 0.2, Set.of("weapon", "exploit", "malware"), true);
  }

  public boolean refuses(String word) {
    return refusedTopics.contains(word);
  }

  public int stepsLeft(int done) {
    return Math.max(0, maxSteps - done);
  }
}
