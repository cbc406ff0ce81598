package dev.ratchet.benchmarks.worker;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The turns of one pass, one after the other. */
interface Course {
  /** Returns the next turn, ready to run; null at the end. */
  @Nullable Turn next() throws ReflectiveOperationException;

  /** Takes what came of a turn. */
  void done(Turn turn) throws IOException;
}
