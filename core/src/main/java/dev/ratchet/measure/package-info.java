/**
 * Rules that say whether measurements prove an edit better.
 *
 * <p>Begin with {@link dev.ratchet.measure.DuetGate}, whose error is declared, or {@link
 * dev.ratchet.measure.StrictGain}, which is simple. {@link dev.ratchet.measure.Calibration} says
 * before a run what it can show, {@link dev.ratchet.measure.Audit} what it has come to. May use
 * {@code dev.ratchet.spi}, {@code dev.ratchet.verdict} and {@code dev.ratchet.benchmarks}; knows no
 * programming language.
 *
 * <p>How the gate asks for evidence. A rule that runs forks itself would be a stage with processes
 * and a clock in it, and could not be simulated; an evaluator that knows when to stop would decide.
 * So a rule stays a pure function of what there is, and says what it would have to see yet; the
 * evaluator asks after each piece. Values of an e-process hold at any time of stopping, so it costs
 * nothing to look.
 *
 * <p>Tasks whose steps an edit does not change are no observation of the gate, rather than a lost
 * one: an edit to one of ten solvers could never be proved otherwise. The claim is about the
 * typical task that the edit touches, and no family of tasks may pay for it.
 *
 * <p>The simple rule compares exact step counts and needs no statistics: the same program gives the
 * same count twice. Deciding on time was the alternative; on a shared machine it keeps a third of
 * all edits that change nothing, and belongs to a rule with a declared error rate.
 */
@NullMarked
package dev.ratchet.measure;

import org.jspecify.annotations.NullMarked;
