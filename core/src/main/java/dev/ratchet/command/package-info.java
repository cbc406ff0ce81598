/**
 * Measures programs in any language: commands that answer tasks by lines of JSON.
 *
 * <p>Begin with {@link dev.ratchet.command.CommandEvaluator}; the protocol is described at {@link
 * dev.ratchet.benchmarks.Subject.CommandLine}. May use the packages below it, {@code
 * dev.ratchet.isolation} among them; knows no language.
 *
 * <p>Decisions. A question is put when the one before is answered, not all at once: so the host can
 * read its own clock for each task, and no program knows what comes. Ids are drawn for each
 * question; what a program writes that was not asked for, twice, late, or for another id, makes the
 * measurement missing, since a program that answers out of turn is either broken or up to
 * something. Of a program nothing is told but its tasks' inputs: no seed, no answer, no task id,
 * not which version it is.
 */
@NullMarked
package dev.ratchet.command;

import org.jspecify.annotations.NullMarked;
