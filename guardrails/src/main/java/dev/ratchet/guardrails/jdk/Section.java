package dev.ratchet.guardrails.jdk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.function.BiConsumer;

/**
 * A package or type as the catalogue writes it.
 *
 * <p>Its parts are read when they are first asked for: most programs meet few types of the JDK, and
 * a check of one small edit should not pay for all of them.
 */
final class Section {
  private final Entry entry;
  private final Rating rating;
  private final String text;
  private volatile Map<String, Rating> parts = Map.of();

  /**
   * Creates a section.
   *
   * @param entry what it is about
   * @param rating what it says of the whole
   * @param text the lines below its head
   */
  Section(Entry entry, Rating rating, String text) {
    this.entry = entry;
    this.rating = rating;
    this.text = text;
  }

  String name() {
    return entry.name();
  }

  Rating rating() {
    return rating;
  }

  /** Returns what it says of exactly this member. */
  Optional<Rating> part(String name, String descriptor) {
    Rating all = parts().get(name);
    return all == null || !all.isMixed()
        ? Optional.ofNullable(all)
        : Optional.ofNullable(parts().get(name + JdkNames.parameters(descriptor)));
  }

  /** Returns what it says of a type, or of all members of a name. */
  Optional<Rating> part(String name) {
    return Optional.ofNullable(parts().get(name));
  }

  /** Returns whether it tells overloads of a member apart. */
  boolean tellsApart(String name) {
    return part(name).filter(Rating::isMixed).isPresent();
  }

  private Map<String, Rating> parts() {
    if (parts.isEmpty() && !text.isEmpty()) {
      Map<String, Rating> read = new HashMap<>();
      read((part, power) -> add(part.name(), power, read));
      parts = read;
    }
    return parts;
  }

  private static void add(String name, Rating power, Map<String, Rating> into) {
    into.put(name, power);
    int parameters = name.indexOf('(');
    if (parameters > 0) {
      into.merge(name.substring(0, parameters), new Rating(power.power(), true), Rating::or);
    }
  }

  private void read(BiConsumer<Entry, Rating> reader) {
    for (String line : text.split("\n")) {
      int colon = line.indexOf(':');
      Rating power = Rating.of(line.substring(0, colon).strip());
      StringTokenizer names = new StringTokenizer(line.substring(colon + 1));
      while (names.hasMoreTokens()) {
        reader.accept(Entry.of(names.nextToken()), power);
      }
    }
  }

  /** Returns what it is about, and its parts with this before their names. */
  List<Entry> entries(String separator) {
    List<Entry> entries = new ArrayList<>(List.of(entry));
    if (!text.isEmpty()) {
      read((part, power) -> entries.add(part.within(entry.name() + separator)));
    }
    return entries;
  }
}
