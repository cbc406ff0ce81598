package dev.ratchet.guardrails.evaluator;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.PathGlob;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.source.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The data of the evaluator in a tree, read once as long as it does not change. Safe for many
 * threads.
 */
final class EvaluatorIndex {
  /** The data of one tree, and the globs that match nothing in it. */
  record Snapshot(
      ContentHash tree,
      Set<SourceFile> files,
      EvaluatorData data,
      EvaluatorTypes types,
      List<PathGlob> unmatched) {}

  private volatile Optional<Snapshot> last = Optional.empty();

  /** Returns the data of the tree that an edit changes. */
  static Snapshot of(Edit edit) {
    return edit.index(EvaluatorIndex.class, EvaluatorIndex::new).snapshot(edit);
  }

  private Snapshot snapshot(Edit edit) {
    Optional<Snapshot> known = last.filter(s -> s.tree().equals(edit.base().hash()));
    if (known.isPresent()) {
      return known.get();
    }
    Snapshot fresh = read(edit);
    last = Optional.of(fresh);
    return fresh;
  }

  private Snapshot read(Edit edit) {
    List<PathGlob> globs = edit.rules().protection().evaluator();
    SourceTree tree = edit.base();
    List<PathGlob> unmatched = new ArrayList<>(globs);
    List<SourcePath> paths = new ArrayList<>();
    for (SourcePath path : globs.isEmpty() ? List.<SourcePath>of() : tree.paths()) {
      if (globs.stream().anyMatch(glob -> glob.matches(path))) {
        paths.add(path);
        unmatched.removeIf(glob -> glob.matches(path));
      }
    }
    Set<SourceFile> files = new LinkedHashSet<>();
    paths.forEach(path -> files.add(tree.file(path).orElseThrow()));
    EvaluatorData data =
        last.filter(s -> s.files().equals(files))
            .map(Snapshot::data)
            .orElseGet(() -> data(paths, edit));
    return new Snapshot(tree.hash(), files, data, types(paths, edit), List.copyOf(unmatched));
  }

  private static EvaluatorTypes types(List<SourcePath> paths, Edit edit) {
    List<SourcePath> own = paths.stream().filter(FileEdit::isJava).toList();
    if (own.isEmpty()) {
      return EvaluatorTypes.NONE;
    }
    Set<SourcePath> others = new HashSet<>(edit.base().paths());
    others.removeAll(Set.copyOf(own));
    return EvaluatorTypes.of(
        own.stream().map(edit::factsBefore).toList(),
        others.stream()
            .filter(FileEdit::isJava)
            .flatMap(path -> path.parent().stream())
            .map(SourcePath::value)
            .collect(Collectors.toSet()));
  }

  private static EvaluatorData data(List<SourcePath> paths, Edit edit) {
    List<Literal> values = new ArrayList<>();
    for (SourcePath path : paths) {
      values.addAll(edit.values(path, edit.base().file(path).orElseThrow()));
    }
    return new EvaluatorData(values);
  }
}
