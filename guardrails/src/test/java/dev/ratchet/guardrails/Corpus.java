package dev.ratchet.guardrails;

import dev.ratchet.edit.Application;
import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Proposal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The bundled project, its policy, and edits to it as data. */
final class Corpus {
  /** One edit with the rule that has to stop it, or {@code pass}. */
  record Case(String name, String expect, ChangeSet changes) {}

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{U\\+([0-9A-F]+)}}");

  private Corpus() {}

  static Path directory() {
    try {
      return Path.of(
              Objects.requireNonNull(Corpus.class.getResource("/corpus/policy.yaml")).toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Policy policy() {
    return Policy.read(directory().resolve("policy.yaml"));
  }

  static SourceTree base() {
    try {
      return SourceTree.read(directory().resolve("base"), PathFilter.all());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Candidate candidate(SourceTree base, ChangeSet changes) {
    if (changes.applyTo(base) instanceof Application.Applied applied) {
      return new Candidate(base, changes, applied.tree(), "test", Proposal.of(changes, "test"));
    }
    throw new IllegalArgumentException("The edit does not apply: " + changes.applyTo(base));
  }

  static List<Case> cases() {
    try {
      Iterator<String> lines = Files.readAllLines(directory().resolve("edits.txt")).iterator();
      return new Reader(lines, base()).cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a change of one file by replacing a text that stands in it exactly once. */
  static Change replace(SourceTree base, String path, String old, String now) {
    SourcePath at = SourcePath.of(path);
    SourceFile file = base.file(at).orElseThrow();
    return new Change.Modify(at, file, SourceFile.of(replaced(path, text(file), old, now)));
  }

  static Change create(String path, String text) {
    return new Change.Create(SourcePath.of(path), SourceFile.of(text));
  }

  private static String text(SourceFile file) {
    return file.text().orElseThrow();
  }

  private static String replaced(String path, String text, String old, String now) {
    if (text.split(Pattern.quote(old), -1).length != 2) {
      throw new IllegalArgumentException(path + " has not exactly once: " + old);
    }
    return text.replace(old, now);
  }

  /** Reads the edits; several replacements in one file become one change. */
  private static final class Reader {
    private final Iterator<String> lines;
    private final SourceTree base;
    private final List<Case> cases = new ArrayList<>();
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private String name = "";
    private String expect = "";

    Reader(Iterator<String> lines, SourceTree base) {
      this.lines = lines;
      this.base = base;
    }

    List<Case> cases() {
      while (lines.hasNext()) {
        String line = lines.next();
        if (line.startsWith("=== ")) {
          finish();
          name = line.substring(4);
        } else if (line.startsWith("expect: ")) {
          expect = line.substring(8);
        } else if (line.startsWith("--- ")) {
          read(line.substring(4).split(" "));
        }
      }
      finish();
      return cases;
    }

    private void finish() {
      if (!name.isEmpty()) {
        cases.add(new Case(name, expect, ChangeSet.of(changes.values())));
      }
      changes.clear();
    }

    private void read(String[] operation) {
      StringBuilder old = new StringBuilder();
      StringBuilder now = new StringBuilder();
      StringBuilder current = old;
      for (String line = lines.next(); !line.equals("|||"); line = lines.next()) {
        if (line.equals(">>>")) {
          current = now;
        } else if (!line.equals("<<<")) {
          current.append(line).append('\n');
        }
      }
      change(operation, trimmed(old), trimmed(now));
    }

    private static String trimmed(StringBuilder text) {
      String whole = text.length() == 0 ? "" : text.substring(0, text.length() - 1);
      return PLACEHOLDER
          .matcher(whole)
          .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
    }

    private void change(String[] operation, String old, String now) {
      String path = operation[1];
      switch (operation[0]) {
        case "create" -> changes.put(path, Corpus.create(path, now));
        case "delete" -> {
          SourcePath at = SourcePath.of(path);
          changes.put(path, new Change.Delete(at, base.file(at).orElseThrow()));
        }
        case "move" -> changes.put(path, move(path, operation[2], old, now));
        default ->
            changes.merge(path, Corpus.replace(base, path, old, now), (a, b) -> both(a, old, now));
      }
    }

    private Change move(String from, String to, String old, String now) {
      SourceFile file = base.file(SourcePath.of(from)).orElseThrow();
      SourceFile moved = old.isEmpty() ? file : SourceFile.of(replaced(from, text(file), old, now));
      return new Change.Move(SourcePath.of(from), SourcePath.of(to), file, moved);
    }

    private static Change both(Change first, String old, String now) {
      String text = text(first.after().orElseThrow());
      String path = first.path().value();
      return new Change.Modify(
          first.path(),
          first.before().orElseThrow(),
          SourceFile.of(replaced(path, text, old, now)));
    }
  }
}
