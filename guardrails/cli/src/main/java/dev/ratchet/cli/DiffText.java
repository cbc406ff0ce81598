package dev.ratchet.cli;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PatchFormat;
import dev.ratchet.edit.PatchProblem;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;

/** An edit given as a unified diff. */
final class DiffText {
  private DiffText() {}

  static ProposedEdit read(byte[] diff, Snapshot before) {
    return PatchFormat.UNIFIED_DIFF
        .read(diff, before.tree())
        .fold(
            changes -> resolved(changes, before),
            problems ->
                ProposedEdit.refused(
                    before.tree(), problems.stream().map(DiffText::finding).toList()));
  }

  private static ProposedEdit resolved(ChangeSet changes, Snapshot before) {
    EditBuilder edit = new EditBuilder(before);
    changes.changes().forEach(edit::add);
    return edit.build();
  }

  private static Finding finding(PatchProblem problem) {
    return EditRule.APPLIES
        .found("The diff can't be applied: " + problem)
        .at(new Place(problem.path(), 0));
  }
}
