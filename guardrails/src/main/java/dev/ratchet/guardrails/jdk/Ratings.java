package dev.ratchet.guardrails.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the catalogue says, as it is written; the head of the file says how. */
final class Ratings {
  private final Map<String, Section> packages = new HashMap<>();
  private final Map<String, Section> types = new HashMap<>();
  private final Map<String, Section> names = new HashMap<>();

  private Ratings() {}

  static Ratings read(String resource) {
    try (InputStream bytes = Ratings.class.getResourceAsStream(resource)) {
      String text =
          new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.US_ASCII);
      Ratings ratings = new Ratings();
      for (int start = 0; start < text.length(); ) {
        start = ratings.section(text, start);
      }
      return ratings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the section at a place and returns where the next one begins. */
  private int section(String text, int start) {
    int body = text.indexOf('\n', start) + 1;
    int end = body;
    while (end < text.length() && text.charAt(end) == ' ') {
      end = text.indexOf('\n', end) + 1;
    }
    if (text.charAt(start) != '#') {
      String[] head = text.substring(start, body).strip().split("[ :]+");
      Entry entry = Entry.of(head.length > 1 ? head[1] : "");
      Rating rating = head.length > 2 ? Rating.of(head[2]) : Rating.MIXED;
      of(head[0]).put(entry.name(), new Section(entry, rating, text.substring(body, end)));
    }
    return end;
  }

  private Map<String, Section> of(String kind) {
    return switch (kind) {
      case "package" -> packages;
      case "type" -> types;
      default -> names;
    };
  }

  /** Returns the section of a type that has one. */
  Optional<Section> section(String type) {
    return Optional.ofNullable(types.get(type));
  }

  /** Returns the rating of a type: its own, of what encloses it, of its package. */
  Optional<Rating> type(String name) {
    int end = JdkNames.packageEnd(name);
    return end < 0
        ? Optional.empty()
        : inPackage(name.substring(0, end)).flatMap(home -> type(home, name, end + 1));
  }

  private Optional<Rating> type(Section home, String name, int start) {
    Optional<Rating> own =
        section(name).map(Section::rating).or(() -> home.part(name.substring(start)));
    if (own.isPresent()) {
      return own;
    }
    int dot = name.lastIndexOf('.');
    Optional<Rating> around =
        dot < start ? Optional.of(home.rating()) : type(home, name.substring(0, dot), start);
    return around.filter(whole -> !whole.isMixed());
  }

  /** Returns whether the catalogue speaks of the type's package. */
  boolean knowsPackageOf(String type) {
    int end = JdkNames.packageEnd(type);
    return end > 0 && inPackage(type.substring(0, end)).isPresent();
  }

  private Optional<Section> inPackage(String name) {
    Optional<Section> found = Optional.ofNullable(packages.get(name));
    for (int end = name.length();
        found.isEmpty() && end > 0;
        end = name.lastIndexOf('.', end - 1)) {
      found = Optional.ofNullable(packages.get(name.substring(0, end) + ".**"));
    }
    return found;
  }

  /** Returns the rating of a member so telling that its name alone counts. */
  Optional<Rating> name(String member) {
    return Optional.ofNullable(names.get("")).flatMap(section -> section.part(member));
  }

  /** Returns everything that is named, for the test against the JDK. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    packages.values().forEach(section -> entries.addAll(section.entries(".")));
    types.values().forEach(section -> entries.addAll(section.entries("#")));
    return entries;
  }
}
