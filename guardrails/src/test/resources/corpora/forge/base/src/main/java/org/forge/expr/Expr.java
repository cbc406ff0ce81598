package org.forge.expr;

import java.util.Set;
import java.util.TreeSet;

/** An arithmetic expression. */
public sealed interface Expr {

  record Num(Rational value) implements Expr {}

  record Var(String name) implements Expr {}

  record Neg(Expr inner) implements Expr {}

  record Bin(Op op, Expr left, Expr right) implements Expr {}

  /** The operations on two expressions. */
  enum Op {
    ADD('+', 1),
    SUB('-', 1),
    MUL('*', 2),
    DIV('/', 2),
    POW('^', 3);

    private final char sign;
    private final int strength;

    Op(char sign, int strength) {
      this.sign = sign;
      this.strength = strength;
    }

    public char sign() {
      return sign;
    }

    public int strength() {
      return strength;
    }

    public static Op of(char sign) {
      for (Op op : values()) {
        if (op.sign == sign) {
          return op;
        }
      }
      return null;
    }
  }

  static Expr num(long value) {
    return new Num(Rational.of(value));
  }

  default Set<String> variables() {
    Set<String> names = new TreeSet<>();
    collect(this, names);
    return names;
  }

  private static void collect(Expr expr, Set<String> names) {
    if (expr instanceof Var) {
      names.add(((Var) expr).name());
    } else if (expr instanceof Neg) {
      collect(((Neg) expr).inner(), names);
    } else if (expr instanceof Bin) {
      Bin bin = (Bin) expr;
      collect(bin.left(), names);
      collect(bin.right(), names);
    }
  }

  default int size() {
    if (this instanceof Bin bin) {
      return 1 + bin.left().size() + bin.right().size();
    }
    if (this instanceof Neg neg) {
      return 1 + neg.inner().size();
    }
    return 1;
  }
}
