package org.forge.expr;

import java.util.Map;
import java.util.NoSuchElementException;

/** Computes expressions exactly. */
public final class Calculator {
  private final Map<String, Rational> values;

  public Calculator(Map<String, Rational> values) {
    this.values = values;
  }

  public static Rational value(String text) {
    return new Calculator(Map.of()).compute(Parser.parse(text));
  }

  public Rational compute(Expr expr) {
    if (expr instanceof Expr.Num) {
      return ((Expr.Num) expr).value();
    } else if (expr instanceof Expr.Var) {
      String name = ((Expr.Var) expr).name();
      if (!values.containsKey(name)) {
        throw new NoSuchElementException("No value of " + name);
      }
      return values.get(name);
    } else if (expr instanceof Expr.Neg) {
      return compute(((Expr.Neg) expr).inner()).negated();
    } else {
      Expr.Bin bin = (Expr.Bin) expr;
      return apply(bin.op(), compute(bin.left()), compute(bin.right()));
    }
  }

  private static Rational apply(Expr.Op op, Rational left, Rational right) {
    switch (op) {
      case ADD:
        return left.plus(right);
      case SUB:
        return left.minus(right);
      case MUL:
        return left.times(right);
      case DIV:
        return left.over(right);
      case POW:
        return left.power(right.intValue());
      default:
        throw new IllegalStateException("No such operation: " + op);
    }
  }
}
