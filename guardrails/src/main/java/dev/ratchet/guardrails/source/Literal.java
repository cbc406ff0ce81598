package dev.ratchet.guardrails.source;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A constant in a form in which all its spellings are equal. Rules compare it.
 *
 * @param isNumber whether it is a number
 * @param value a text in lower case with single blanks, or a number without sign in plain digits
 * @param line the line, from 1; 0 if it is not known
 */
public record Literal(boolean isNumber, String value, int line) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9_,]*(\\.[0-9]+)?");
  private static final int LONGEST_NUMBER = 60;

  /** Returns a text. */
  public static Literal text(String text, int line) {
    String plain = BLANKS.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    return new Literal(false, plain, line);
  }

  /** Returns a number. */
  public static Literal number(BigDecimal number, int line) {
    BigDecimal plain = number.abs().stripTrailingZeros();
    boolean isShort = Math.abs((long) plain.scale()) + plain.precision() <= LONGEST_NUMBER;
    return new Literal(true, isShort ? plain.toPlainString() : plain.toString(), line);
  }

  /** Returns the number that a text spells, with separators between its digits or without. */
  public static Optional<Literal> numberIn(String text, int line) {
    String bare = text.strip();
    if (bare.length() > LONGEST_NUMBER || !NUMBER.matcher(bare).matches()) {
      return Optional.empty();
    }
    return Optional.of(number(new BigDecimal(bare.replace("_", "").replace(",", "")), line));
  }

  /** Returns how many digits a number has, without zeros that only give its size. */
  public int significantDigits() {
    return new BigDecimal(value).stripTrailingZeros().precision();
  }

  /** Returns the same constant at no place, for comparing. */
  public Literal anywhere() {
    return new Literal(isNumber, value, 0);
  }
}
