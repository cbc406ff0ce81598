package dev.ratchet.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a reader has found so far: changes to a tree, and the problems that forbid them all. */
final class Draft {

  private static final int SHOWN_PATHS = 5;
  private static final int SHOWN_PROBLEMS = 100;

  /** Beyond these the text of a patch would cost its reader too much time. */
  private static final int MOST_SEARCHED = 50_000_000;

  private static final int MOST_NEAREST = 20;

  private final SourceTree base;
  private final List<Change> changes = new ArrayList<>();
  private final List<PatchProblem> problems = new ArrayList<>();
  private final Map<String, Integer> touchedAt = new HashMap<>();
  private boolean sawContent;
  private long searched;
  private int nearestShown;
  private int problemsLeftOut;

  Draft(SourceTree base) {
    this.base = base;
  }

  SourceTree base() {
    return base;
  }

  void refuse(PatchProblem problem) {
    if (problems.size() < SHOWN_PROBLEMS) {
      problems.add(problem);
    } else {
      problemsLeftOut++;
    }
  }

  void refuse(String path, int line, String message) {
    refuse(new PatchProblem(path, line, 0, message, ""));
  }

  /** Returns whether so many lines may be looked at in search of a place; counts them. */
  boolean maySearch(long lines) {
    searched += lines;
    return searched <= MOST_SEARCHED;
  }

  /** Returns whether one more problem may show what the tree has instead; counts it. */
  boolean mayShowNearest() {
    return nearestShown++ < MOST_NEAREST;
  }

  /** Returns the path that the patch spells here; if it is refused, that is a problem. */
  Optional<SourcePath> path(String spelt, int line) {
    Optional<String> problem = SourcePath.problem(spelt);
    if (problem.isPresent()) {
      refuse("", line, Quoted.text(spelt) + " is not a source path: " + problem.get());
      return Optional.empty();
    }
    return Optional.of(SourcePath.of(spelt));
  }

  /** Returns the file that the patch starts from; if there is none, that is a problem. */
  Optional<SourceFile> file(SourcePath path, int line) {
    Optional<SourceFile> file = base.file(path);
    if (file.isEmpty()) {
      String message = "the file does not exist; create it, or name a file that does";
      String nearest = mayShowNearest() ? sameName(path) : "";
      refuse(new PatchProblem(path.value(), line, 0, message, nearest));
    }
    return file;
  }

  private String sameName(SourcePath path) {
    return base.paths().stream()
        .filter(other -> other.fileName().equalsIgnoreCase(path.fileName()))
        .limit(SHOWN_PATHS)
        .map(SourcePath::value)
        .collect(Collectors.joining("\n"));
  }

  void create(SourcePath path, SourceFile content, int line) {
    if (base.contains(path)) {
      refuse(path.value(), line, "the file exists already; modify it instead of creating it");
    } else {
      add(new Change.Create(path, content), line);
    }
  }

  /** Adds a modification, unless it changes nothing, which is a problem. */
  void modify(SourcePath path, SourceFile before, SourceFile content, int line) {
    if (before.equals(content)) {
      refuse(path.value(), line, "the file is like this already, so nothing would change");
    } else {
      add(new Change.Modify(path, before, content), line);
    }
  }

  void add(Change change, int line) {
    for (SourcePath path : change.touched()) {
      Integer earlier = touchedAt.putIfAbsent(path.folded(), line);
      if (earlier != null) {
        String where = earlier > 0 ? " in line " + earlier : "";
        refuse(
            path.value(),
            line,
            "the path is touched before" + where + "; write all changes to a file as one");
      }
    }
    changes.add(change);
  }

  /** Notes that the patch states a file's content, even if it is what the tree has. */
  void unchanged() {
    sawContent = true;
  }

  /** Returns the changes if nothing forbids them and they apply to the tree. */
  PatchResult result(String whatToWrite) {
    if (problems.isEmpty() && changes.isEmpty()) {
      refuse(
          "",
          0,
          sawContent
              ? "The patch gives every file as it is already, so nothing would change"
              : "There is no change in this text. Write " + whatToWrite);
    }
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingInt(PatchProblem::line));
      if (problemsLeftOut > 0) {
        String message = "There are " + problemsLeftOut + " more problems; propose less at a time";
        problems.add(new PatchProblem("", 0, 0, message, ""));
      }
      return new PatchResult.Refused(problems);
    }
    ChangeSet set = ChangeSet.of(changes);
    return set.applyTo(base)
        .fold(
            tree -> new PatchResult.Resolved(set),
            reasons ->
                new PatchResult.Refused(
                    reasons.stream().map(r -> new PatchProblem("", 0, 0, r, "")).toList()));
  }
}
