package dev.ratchet.journal;

import dev.ratchet.edit.ContentHash;
import java.util.function.Function;

/** What a verification of a journal found. Users read it. */
public sealed interface JournalCheck {
  /**
   * Every record follows from the one before.
   *
   * @param records how many there are
   * @param head hash of the last record; of the empty text when there is none
   */
  record Intact(long records, ContentHash head) implements JournalCheck {}

  /**
   * A record does not follow from the one before.
   *
   * @param line the first bad line, from 1
   * @param reason what is wrong with it
   */
  record Broken(long line, String reason) implements JournalCheck {}

  /** Returns the result of the function for the case at hand. */
  default <T> T fold(
      Function<? super Intact, ? extends T> intact, Function<? super Broken, ? extends T> broken) {
    return this instanceof Intact good ? intact.apply(good) : broken.apply((Broken) this);
  }
}
