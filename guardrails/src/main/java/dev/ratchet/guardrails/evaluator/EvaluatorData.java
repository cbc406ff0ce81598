package dev.ratchet.guardrails.evaluator;

import dev.ratchet.guardrails.source.Literal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The values of an evaluator's data, to ask whether a constant is one of them. */
final class EvaluatorData {
  /** How sure it is that a constant was taken from the data. */
  enum Match {
    /** It is a whole value or most of it, long enough not to be one by chance. */
    VALUE,
    /** It is a short value, or a small part of one. */
    DOUBTFUL
  }

  private static final int FEWEST_CHARACTERS = 4;
  private static final int FEWEST_CERTAIN_CHARACTERS = 8;
  private static final int FEWEST_CHARACTERS_OF_A_PART = 12;
  private static final int FEWEST_HIDDEN_CHARACTERS = 6;
  private static final int FEWEST_DIGITS = 4;
  private static final int FEWEST_CERTAIN_DIGITS = 6;

  /** What stands in more values than this, and in one of twenty, is the language of the data. */
  private static final int MOST_OF_A_VALUE = 3;

  private static final int SHARE_OF_LANGUAGE = 20;

  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final String all;
  private final int size;
  private final Phrases phrases;

  EvaluatorData(List<Literal> values) {
    StringBuilder joined = new StringBuilder("\n");
    for (Literal value : values) {
      (value.isNumber() ? numbers : texts).merge(value.value(), 1, Integer::sum);
      if (!value.isNumber() && value.value().length() >= FEWEST_CHARACTERS_OF_A_PART) {
        joined.append(value.value()).append('\n');
      }
    }
    this.all = joined.toString();
    this.size = values.size();
    this.phrases = new Phrases(texts, this::isLanguage);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Returns whether a constant is of the data, also if it is written backwards or in Base64. */
  Optional<Match> match(Literal literal) {
    if (literal.isNumber()) {
      return number(literal);
    }
    return Stream.of(
            text(literal.value()), text(new StringBuilder(literal.value()).reverse().toString()))
        .flatMap(Optional::stream)
        .min(Match::compareTo);
  }

  /** Returns whether a text that was hidden is of the data; for that, less of it is enough. */
  Optional<Match> matchHidden(String text) {
    String plain = Literal.text(text, 0).value();
    boolean isPart =
        plain.length() >= FEWEST_HIDDEN_CHARACTERS
            && plain.chars().allMatch(Character::isLetter)
            && texts.keySet().stream().anyMatch(value -> value.contains(plain));
    return text(plain).or(() -> isPart ? Optional.of(Match.DOUBTFUL) : Optional.empty());
  }

  /** Returns the values as words, to find them within longer texts and in names. */
  Phrases phrases() {
    return phrases;
  }

  /** Returns whether what stands so often in the data is the language that it is written in. */
  boolean isLanguage(String phrase, int count) {
    return isLanguage(count + parts(phrase));
  }

  private Optional<Match> text(String text) {
    if (text.length() < FEWEST_CHARACTERS || text.chars().noneMatch(Character::isLetterOrDigit)) {
      return Optional.empty();
    }
    int count = texts.getOrDefault(text, 0);
    if (count > 0) {
      return isLanguage(count)
          ? Optional.empty()
          : Optional.of(text.length() >= FEWEST_CERTAIN_CHARACTERS ? Match.VALUE : Match.DOUBTFUL);
    }
    int parts = text.length() >= FEWEST_CHARACTERS_OF_A_PART ? parts(text) : 0;
    return parts == 0 || isLanguage(parts)
        ? Optional.empty()
        : Optional.of(isMostOfAValue(text) ? Match.VALUE : Match.DOUBTFUL);
  }

  /** A problem without the word for what is to be done with it. */
  private boolean isMostOfAValue(String text) {
    int at = all.indexOf(text);
    int length = all.indexOf('\n', at) - all.lastIndexOf('\n', at) - 1;
    return 2 * text.length() >= length && text.chars().anyMatch(Character::isDigit);
  }

  private int parts(String text) {
    int parts = 0;
    for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
      parts++;
    }
    return parts;
  }

  private boolean isLanguage(int count) {
    return count > MOST_OF_A_VALUE && (long) count * SHARE_OF_LANGUAGE > size;
  }

  private Optional<Match> number(Literal literal) {
    int digits = literal.significantDigits();
    int count = numbers.getOrDefault(literal.value(), 0);
    int length = literal.value().replace(".", "").length();
    if (count == 0 || length < FEWEST_DIGITS || digits < 2 || isRound(literal.value())) {
      return Optional.empty();
    }
    return isLanguage(count)
        ? Optional.empty()
        : Optional.of(digits >= FEWEST_CERTAIN_DIGITS ? Match.VALUE : Match.DOUBTFUL);
  }

  /** Powers of two are everywhere in programs. */
  private static boolean isRound(String number) {
    if (number.contains(".")) {
      return false;
    }
    BigInteger whole = new BigInteger(number);
    return whole.bitCount() == 1 || whole.add(BigInteger.ONE).bitCount() == 1;
  }
}
