package org.forge.tool;

import java.util.Map;
import org.forge.expr.Calculator;
import org.forge.expr.Expr;
import org.forge.expr.Parser;
import org.forge.expr.Rational;

/** Solves linear equations of one variable. */
public final class EquationTool implements Tool {
  @Override
  public String name() {
    return "equation";
  }

  @Override
  public String description() {
    return "solves a linear equation";
  }

  @Override
  public String run(String input) {
    String[] sides = input.split("=");
    Expr left = Parser.parse(sides[0]);
    Expr right = Parser.parse(sides[1]);
    Expr difference = new Expr.Bin(Expr.Op.SUB, left, right);
    String name = difference.variables().iterator().next();
    Rational atZero = at(difference, name, Rational.ZERO);
    Rational atOne = at(difference, name, Rational.ONE);
    Rational slope = atOne.minus(atZero);
    if (slope.signum() == 0) {
      return atZero.signum() == 0 ? "any " + name : "no solution";
    }
    return name + " = " + atZero.negated().over(slope);
  }

  private static Rational at(Expr expr, String name, Rational value) {
    return new Calculator(Map.of(name, value)).compute(expr);
  }
}
