package dev.ratchet.guardrails;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.PathGlob;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
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

  private final List<PathGlob> globs;
  private final JavaCache java;
  private volatile Optional<Snapshot> last = Optional.empty();

  EvaluatorIndex(Rules rules, JavaCache java) {
    this.globs = rules.protection().evaluator();
    this.java = java;
  }

  Snapshot of(SourceTree tree) {
    Optional<Snapshot> known = last.filter(s -> s.tree().equals(tree.hash()));
    if (known.isPresent()) {
      return known.get();
    }
    Snapshot fresh = read(tree);
    last = Optional.of(fresh);
    return fresh;
  }

  private Snapshot read(SourceTree tree) {
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
            .orElseGet(() -> data(paths, tree));
    return new Snapshot(tree.hash(), files, data, types(paths, tree), List.copyOf(unmatched));
  }

  private EvaluatorTypes types(List<SourcePath> paths, SourceTree tree) {
    List<SourcePath> own = paths.stream().filter(FileEdit::isJava).toList();
    if (own.isEmpty()) {
      return EvaluatorTypes.NONE;
    }
    Set<SourcePath> others = new HashSet<>(tree.paths());
    others.removeAll(Set.copyOf(own));
    return EvaluatorTypes.of(
        own.stream().map(path -> java.facts(tree.file(path).orElseThrow())).toList(),
        others.stream()
            .filter(FileEdit::isJava)
            .flatMap(path -> path.parent().stream())
            .map(SourcePath::value)
            .collect(Collectors.toSet()));
  }

  private EvaluatorData data(List<SourcePath> paths, SourceTree tree) {
    List<Literal> values = new ArrayList<>();
    for (SourcePath path : paths) {
      values.addAll(DataValues.of(path, tree.file(path).orElseThrow(), java));
    }
    return new EvaluatorData(values);
  }
}
