package puzzles.agent;

import java.util.ArrayList;
import java.util.List;

/** Reads the words and numbers of a line. */
final class Words {

  private Words() {}

  /** Returns the words of a line in order. */
  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.trim().split(" ")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** Returns the word at an index as a number. */
  static long number(String line, int index) {
    List<String> words = of(line);
    if (index >= words.size()) {
      throw new IllegalArgumentException("A number is missing in '" + line + "'.");
    }
    return Long.parseLong(words.get(index));
  }

  /** Returns all the words from an index on as numbers. */
  static List<Long> numbersFrom(String line, int index) {
    List<Long> numbers = new ArrayList<>();
    for (int i = index; i < of(line).size(); i++) {
      numbers.add(number(line, i));
    }
    return numbers;
  }
}
