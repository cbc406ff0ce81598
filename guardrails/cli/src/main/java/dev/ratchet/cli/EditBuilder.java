package dev.ratchet.cli;

import dev.ratchet.edit.Application;
import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gathers changes to a snapshot; what does not fit is a finding, and the rest is still judged. */
final class EditBuilder {
  private final Snapshot before;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, SourcePath> touched = new TreeMap<>();

  EditBuilder(Snapshot before) {
    this.before = before;
  }

  Snapshot before() {
    return before;
  }

  void refuse(EditRule rule, String path, String message) {
    Finding finding = rule.found(message);
    findings.add(path.isEmpty() ? finding : finding.at(new Place(path, 0)));
  }

  /** Returns the path that a text spells; if it is refused, that is a finding. */
  Optional<SourcePath> path(String spelt) {
    Optional<String> problem = SourcePath.problem(spelt);
    if (problem.isPresent()) {
      refuse(
          EditRule.PATH, spelt, Escaped.quoted(spelt) + " is no path in a tree: " + problem.get());
      return Optional.empty();
    }
    return Optional.of(SourcePath.of(spelt));
  }

  void add(Change change) {
    Optional<SourcePath> twice =
        change.touched().stream().filter(path -> touched.containsKey(path.folded())).findFirst();
    Optional<String> obstacle = change.touched().stream().flatMap(this::obstacle).findFirst();
    if (twice.isPresent()) {
      String other = String.valueOf(touched.get(twice.get().folded()));
      refuse(EditRule.ONCE, other, twice.get() + " is touched, and so is " + other);
    } else if (obstacle.isPresent()) {
      refuse(EditRule.APPLIES, change.path().value(), obstacle.get());
    } else {
      change.touched().forEach(path -> touched.put(path.folded(), path));
      changes.add(change);
    }
  }

  private Stream<String> obstacle(SourcePath path) {
    return before
        .obstacle(path)
        .map(reason -> path + " can't be edited, because " + reason)
        .stream();
  }

  ProposedEdit build() {
    ChangeSet all = ChangeSet.of(changes);
    return all.applyTo(before.tree())
        .fold(tree -> new ProposedEdit(all, tree, List.copyOf(findings)), this::withoutMisfits);
  }

  /** One change that does not fit is no reason to be silent about the others. */
  private ProposedEdit withoutMisfits(List<String> reasons) {
    reasons.forEach(reason -> refuse(EditRule.APPLIES, "", reason));
    List<Change> fitting = changes.stream().filter(this::fits).toList();
    SourceTree base = before.tree();
    if (fitting.size() == changes.size()) {
      return ProposedEdit.refused(base, findings);
    }
    ChangeSet rest = ChangeSet.of(fitting);
    return rest.applyTo(base)
        .fold(
            tree -> new ProposedEdit(rest, tree, List.copyOf(findings)),
            more -> ProposedEdit.refused(base, findings));
  }

  private boolean fits(Change change) {
    return ChangeSet.of(List.of(change)).applyTo(before.tree()) instanceof Application.Applied;
  }
}
