package dev.ratchet.java.operators;

/** An operator that mends a slip. */
interface RepairOperator extends Operator {
  @Override
  default Kind kind() {
    return Kind.REPAIR;
  }
}
