package org.forge.expr;

/** Rewrites an expression into a shorter one of the same value. */
public final class Simplifier {
  private static final int MAX_ROUNDS = 20;

  public Expr simplify(Expr expr) {
    Expr current = expr;
    for (int i = 0; i < MAX_ROUNDS; i++) {
      Expr next = once(current);
      if (next.toString().equals(current.toString())) {
        return next;
      }
      current = next;
    }
    return current;
  }

  private Expr once(Expr expr) {
    if (expr instanceof Expr.Neg neg) {
      Expr inner = once(neg.inner());
      if (inner instanceof Expr.Num num) {
        return new Expr.Num(num.value().negated());
      }
      return new Expr.Neg(inner);
    }
    if (expr instanceof Expr.Bin bin) {
      return binary(bin.op(), once(bin.left()), once(bin.right()));
    }
    return expr;
  }

  private Expr binary(Expr.Op op, Expr left, Expr right) {
    if (op == Expr.Op.ADD && isZero(left)) {
      return right;
    }
    if (op == Expr.Op.ADD && isZero(right)) {
      return left;
    }
    if (op == Expr.Op.MUL && (isZero(left) || isZero(right))) {
      return Expr.num(0);
    }
    if (op == Expr.Op.MUL && isOne(left)) {
      return right;
    }
    if (op == Expr.Op.MUL && isOne(right)) {
      return left;
    }
    if (left instanceof Expr.Num a && right instanceof Expr.Num b && op != Expr.Op.DIV) {
      Expr.Bin bin = new Expr.Bin(op, left, right);
      return new Expr.Num(new Calculator(java.util.Map.of()).compute(bin));
    }
    return new Expr.Bin(op, left, right);
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof Expr.Num num && num.value().equals(Rational.ZERO);
  }

  private static boolean isOne(Expr expr) {
    return expr instanceof Expr.Num num && num.value().equals(Rational.ONE);
  }
}
