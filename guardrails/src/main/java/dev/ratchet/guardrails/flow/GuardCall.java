package dev.ratchet.guardrails.flow;

import java.util.List;

/**
 * A use of a safeguard in a body, with all that decides on it.
 *
 * @param member the safeguard
 * @param arguments what it is asked
 * @param filled what was put into the collections that it is asked about
 * @param way what its result is used for, from the inside out
 * @param frames the conditions, loops and handlers around it, from the outside in
 * @param leaves what may leave the body before it
 * @param work what is done before it
 * @param isDerived whether it is the use of a variable that holds its result
 * @param line the line, from 1
 */
public record GuardCall(
    String member,
    String arguments,
    List<String> filled,
    String way,
    List<String> frames,
    List<Leave> leaves,
    List<String> work,
    boolean isDerived,
    int line) {
  /** How the way of an answer begins that let elements through to what was made of them. */
  public static final String SIFTED = "sifted/";

  /** Returns a guard call; lists are copied. */
  public GuardCall {
    filled = List.copyOf(filled);
    frames = List.copyOf(frames);
    leaves = List.copyOf(leaves);
    work = List.copyOf(work);
  }

  /** Returns whether its result is only put into a local variable, whose uses tell the rest. */
  public boolean isKept() {
    return way.endsWith(Walk.KEPT);
  }

  /** Returns whether nothing leaves before it but to refuse. */
  public boolean isReached() {
    return leaves.stream().allMatch(Leave::isRefusal);
  }

  /** Returns whether it decides nothing: what becomes of the result has no effect. */
  public boolean isWithoutEffect() {
    return isDerived && way.endsWith("ignored");
  }

  /** Returns it with its result put to another use, at another place. */
  GuardCall at(String now, String asked, Recorder recorder, int newLine) {
    String inner = way.substring(0, way.lastIndexOf('/') + 1);
    return recorder.call(member, arguments + asked, filled, inner + now, true, newLine);
  }
}
