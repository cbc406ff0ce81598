package dev.ratchet.guardrails.evaluator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads what a constant may be another spelling of. */
final class Disguise {
  /** Below this a number has few letters, and many numbers are some word. */
  private static final int FEWEST_RADIX = 28;

  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s:,]");
  private static final char REPLACED = '\uFFFD';
  private static final int FURTHEST = 3;
  private static final int HALF_THE_ALPHABET = 13;
  private static final int LETTERS = 26;

  private Disguise() {}

  /** Returns what a text decodes to, as Base64 or hexadecimal. */
  static Stream<String> decoded(String text) {
    return Stream.of(
            bytes(text, Base64.getDecoder()::decode),
            bytes(BETWEEN_DIGITS.matcher(text).replaceAll(""), HexFormat.of()::parseHex))
        .flatMap(Optional::stream)
        .filter(found -> found.chars().noneMatch(c -> c < ' ' || c == REPLACED));
  }

  /** Returns a text with its characters moved on or back. */
  static Stream<String> moved(String text) {
    return Stream.concat(
        IntStream.rangeClosed(-FURTHEST, FURTHEST)
            .filter(by -> by != 0)
            .mapToObj(by -> each(text, c -> c + by)),
        Stream.of(each(text, Disguise::rotated)));
  }

  /** Returns the digits of a number to the bases that have letters for digits. */
  static Stream<String> digits(BigInteger number) {
    return IntStream.rangeClosed(FEWEST_RADIX, Character.MAX_RADIX).mapToObj(number::toString);
  }

  private static Optional<String> bytes(String text, Function<String, byte[]> decoder) {
    try {
      return Optional.of(new String(decoder.apply(text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String each(String text, IntUnaryOperator change) {
    StringBuilder changed = new StringBuilder();
    text.chars().map(change).forEach(c -> changed.append((char) c));
    return changed.toString();
  }

  private static int rotated(int c) {
    int first = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : 0;
    return first == 0 ? c : first + (c - first + HALF_THE_ALPHABET) % LETTERS;
  }
}
