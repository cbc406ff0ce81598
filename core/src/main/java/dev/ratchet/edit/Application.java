package dev.ratchet.edit;

import java.util.List;
import java.util.function.Function;

/** An outcome of applying a {@link ChangeSet} to a tree: all of it or nothing. Users call it. */
public sealed interface Application {

  /**
   * Returns what the function for this outcome makes of it.
   *
   * @param applied is given the tree with all changes
   * @param refused is given the reasons, at least one
   */
  <T> T fold(Function<SourceTree, T> applied, Function<List<String>, T> refused);

  /**
   * Every change fitted.
   *
   * @param tree the tree with all changes
   */
  record Applied(SourceTree tree) implements Application {

    @Override
    public <T> T fold(Function<SourceTree, T> applied, Function<List<String>, T> refused) {
      return applied.apply(tree);
    }
  }

  /**
   * At least one change did not fit, so none was applied.
   *
   * @param reasons one sentence for each misfit
   */
  record Refused(List<String> reasons) implements Application {

    /** Copies the reasons. */
    public Refused {
      reasons = List.copyOf(reasons);
    }

    @Override
    public <T> T fold(Function<SourceTree, T> applied, Function<List<String>, T> refused) {
      return refused.apply(reasons);
    }
  }
}
