package dev.ratchet.guardrails.jdk;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the catalogue says of a package, a type or a member.
 *
 * @param power the power that it has; of what is mixed, the gravest
 * @param isMixed whether only its parts tell: types, members, overloads
 */
record Rating(Optional<Capability> power, boolean isMixed) {
  static final Rating HARMLESS = new Rating(Optional.empty(), false);
  static final Rating MIXED = new Rating(Optional.empty(), true);
  static final Rating UNCLASSIFIED = of(Capability.UNCLASSIFIED);

  private static final Map<String, Rating> WORDS = words();

  private static Map<String, Rating> words() {
    Map<String, Rating> words = new HashMap<>(Map.of("harmless", HARMLESS));
    for (Capability power : Capability.values()) {
      words.put(power.name().toLowerCase(Locale.ROOT).replace('_', '-'), of(power));
    }
    return words;
  }

  /** Returns the rating that a word of the catalogue gives. */
  static Rating of(String word) {
    return Objects.requireNonNull(WORDS.get(word), word);
  }

  static Rating of(Capability power) {
    return new Rating(Optional.of(power), false);
  }

  /** Returns what a name stands for that overloads of both ratings share. */
  Rating or(Rating other) {
    if (equals(other)) {
      return this;
    }
    Optional<Capability> gravest =
        power.filter(mine -> other.power.filter(its -> its.compareTo(mine) < 0).isEmpty());
    return new Rating(gravest.or(other::power), true);
  }

  boolean isPower() {
    return power.isPresent();
  }
}
