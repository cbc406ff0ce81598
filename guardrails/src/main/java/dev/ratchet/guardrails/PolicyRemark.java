package dev.ratchet.guardrails;

import dev.ratchet.verdict.Tier;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a check has to say about a policy. Users read it.
 *
 * @param rule the id of what was checked, such as {@code policy.dead-glob}
 * @param tier hard if the policy can't be used so, escalate if it hardly does what is meant, note
 *     for what is good to know
 * @param file the policy
 * @param line the line, from 1
 * @param column the column, from 1
 * @param key the key that it is about, such as {@code protect.members[2]}
 * @param message what was found, as a sentence
 * @param remedy what to do about it; empty when there is nothing to do
 */
public record PolicyRemark(
    String rule,
    Tier tier,
    Path file,
    int line,
    int column,
    String key,
    String message,
    String remedy) {
  /** Returns a remark; no parameter may be null. */
  public PolicyRemark {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(tier, "tier");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** Returns the remark as one line: place, key, message, remedy. */
  @Override
  public String toString() {
    return file
        + ":"
        + line
        + ":"
        + column
        + ": "
        + rule
        + ": "
        + (key.isEmpty() ? "" : key + ": ")
        + message
        + (remedy.isEmpty() ? "" : ". Remedy: " + remedy);
  }
}
