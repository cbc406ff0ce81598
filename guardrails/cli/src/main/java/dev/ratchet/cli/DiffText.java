package dev.ratchet.cli;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PatchFormat;
import dev.ratchet.edit.PatchProblem;

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
                    before.tree(), problems.stream().map(problem -> finding(problem)).toList()));
  }

  private static ProposedEdit resolved(ChangeSet changes, Snapshot before) {
    EditBuilder edit = new EditBuilder(before);
    changes.changes().forEach(edit::add);
    return edit.build();
  }

  private static dev.ratchet.verdict.Finding finding(PatchProblem problem) {
    return EditRule.APPLIES
        .found("The diff can't be applied: " + problem)
        .at(new dev.ratchet.verdict.Place(problem.path(), 0));
  }
}
