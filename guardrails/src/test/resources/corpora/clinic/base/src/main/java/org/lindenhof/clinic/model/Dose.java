package org.lindenhof.clinic.model;

/** How much of what and how often. */
public record Dose(String drug, int mg, int times) {
  public int perDay() {
    return Math.multiplyExact(mg, times);
  }

  public Dose halved() {
    return new Dose(drug, mg / 2, times);
  }
}
