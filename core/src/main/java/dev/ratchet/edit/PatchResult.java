package dev.ratchet.edit;

import java.util.List;
import java.util.function.Function;

/** An outcome of reading a patch against a tree: all of it or nothing. Users call it. */
public sealed interface PatchResult {

  /**
   * Returns what the function for this outcome makes of it.
   *
   * @param resolved is given the changes, which apply to the tree the patch was read against
   * @param refused is given the problems, at least one
   */
  <T> T fold(Function<ChangeSet, T> resolved, Function<List<PatchProblem>, T> refused);

  /**
   * Every part of the patch fitted.
   *
   * @param changes what the patch does, at least one change
   */
  record Resolved(ChangeSet changes) implements PatchResult {

    @Override
    public <T> T fold(Function<ChangeSet, T> resolved, Function<List<PatchProblem>, T> refused) {
      return resolved.apply(changes);
    }
  }

  /**
   * Some part of the patch did not fit, so none of it counts.
   *
   * @param problems all that were found, in the order of the patch
   */
  record Refused(List<PatchProblem> problems) implements PatchResult {

    /** Copies the problems. */
    public Refused {
      problems = List.copyOf(problems);
    }

    @Override
    public <T> T fold(Function<ChangeSet, T> resolved, Function<List<PatchProblem>, T> refused) {
      return refused.apply(problems);
    }
  }
}
