package dev.ratchet.spi;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceTree;
import java.util.List;
import java.util.Objects;

/**
 * A version of the target to judge: base, changes and resulting tree. The loop creates it.
 *
 * @param base the tree that the changes start from
 * @param changes the changes; empty for a baseline
 * @param tree the resulting tree
 * @param author the name of the proposer
 * @param proposal what was proposed, with rationale and origin
 */
public record Candidate(
    SourceTree base, ChangeSet changes, SourceTree tree, String author, Proposal proposal) {
  /** Returns a candidate; no parameter may be null. */
  public Candidate {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(changes, "changes");
    Objects.requireNonNull(tree, "tree");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(proposal, "proposal");
  }

  /** Returns the unchanged tree as a candidate, for checks before the first round. */
  public static Candidate baseline(SourceTree tree) {
    ChangeSet none = ChangeSet.of(List.of());
    return new Candidate(tree, none, tree, "", Proposal.of(none, "baseline"));
  }

  /** Returns the hash of the resulting tree. */
  public ContentHash hash() {
    return tree.hash();
  }
}
