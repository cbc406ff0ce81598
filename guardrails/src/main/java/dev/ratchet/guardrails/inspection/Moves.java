package dev.ratchet.guardrails.inspection;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells by content which files were moved, so that a move and its spelling as deletion and creation
 * are judged alike.
 *
 * <p>A file that goes away and one that comes into being belong together if they are the same, or
 * else if the text in lines that they share is at least {@value #LEAST_PERCENT} percent of both. A
 * Java file is compared as if its name were another, since its type is renamed with it. Of several
 * matches the best counts, then the first by path. What the proposer called a move does not count.
 */
final class Moves {
  private static final int LEAST_PERCENT = 60;
  private static final int MOST_PAIRS = 1_000;

  /** Two ends that may be one move. */
  private record Pair(Change old, Change now, int percent) {
    Change move() {
      return new Change.Move(old.path(), now.path(), before(old), after(now));
    }
  }

  private final List<Change> others = new ArrayList<>();
  private final List<Change> deleted = new ArrayList<>();
  private final List<Change> created = new ArrayList<>();

  private Moves(ChangeSet changes) {
    changes.changes().forEach(this::add);
    deleted.sort(Comparator.comparing(Change::path));
    created.sort(Comparator.comparing(Change::path));
  }

  /** Returns the same changes with every move told by content. */
  static ChangeSet in(ChangeSet changes) {
    Moves moves = new Moves(changes);
    return moves.deleted.isEmpty() || moves.created.isEmpty() ? moves.parts() : moves.joined();
  }

  private void add(Change change) {
    if (change instanceof Change.Modify) {
      others.add(change);
    } else {
      change.before().ifPresent(f -> deleted.add(new Change.Delete(change.touched().get(0), f)));
      change.after().ifPresent(f -> created.add(new Change.Create(change.path(), f)));
    }
  }

  private ChangeSet parts() {
    return with(List.of());
  }

  private ChangeSet joined() {
    List<Change> moves = new ArrayList<>();
    join(identical(), moves);
    if ((long) deleted.size() * created.size() <= MOST_PAIRS) {
      join(similar(), moves);
    }
    return with(moves);
  }

  private ChangeSet with(List<Change> moves) {
    List<Change> all = new ArrayList<>(others);
    all.addAll(deleted);
    all.addAll(created);
    all.addAll(moves);
    return ChangeSet.of(all);
  }

  private void join(List<Pair> pairs, List<Change> moves) {
    pairs.sort(
        Comparator.comparingInt(Pair::percent)
            .reversed()
            .thenComparing(pair -> pair.old().path())
            .thenComparing(pair -> pair.now().path()));
    Set<SourcePath> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!taken.contains(pair.old().path()) && !taken.contains(pair.now().path())) {
        taken.addAll(List.of(pair.old().path(), pair.now().path()));
        moves.add(pair.move());
      }
    }
    deleted.removeIf(change -> taken.contains(change.path()));
    created.removeIf(change -> taken.contains(change.path()));
  }

  /** Of files that are the same, the first goes where the first is. */
  private List<Pair> identical() {
    Map<SourceFile, Deque<Change>> ends = new HashMap<>();
    created.forEach(now -> ends.computeIfAbsent(after(now), f -> new ArrayDeque<>()).add(now));
    List<Pair> pairs = new ArrayList<>();
    for (Change old : deleted) {
      Deque<Change> same = ends.getOrDefault(before(old), new ArrayDeque<>());
      if (!same.isEmpty()) {
        pairs.add(new Pair(old, same.remove(), 100));
      }
    }
    return pairs;
  }

  private List<Pair> similar() {
    List<Pair> pairs = new ArrayList<>();
    List<Content> ends = created.stream().map(now -> Content.of(now.path(), after(now))).toList();
    for (Change old : deleted) {
      Content content = Content.of(old.path(), before(old));
      for (int i = 0; i < ends.size(); i++) {
        int percent = content.percentIn(ends.get(i));
        if (percent >= LEAST_PERCENT) {
          pairs.add(new Pair(old, created.get(i), percent));
        }
      }
    }
    return pairs;
  }

  private static SourceFile before(Change change) {
    return change.before().orElseThrow();
  }

  private static SourceFile after(Change change) {
    return change.after().orElseThrow();
  }

  /** How often a file has each line, without space around it, and how long they are together. */
  private record Content(Map<String, Integer> lines, long size) {
    static Content of(SourcePath path, SourceFile file) {
      Map<String, Integer> lines = new HashMap<>();
      String text = neutral(path, file.text());
      text.lines().map(String::strip).forEach(line -> lines.merge(line, 1, Integer::sum));
      return new Content(lines, size(lines));
    }

    private static String neutral(SourcePath path, Optional<String> text) {
      String name = path.fileName().replaceFirst("[.]java$", "");
      return FileEdit.isJava(path)
          ? text.orElse("").replaceAll("\\b\\Q" + name + "\\E\\b", "-")
          : text.orElse("");
    }

    private static long size(Map<String, Integer> lines) {
      return lines.entrySet().stream()
          .mapToLong(e -> (long) e.getKey().length() * e.getValue())
          .sum();
    }

    int percentIn(Content other) {
      Map<String, Integer> common = new HashMap<>(lines);
      common.replaceAll((line, times) -> Math.min(times, other.lines.getOrDefault(line, 0)));
      return (int) (200 * size(common) / Math.max(1, size + other.size));
    }
  }
}
