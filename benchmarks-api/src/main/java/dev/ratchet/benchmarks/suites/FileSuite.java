package dev.ratchet.benchmarks.suites;

import dev.ratchet.benchmarks.DataSetInfo;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A fixed suite in a file of JSON lines. Users call {@link #read}.
 *
 * <p>Each line that is not blank is an object of strings: {@code id}, {@code family}, {@code
 * input}, {@code answer} and perhaps {@code split} ({@code tuning}, {@code validation}, {@code
 * held-out} or {@code vault}). The answer is compared as text, outer white space ignored. Tasks
 * without a split are dealt by {@link Splits#dealt}: 40 % to tuning, 30 % to validation and 30 % to
 * held-out, clones together; a clone of a task that names its split goes there.
 */
public final class FileSuite {
  private static final Set<String> REQUIRED = Set.of("id", "family", "input", "answer");
  private static final String SPLIT = "split";

  private record Entry(Task task, Optional<Split> split, int line) {}

  private FileSuite() {}

  /**
   * Returns the suite in a file, called by the file's name; clones are told by {@link
   * Canonical#standard}.
   *
   * @throws IllegalArgumentException if the file can't be read or is wrong anywhere; the message
   *     names file, line and remedy
   */
  public static FixedSuite read(Path file) {
    return read(file, Canonical.standard());
  }

  /**
   * Returns the suite in a file, called by the file's name.
   *
   * @param canonical tells which tasks are clones
   * @throws IllegalArgumentException if the file can't be read or is wrong anywhere, as when clones
   *     name two splits; the message names file, line and remedy
   */
  public static FixedSuite read(Path file, Canonical canonical) {
    List<Entry> entries = entries(file);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException(
          "The suite "
              + file
              + " has no tasks, so it can't measure anything: add lines such as "
              + "{\"id\":\"1\",\"family\":\"sum\",\"input\":\"1 2\",\"answer\":\"3\"}");
    }
    String name = String.valueOf(file.getFileName());
    return FixedSuite.of(name, sorted(file, entries, canonical))
        .withAbout(DataSetInfo.named(name).withHash(Digest.hex(TextLines.text(file))));
  }

  private static Map<Split, List<Task>> sorted(
      Path file, List<Entry> entries, Canonical canonical) {
    Map<String, Entry> named = named(file, entries, canonical);
    Map<Split, List<Task>> sorted = new EnumMap<>(Split.class);
    List<Task> free = new ArrayList<>();
    for (Entry entry : entries) {
      Entry clone = named.get(form(entry, canonical));
      Optional<Split> split = clone == null ? Optional.empty() : clone.split();
      split
          .map(known -> sorted.computeIfAbsent(known, any -> new ArrayList<>()))
          .orElse(free)
          .add(entry.task());
    }
    Splits.dealt(free, canonical)
        .forEach(
            (split, tasks) ->
                sorted.computeIfAbsent(split, any -> new ArrayList<>()).addAll(tasks));
    return sorted;
  }

  /** Returns the first task of each form that names its split. */
  private static Map<String, Entry> named(Path file, List<Entry> entries, Canonical canonical) {
    Map<String, Entry> named = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.split().isPresent()) {
        Entry first = named.putIfAbsent(form(entry, canonical), entry);
        if (first != null && !first.split().equals(entry.split())) {
          throw TextLines.error(
              file,
              entry.line(),
              "the task is a clone of the one at line "
                  + first.line()
                  + ", which is in another split, so its answer would leak: put both into one");
        }
      }
    }
    return named;
  }

  private static String form(Entry entry, Canonical canonical) {
    return entry.task().family() + "\n" + canonical.of(entry.task());
  }

  private static List<Entry> entries(Path file) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    List<String> lines = TextLines.of(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Entry entry = entry(file, i + 1, lines.get(i));
        once(seen, "id '" + entry.task().id() + "'", file, entry.line());
        once(seen, "input of '" + entry.task().input() + "'", file, entry.line());
        entries.add(entry);
      }
    }
    return entries;
  }

  private static void once(Map<String, Integer> seen, String what, Path file, int line) {
    Integer before = seen.putIfAbsent(what, line);
    if (before != null) {
      String name = what.startsWith("input") ? "input" : what;
      throw TextLines.error(
          file,
          line,
          "the "
              + name
              + " stands at line "
              + before
              + " already, and a task may stand once only:"
              + " remove or change one");
    }
  }

  private static Entry entry(Path file, int line, String json) {
    Map<String, String> members;
    try {
      members = JsonStrings.parse(json);
    } catch (IllegalArgumentException e) {
      throw TextLines.error(file, line, e.getMessage() + "; a task is one JSON object of strings");
    }
    for (String key : members.keySet()) {
      if (!REQUIRED.contains(key) && !key.equals(SPLIT)) {
        throw TextLines.error(
            file, line, "unknown key '" + key + "'; allowed are id, family, split, input, answer");
      }
    }
    Task task =
        Task.exact(
            value(members, "id", file, line),
            value(members, "family", file, line),
            value(members, "input", file, line),
            value(members, "answer", file, line));
    Optional<Split> split =
        Optional.ofNullable(members.get(SPLIT)).map(name -> split(name, file, line));
    return new Entry(task, split, line);
  }

  private static String value(Map<String, String> members, String key, Path file, int line) {
    String value = members.get(key);
    if (value == null) {
      throw TextLines.error(file, line, "the key '" + key + "' is missing: add it");
    }
    if (value.isBlank() && (key.equals("id") || key.equals("family"))) {
      throw TextLines.error(file, line, "the value of '" + key + "' is blank: name it");
    }
    return value;
  }

  private static Split split(String name, Path file, int line) {
    return Arrays.stream(Split.values())
        .filter(split -> spelling(split).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                TextLines.error(
                    file,
                    line,
                    "unknown split '"
                        + name
                        + "'; allowed are "
                        + Arrays.stream(Split.values())
                            .map(FileSuite::spelling)
                            .collect(Collectors.joining(", "))));
  }

  private static String spelling(Split split) {
    return split.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
