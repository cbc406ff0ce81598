package dev.ratchet.guardrails.evaluator;

import dev.ratchet.guardrails.evaluator.EvaluatorData.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The longer values of an evaluator's data as words, however they are set apart. */
final class Phrases {
  /** Words of the data that stand somewhere, in lower case with blanks between them. */
  record Found(String words, Match match) {
    /** Returns a pattern for the words in any text. */
    Pattern pattern() {
      String apart = words.replace(" ", "[^\\p{L}\\p{N}]+");
      return Pattern.compile("(?iu)(?<!\\p{L})" + apart + "(?!\\p{L})");
    }
  }

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|_");
  private static final int MOST_WORDS = 30;
  private static final int FEWEST_CHARACTERS = 8;
  private static final int FEWEST_CERTAIN_CHARACTERS = 12;
  private static final int FEWEST_CHARACTERS_OF_A_NAME = 6;

  private final Map<String, Integer> counts = new HashMap<>();
  private final BiPredicate<String, Integer> isLanguage;

  Phrases(Map<String, Integer> texts, BiPredicate<String, Integer> isLanguage) {
    this.isLanguage = isLanguage;
    texts.forEach(
        (text, count) -> {
          String words = String.join(" ", words(text));
          if (words.length() >= FEWEST_CHARACTERS_OF_A_NAME
              && words.chars().anyMatch(Character::isLetter)) {
            counts.merge(words, count, Integer::sum);
          }
        });
  }

  /** Returns the longest value of the data that a text has in it. */
  Optional<Found> in(String text) {
    List<String> words = words(text);
    List<Found> found = new ArrayList<>();
    for (int start = 0; start < words.size(); start++) {
      StringBuilder phrase = new StringBuilder();
      int end = Math.min(words.size(), start + MOST_WORDS);
      for (String word : words.subList(start, end)) {
        phrase.append(phrase.isEmpty() ? "" : " ").append(word);
        find(phrase.toString(), FEWEST_CHARACTERS).ifPresent(found::add);
      }
    }
    return found.stream().max(Comparator.comparingInt(one -> one.words().length()));
  }

  /** Returns the value of the data that a name spells. */
  Optional<Found> named(String identifier) {
    String words = String.join(" ", words(HUMP.matcher(identifier).replaceAll(" ")));
    return find(words, FEWEST_CHARACTERS_OF_A_NAME);
  }

  private Optional<Found> find(String phrase, int least) {
    int count = phrase.length() < least ? 0 : counts.getOrDefault(phrase, 0);
    if (count == 0 || isLanguage.test(phrase, count)) {
      return Optional.empty();
    }
    boolean isCertain = phrase.contains(" ") && phrase.length() >= FEWEST_CERTAIN_CHARACTERS;
    return Optional.of(new Found(phrase, isCertain ? Match.VALUE : Match.DOUBTFUL));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
