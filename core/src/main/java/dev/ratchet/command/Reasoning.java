package dev.ratchet.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines of reasoning on one task.
 *
 * <p>A line leads on if a word or number that it brings up is in a later line or in the answer.
 * That is a rough reading: a line that only repeats common words seems to lead on too.
 */
final class Reasoning {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final List<String> lines;
  private final Set<String> earlier;
  private final String answer;

  Reasoning(String input, Reply reply) {
    this.earlier = words(input);
    this.lines = reply.traces();
    this.answer = reply.text();
  }

  /** Returns, by place, the lines that bring up something that nothing after them takes up. */
  Set<Integer> leadingNowhere() {
    Set<Integer> found = new HashSet<>();
    Set<String> known = new HashSet<>(earlier);
    for (int i = 0; i < lines.size(); i++) {
      Set<String> fresh = words(lines.get(i));
      fresh.removeAll(known);
      known.addAll(fresh);
      if (!fresh.isEmpty() && !isTakenUp(fresh, i + 1)) {
        found.add(i);
      }
    }
    return found;
  }

  private boolean isTakenUp(Set<String> fresh, int from) {
    return words(answer).stream().anyMatch(fresh::contains)
        || lines.subList(from, lines.size()).stream()
            .anyMatch(line -> words(line).stream().anyMatch(fresh::contains));
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
