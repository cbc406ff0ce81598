/**
 * Ready proposers that work for any target.
 *
 * <p>Begin with {@link dev.ratchet.propose.TakingTurns}. May use {@code dev.ratchet.edit} and
 * {@code dev.ratchet.spi}.
 */
@NullMarked
package dev.ratchet.propose;

import org.jspecify.annotations.NullMarked;
