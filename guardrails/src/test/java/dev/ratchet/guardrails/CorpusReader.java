package dev.ratchet.guardrails;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.FileMode;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads edits in the form that the head of {@code first.edits} describes.
 *
 * <p>Several operations on one file become one change of it.
 */
final class CorpusReader {
  private static final Pattern FACT = Pattern.compile("(expect|category|twin|open): (.*)");
  private static final Pattern CHARACTER = Pattern.compile("\\{\\{U\\+([0-9A-F]+)}}");
  private static final Pattern REPEATED = Pattern.compile("\\{\\{(\\d+) x (.*?)}}", Pattern.DOTALL);

  private final Iterator<String> lines;
  private final SourceTree base;
  private final List<CorpusEdit> edits = new ArrayList<>();
  private Map<String, String> facts = Map.of();
  private List<Supplier<Change>> changes = List.of();
  private Map<String, FileDraft> drafts = Map.of();

  CorpusReader(Iterator<String> lines, SourceTree base) {
    this.lines = lines;
    this.base = base;
  }

  List<CorpusEdit> edits() {
    while (lines.hasNext()) {
      read(lines.next());
    }
    return edits;
  }

  private void read(String line) {
    var fact = FACT.matcher(line);
    if (line.startsWith("=== ")) {
      begin(line.substring(4));
    } else if (fact.matches()) {
      facts.put(fact.group(1), fact.group(2));
    } else if (line.startsWith("--- ")) {
      operation(line.substring(4).split(" "));
    } else if (!line.isBlank() && !line.startsWith("#")) {
      throw new IllegalStateException("This line is neither a fact nor an operation: " + line);
    }
  }

  private void begin(String name) {
    facts = new LinkedHashMap<>();
    changes = new ArrayList<>();
    drafts = new LinkedHashMap<>();
    edits.add(new CorpusEdit(name, facts, changes));
  }

  private void operation(String[] words) {
    StringBuilder old = new StringBuilder();
    StringBuilder now = new StringBuilder();
    boolean halves = false;
    for (String line = lines.next(); !line.equals("|||"); line = lines.next()) {
      if (line.equals("<<<") || line.equals(">>>")) {
        halves = true;
        old.append(now);
        now.setLength(0);
      } else {
        now.append(line).append('\n');
      }
    }
    String text = expanded(now);
    draft(expanded(words[words[0].equals("mode") ? 2 : 1]))
        .change(words, expanded(trimmed(old)), halves ? expanded(trimmed(now)) : text);
  }

  private FileDraft draft(String path) {
    return drafts.computeIfAbsent(
        path,
        at -> {
          FileDraft draft = new FileDraft(at);
          changes.add(draft);
          return draft;
        });
  }

  private static CharSequence trimmed(StringBuilder text) {
    return text.length() == 0 ? "" : text.substring(0, text.length() - 1);
  }

  private static String expanded(CharSequence text) {
    String repeated =
        REPEATED
            .matcher(text)
            .replaceAll(
                m -> Matcher.quoteReplacement(m.group(2).repeat(Integer.parseInt(m.group(1)))));
    return CHARACTER
        .matcher(repeated)
        .replaceAll(
            m -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1), 16))));
  }

  /** What becomes of one file. The path is judged last, so that a bad one is no mistake here. */
  private final class FileDraft implements Supplier<Change> {
    private final String path;
    private final SourceFile before;
    private String end;
    private SourceFile after;

    FileDraft(String path) {
      this.path = path;
      this.end = path;
      this.before =
          SourcePath.problem(path).isPresent() ? null : base.file(SourcePath.of(path)).orElse(null);
      this.after = before;
    }

    void change(String[] words, String old, String now) {
      switch (words[0]) {
        case "create", "write" -> after = SourceFile.of(now);
        case "delete" -> after = null;
        case "mode" -> after = existing().withMode(mode(words[1]));
        case "replace" -> after = Corpus.replaced(path, existing(), old, now);
        case "move" -> move(expanded(words[2]), old, now);
        default -> throw new IllegalStateException("No operation: " + Arrays.toString(words));
      }
    }

    private void move(String to, String old, String now) {
      end = to;
      after = old.isEmpty() ? existing() : Corpus.replaced(path, existing(), old, now);
    }

    private SourceFile existing() {
      return Objects.requireNonNull(after, path);
    }

    private FileMode mode(String word) {
      return word.equals("+x") ? FileMode.EXECUTABLE : FileMode.REGULAR;
    }

    @Override
    public Change get() {
      SourcePath at = SourcePath.of(end);
      if (before == null) {
        return new Change.Create(at, existing());
      }
      if (after == null) {
        return new Change.Delete(at, before);
      }
      return end.equals(path)
          ? new Change.Modify(at, before, after)
          : new Change.Move(SourcePath.of(path), at, before, after);
    }
  }
}
