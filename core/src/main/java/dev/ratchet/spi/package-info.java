/**
 * The extension points of the loop, and what they hand to each other.
 *
 * <p>Implement {@link dev.ratchet.spi.Proposer}, {@link dev.ratchet.spi.Guardrail}, {@link
 * dev.ratchet.spi.Validator}, {@link dev.ratchet.spi.Evaluator}, {@link
 * dev.ratchet.spi.AcceptanceRule}, {@link dev.ratchet.spi.Reviewer} or {@link
 * dev.ratchet.spi.Applier}: each has one abstract method and may be a lambda. May use {@code
 * dev.ratchet.edit}, {@code dev.ratchet.verdict} and {@code dev.ratchet.benchmarks}.
 *
 * <h2>The contract that all stages share</h2>
 *
 * <ul>
 *   <li>A stage is called on a worker thread of the loop, one call at a time per loop. It may
 *       block: the loop waits until the stage's deadline. A loop that examines several candidates
 *       at once calls guardrails, validators, evaluator and acceptance rules from as many threads;
 *       proposers, reviewers and appliers never.
 *   <li><b>Interruption is cancellation.</b> When the deadline passes or the run is cancelled, the
 *       worker thread is interrupted; a stage ends its child processes and returns or throws soon.
 *       A token passed to every method was the alternative: it would be one more parameter in every
 *       lambda, and library code underneath (waiting, locking, I/O) would not know it.
 *   <li>Unknown is never good: a stage that throws, returns null or passes its deadline ends the
 *       attempt as refused, with what happened as the reason. It never passes.
 *   <li>Values handed over are immutable. Texts that come from a proposer are hostile data.
 * </ul>
 */
@NullMarked
package dev.ratchet.spi;

import org.jspecify.annotations.NullMarked;
