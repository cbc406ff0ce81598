/**
 * What a run did, told in text while it goes on and when it is over.
 *
 * <p>Begin with {@link dev.ratchet.report.ProgressLog} and {@link dev.ratchet.report.TextReport}.
 * May use {@code dev.ratchet.spi}, {@code dev.ratchet.verdict} and {@code dev.ratchet.benchmarks}.
 * Texts that may come from a candidate are made printable before they reach a terminal: control,
 * format and unassigned characters are shown as {@code \}{@code u} escapes.
 */
@NullMarked
package dev.ratchet.report;

import org.jspecify.annotations.NullMarked;
