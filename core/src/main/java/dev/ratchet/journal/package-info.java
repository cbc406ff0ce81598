/**
 * An append-only record of a run that shows when it was altered.
 *
 * <p>Begin with {@link dev.ratchet.journal.Journal}: open one, append, verify. May use {@code
 * dev.ratchet.edit}, Jackson inside.
 *
 * <p>A record is one JSON object on a line. Its hash covers the bytes of the line before the hash
 * itself, and those hold the hash of the record before it. Hashing a re-serialised canonical form
 * was the alternative; it would make every check depend on how a JSON library of some later year
 * prints numbers, where bytes stay bytes.
 */
@NullMarked
package dev.ratchet.journal;

import org.jspecify.annotations.NullMarked;
