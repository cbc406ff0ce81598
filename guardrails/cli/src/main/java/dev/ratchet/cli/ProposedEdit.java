package dev.ratchet.cli;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.verdict.Finding;
import java.util.List;

/**
 * An edit as far as it can be judged, and what already speaks against it.
 *
 * @param changes what applies to the tree before
 * @param tree the tree with these changes
 * @param findings what does not apply, or must not even be tried
 */
record ProposedEdit(ChangeSet changes, SourceTree tree, List<Finding> findings) {
  /** Returns an edit of which nothing can be judged. */
  static ProposedEdit refused(SourceTree before, List<Finding> findings) {
    return new ProposedEdit(ChangeSet.of(List.of()), before, List.copyOf(findings));
  }
}
