package dev.ratchet.guardrails.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Constants as a policy spells them, and the nearest word to a misspelt one. */
public final class Words {
  private Words() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants()).filter(c -> of(c).equals(word)).findFirst();
  }

  /**
   * Returns the constant that a word stands for.
   *
   * @throws IllegalArgumentException if it stands for none; the message says what is allowed
   */
  public static <E extends Enum<E>> E known(Class<E> type, String word) {
    return constant(type, word).orElseThrow(() -> unknown(word, all(type)));
  }

  public static IllegalArgumentException unknown(String word, List<String> allowed) {
    return new IllegalArgumentException(Shown.quoted(word) + " is not known" + hint(word, allowed));
  }

  public static <E extends Enum<E>> List<String> all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
  }

  /** Returns "; did you mean ...?" and what is allowed. */
  public static String hint(String word, List<String> allowed) {
    Optional<String> nearest =
        allowed.stream()
            .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
            .filter(candidate -> distance(word, candidate) <= Math.max(2, candidate.length() / 2));
    return nearest.map(near -> "; did you mean '" + near + "'?").orElse(".")
        + " Allowed: "
        + String.join(", ", allowed);
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
