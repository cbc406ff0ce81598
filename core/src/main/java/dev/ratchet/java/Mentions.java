package dev.ratchet.java;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceFile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The words of sources, by the hash of their content: which sources may mean a name.
 *
 * <p>Words in comments and strings count too, and a source with Unicode escapes or hidden
 * characters may mean anything; so a source that means a name is never missed. Safe for many
 * threads.
 */
final class Mentions {
  private static final int MOST = 20_000;
  private static final Set<String> ANYTHING = Set.of("*");

  private final Map<String, String> interned = new LinkedHashMap<>();
  private final Map<ContentHash, Set<String>> words =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentHash, Set<String>> eldest) {
          return size() > MOST;
        }
      };

  /** Returns whether a source may mean one of the names. */
  synchronized boolean mentions(SourceFile source, Set<String> names) {
    Set<String> known = words.computeIfAbsent(source.hash(), hash -> words(source));
    return known == ANYTHING || names.stream().anyMatch(known::contains);
  }

  private Set<String> words(SourceFile source) {
    String text = source.text().orElse("");
    if (text.contains("\\u") || text.chars().anyMatch(Character::isIdentifierIgnorable)) {
      return ANYTHING;
    }
    if (interned.size() > 50L * MOST) {
      interned.clear();
    }
    Set<String> found = new HashSet<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        String word = text.substring(at, end);
        found.add(interned.computeIfAbsent(word, w -> w));
      }
      at = end + 1;
    }
    return Set.copyOf(found);
  }
}
