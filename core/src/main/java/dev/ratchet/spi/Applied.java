package dev.ratchet.spi;

import dev.ratchet.edit.SourceTree;
import java.io.IOException;

/**
 * A handle on an edit that was applied. Authors of appliers implement it.
 *
 * <p>The loop calls it on its worker thread, at most once per method.
 */
public interface Applied {
  /**
   * Returns the tree as it now is, read anew from where it was written.
   *
   * @throws IOException if it can't be read; the edit is then rolled back
   */
  SourceTree tree() throws IOException;

  /**
   * Puts back what was there before, byte for byte.
   *
   * @throws IOException if that fails; the run then stops and says what is left
   */
  void rollBack() throws IOException;

  /** Returns a handle on a tree that lives in memory only. */
  static Applied inMemory(SourceTree tree) {
    return new Applied() {
      @Override
      public SourceTree tree() {
        return tree;
      }

      @Override
      public void rollBack() {}
    };
  }
}
