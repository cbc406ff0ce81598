/**
 * A static guard: an edit and a policy in, a verdict out, before anything of the edit runs.
 *
 * <p>Begin with {@link dev.ratchet.guardrails.Policy#read} and {@link
 * dev.ratchet.guardrails.PolicyGuardrail#of}. May use {@code dev.ratchet.spi} and what is below it.
 * Inside, each kind of rule is one layer; the layers know nothing of each other and share what they
 * look at, an edit with both sides of every file.
 *
 * <h2>Why names are resolved by imports and not by a compiler</h2>
 *
 * <p>A compiler knows what every name stands for. The first version asks none, because it then
 * needs no class path, runs nothing of the target's build, and is done in milliseconds. What it
 * can't resolve for certain it reports: a use that may be of a protected member is escalated, never
 * passed. Checks on compiled classes are to stand beside these layers, not in their place.
 *
 * <h2>Why edits are compared with what was there</h2>
 *
 * <p>Judged by themselves, most honest files would break some rule: they read the clock, import a
 * library, have a tab. So every rule on powers, declarations and characters counts only what an
 * edit adds, per API and over the whole edit, so that moved code is not new.
 *
 * <h2>What this version does not decide</h2>
 *
 * <p>What protected members call, if it is not protected itself; conditions around uses of
 * protected members; powers reached through the program's own wrappers. What a policy says under
 * {@code review} and {@code adapt} is read, hashed and handed to the host, which acts on it; the
 * guard sees one edit, no reviewer and no history. Values of the evaluator's data are looked for,
 * but a program that keeps hashes of answers is not found out.
 *
 * <h2>How a policy is written, and what was decided against</h2>
 *
 * <p>Powers and packages hold for all editable files alike. Lists for each entry of {@code
 * editable} would let a network client keep its sockets and deny them to the solver; but code moves
 * between files, two globs may match one, and the closed half could call the open one. Uses are
 * therefore counted over the whole edit, against what the program did before.
 *
 * <p>The schema is written by hand and held to the reader by a test. Generated from the reader, it
 * would have no descriptions to show in an editor; reading through the schema would lose lines,
 * columns and the nearest known key.
 */
@NullMarked
package dev.ratchet.guardrails;

import org.jspecify.annotations.NullMarked;
