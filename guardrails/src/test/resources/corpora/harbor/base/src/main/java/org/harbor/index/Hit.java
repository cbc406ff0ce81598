package org.harbor.index;

import java.util.Objects;

/** A document that a question found, and how well it fits. */
public final class Hit implements Comparable<Hit> {
  private final String document;
  private final double weight;

  public Hit(String document, double weight) {
    this.document = Objects.requireNonNull(document);
    this.weight = weight;
  }

  public String document() {
    return document;
  }

  public double weight() {
    return weight;
  }

  @Override
  public int compareTo(Hit other) {
    int order = Double.compare(other.weight, weight);
    return order != 0 ? order : document.compareTo(other.document);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hit
        && ((Hit) other).document.equals(document)
        && Double.compare(((Hit) other).weight, weight) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(document, weight);
  }

  @Override
  public String toString() {
    return document + ":" + weight;
  }
}
