package dev.ratchet.java.operators;

/** An operator that saves work. */
interface EfficiencyOperator extends Operator {
  @Override
  default Kind kind() {
    return Kind.EFFICIENCY;
  }
}
