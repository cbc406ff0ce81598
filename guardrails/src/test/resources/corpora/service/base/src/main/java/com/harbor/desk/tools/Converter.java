package com.harbor.desk.tools;

/** Converts units: {@code 3 nm} gives kilometres. */
public final class Converter implements Tool {

  @Override
  public String name() {
    return "convert";
  }

  @Override
  public String apply(String argument) {
    String[] parts = argument.split(" ");
    double amount = Double.parseDouble(parts[0]);
    String unit = parts[1];
    if (unit.equals("nm")) {
      return String.format("%.2f km", amount * 1.852);
    } else if (unit.equals("km")) {
      return String.format("%.2f nm", amount / 1.852);
    } else if (unit.equals("kn")) {
      return String.format("%.2f km/h", amount * 1.852);
    } else if (unit.equals("ft")) {
      return String.format("%.2f m", amount * 0.3048);
    } else if (unit.equals("m")) {
      return String.format("%.2f ft", amount / 0.3048);
    } else {
      return "unknown unit " + unit;
    }
  }
}
