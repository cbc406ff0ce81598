package dev.ratchet.java.operators;

import java.util.List;

/** The catalogue of ready operators. Users call it. */
public final class Operators {
  private Operators() {}

  /** Returns all ready operators, efficiency first. */
  public static List<Operator> standard() {
    return List.of(
        new MemoiseRecursion(),
        new CacheLoopCall(),
        new CacheInInstance(),
        new HoistInvariant(),
        new ReuseResult(),
        new TightenBound(),
        new SkipEven(),
        new AbsorbGuard(),
        new EarlyExit(),
        new GuardFirst(),
        new CheapTestFirst(),
        new SetMembership(),
        new BuildString(),
        new SwapCollection(),
        new UnboxLocal(),
        new CountInstead(),
        new DropCopy(),
        new DropUnused(),
        ConditionRepairs.relation(),
        ConditionRepairs.negation(),
        ConditionRepairs.connective(),
        ConditionRepairs.truth(),
        ConditionRepairs.identity(),
        NumberRepairs.arithmetic(),
        NumberRepairs.offByOne(),
        NumberRepairs.constant(),
        NumberRepairs.operands(),
        NumberRepairs.remainder(),
        NumberRepairs.widen(),
        NameRepairs.opposite(),
        NameRepairs.arguments(),
        NameRepairs.variable(),
        StatementRepairs.delete(),
        StatementRepairs.order(),
        StatementRepairs.otherwise(),
        StatementRepairs.leave(),
        StatementRepairs.intoLoop(),
        StatementRepairs.outOfLoop());
  }
}
