package dev.ratchet.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of a file in a unified diff: decoding them, and finding the one reading in which all
 * the places that name the file agree.
 *
 * @param from the old path
 * @param to the new path, mostly the same
 */
record DiffNames(String from, String to) {

  private static final String PREFIXES = "abciow12";
  private static final Pattern OCTAL = Pattern.compile("[0-3][0-7]{2}");
  private static final String NAMED_ESCAPES = "abtnvfr\"\\";
  private static final String NAMED_MEANINGS = "\u0007\b\t\n\u000b\f\r\"\\";

  /** Returns every reading that all the names in this diff allow, without prefixes. */
  static Set<DiffNames> readings(FileDiff file) {
    Set<DiffNames> readings = new LinkedHashSet<>(candidates(file));
    readings.removeIf(names -> !names.agreesWith(file));
    return readings;
  }

  private static List<DiffNames> candidates(FileDiff file) {
    for (String kind : List.of("rename", "copy")) {
      Optional<String> from = file.header(kind + " from").map(DiffNames::read);
      Optional<String> to = file.header(kind + " to").map(DiffNames::read);
      if (from.isPresent() || to.isPresent()) {
        return from.isPresent() && to.isPresent()
            ? List.of(new DiffNames(from.get(), to.get()))
            : List.of();
      }
    }
    List<DiffNames> candidates = new ArrayList<>();
    for (String name : namesOf(file)) {
      if (!name.equals(FileDiff.NO_FILE)) {
        candidates.add(new DiffNames(name, name));
        withoutPrefix(name).ifPresent(rest -> candidates.add(new DiffNames(rest, rest)));
      }
    }
    return candidates;
  }

  private static List<String> namesOf(FileDiff file) {
    if (file.oldName().isPresent() && file.newName().isPresent()) {
      return List.of(file.oldName().get(), file.newName().get());
    }
    return file.gitNames().map(DiffNames::tokens).orElse(List.of());
  }

  /** Splits two names; without quotes only equally long ones can be told apart. */
  private static List<String> tokens(String both) {
    if (both.startsWith("\"")) {
      int end = closingQuote(both);
      return end + 2 < both.length() && both.charAt(end + 1) == ' '
          ? List.of(read(both.substring(0, end + 1)), read(both.substring(end + 2)))
          : List.of();
    }
    int middle = both.endsWith("\"") ? both.indexOf(" \"") : both.length() / 2;
    return middle > 0 && both.charAt(middle) == ' '
        ? List.of(read(both.substring(0, middle)), read(both.substring(middle + 1)))
        : List.of();
  }

  private static Optional<String> withoutPrefix(String name) {
    return name.length() > 2 && name.charAt(1) == '/' && PREFIXES.indexOf(name.charAt(0)) >= 0
        ? Optional.of(name.substring(2))
        : Optional.empty();
  }

  private boolean agreesWith(FileDiff file) {
    String oldName = file.oldName().orElse(FileDiff.NO_FILE);
    String newName = file.newName().orElse(FileDiff.NO_FILE);
    boolean agrees =
        oldName.equals(FileDiff.NO_FILE)
            ? newName.equals(FileDiff.NO_FILE) || spells(newName, to)
            : newName.equals(FileDiff.NO_FILE) ? spells(oldName, from) : pairs(oldName, newName);
    return agrees && file.gitNames().map(this::agreesWithGit).orElse(true);
  }

  private boolean agreesWithGit(String both) {
    if (both.indexOf('"') >= 0) {
      List<String> names = tokens(both);
      return names.size() == 2 && pairs(names.get(0), names.get(1));
    }
    int space = from.length() + 2;
    return both.equals(from + " " + to)
        || both.length() == space + 1 + to.length() + 2
            && both.charAt(space) == ' '
            && pairs(both.substring(0, space), both.substring(space + 1));
  }

  private static boolean spells(String name, String path) {
    return name.equals(path) || withoutPrefix(name).filter(path::equals).isPresent();
  }

  /** Either both names are bare or both have a prefix, and not the same one. */
  private boolean pairs(String oldName, String newName) {
    return oldName.equals(from) && newName.equals(to)
        || withoutPrefix(oldName).filter(from::equals).isPresent()
            && withoutPrefix(newName).filter(to::equals).isPresent()
            && oldName.charAt(0) != newName.charAt(0);
  }

  /**
   * Returns the name that a header spells, as bytes, without a time stamp.
   *
   * @throws IllegalArgumentException if its quotes or escapes are not those of git
   */
  static String read(String spelt) {
    if (!spelt.startsWith("\"")) {
      int tab = spelt.indexOf('\t');
      return tab < 0 ? spelt : spelt.substring(0, tab);
    }
    int end = closingQuote(spelt);
    if (end < 0 || end + 1 < spelt.length() && spelt.charAt(end + 1) != '\t') {
      throw new IllegalArgumentException("the quotes in " + Quoted.text(spelt) + " do not close");
    }
    return unescape(spelt.substring(1, end));
  }

  private static int closingQuote(String spelt) {
    for (int i = 1; i < spelt.length(); i++) {
      if (spelt.charAt(i) == '\\') {
        i++;
      } else if (spelt.charAt(i) == '"') {
        return i;
      }
    }
    return -1;
  }

  private static String unescape(String escaped) {
    StringBuilder name = new StringBuilder();
    int at = 0;
    while (at < escaped.length()) {
      char c = escaped.charAt(at++);
      if (c != '\\') {
        name.append(c);
        continue;
      }
      int named = NAMED_ESCAPES.indexOf(escaped.charAt(at));
      if (named >= 0) {
        name.append(NAMED_MEANINGS.charAt(named));
        at++;
      } else if (OCTAL.matcher(escaped).region(at, escaped.length()).lookingAt()) {
        name.append((char) Integer.parseInt(escaped.substring(at, at + 3), 8));
        at += 3;
      } else {
        throw new IllegalArgumentException(
            "the name " + Quoted.text(escaped) + " has an escape that does not exist");
      }
    }
    return name.toString();
  }
}
