/**
 * Ready appliers, which write accepted edits where the target lives.
 *
 * <p>Begin with {@link dev.ratchet.apply.DirectoryApplier}. May use {@code dev.ratchet.edit} and
 * {@code dev.ratchet.spi}.
 *
 * <p>Files are replaced one by one with an atomic move each, and put back if a later one fails.
 * Swapping a whole directory would be atomic as a whole, but takes the ground from under a running
 * program, an editor or a version control system; the write-ahead intent that makes several moves
 * one transaction is in the journal.
 */
@NullMarked
package dev.ratchet.apply;

import org.jspecify.annotations.NullMarked;
