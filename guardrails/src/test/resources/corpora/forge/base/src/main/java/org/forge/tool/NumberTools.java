package org.forge.tool;

import java.util.ArrayList;
import java.util.List;
import org.forge.expr.Calculator;

/** Tools about numbers. */
public final class NumberTools {
  private NumberTools() {}

  public static List<Tool> all() {
    List<Tool> all = new ArrayList<>();
    all.add(new CalculatorTool());
    all.add(new PrimeTool());
    all.add(new FactorTool());
    return all;
  }

  static final class CalculatorTool implements Tool {
    @Override
    public String name() {
      return "calculator";
    }

    @Override
    public String description() {
      return "computes an expression exactly";
    }

    @Override
    public String run(String input) {
      return Calculator.value(input).toString();
    }
  }

  static final class PrimeTool implements Tool {
    @Override
    public String name() {
      return "prime";
    }

    @Override
    public String description() {
      return "says wether a number is prime";
    }

    @Override
    public String run(String input) {
      return isPrime(Long.parseLong(input.trim())) ? "prime" : "not prime";
    }

    static boolean isPrime(long n) {
      if (n < 2) {
        return false;
      }
      for (long i = 2; i < n; i++) {
        if (n % i == 0) {
          return false;
        }
      }
      return true;
    }
  }

  static final class FactorTool implements Tool {
    @Override
    public String name() {
      return "factor";
    }

    @Override
    public String description() {
      return "factors a number";
    }

    @Override
    public String run(String input) {
      long n = Long.parseLong(input.trim());
      String factors = "";
      for (long p = 2; p <= n; p++) {
        while (n % p == 0) {
          factors += p + " ";
          n /= p;
        }
      }
      return factors.trim();
    }
  }
}
