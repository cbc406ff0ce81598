/**
 * Rules that say whether measurements prove an edit better.
 *
 * <p>Begin with {@link dev.ratchet.measure.StrictGain}. May use {@code dev.ratchet.spi}, {@code
 * dev.ratchet.verdict} and {@code dev.ratchet.benchmarks}; knows no programming language.
 *
 * <p>The first rule compares exact step counts and needs no statistics: the same program gives the
 * same count twice. Deciding on time was the alternative; on a shared machine it keeps a third of
 * all edits that change nothing, and belongs to a rule with a declared error rate.
 */
@NullMarked
package dev.ratchet.measure;

import org.jspecify.annotations.NullMarked;
