package dev.ratchet.java.search;

import dev.ratchet.java.operators.Operator;
import dev.ratchet.java.operators.Rewrite;
import dev.ratchet.java.operators.SourceUnit;

/**
 * A rewrite with the file it is for and the operator it is from.
 *
 * @param operator who found it
 * @param unit the file
 * @param rewrite the rewrite
 * @param lastLine the last line of the code that it is about
 * @param key names the edit of the member as it is, in whatever file version
 */
record Spot(Operator operator, SourceUnit unit, Rewrite rewrite, int lastLine, String key) {
  boolean isRepair() {
    return operator.kind() == Operator.Kind.REPAIR;
  }
}
