/**
 * A static guard: an edit and a policy in, a verdict out, before anything of the edit runs.
 *
 * <p>Begin with {@link dev.ratchet.guardrails.Policy#read} and {@link
 * dev.ratchet.guardrails.PolicyGuardrail#of}. May use {@code dev.ratchet.spi} and what is below it.
 * Inside, each kind of rule is one layer; the layers know nothing of each other and share what they
 * look at, an edit with both sides of every file.
 *
 * <p>Packages, from what is read to what decides: {@code text}, {@code policy} (public values),
 * {@code document}, {@code source} and {@code bytecode} (what files say), {@code jdk} (which
 * members of the JDK are powers), {@code flow} (what a method does before what), {@code rules}
 * (what a policy file says), {@code inspection} (an edit and what all layers ask of it); then the
 * layers: {@code guardcall}, {@code protection}, {@code power}, {@code evaluator} and {@code form};
 * {@code project} drafts a policy and holds it against a program. Each uses only those before it.
 *
 * <h2>Two opinions</h2>
 *
 * <p>Layers on sources ask JavaParser, layers on class files what javac made of both sides. One
 * opinion alone would be simpler. But sources hide what names are bound to, and class files hide
 * constants, conditions as written, and what a reader sees; a parser can be led astray by escapes,
 * a compiler's result says nothing of a file that it did not read. So both must agree on what a
 * file declares, a power counts under whichever name, and a doubt of the sources about a name is
 * settled by the class files where there are any.
 *
 * <h2>Why edits are compared with what was there</h2>
 *
 * <p>Judged by themselves, most honest files would break some rule: they read the clock, import a
 * library, have a tab. So every rule on powers, declarations and characters counts only what an
 * edit adds, per API and over the whole edit, so that moved code is not new.
 *
 * <h2>What this version does not decide</h2>
 *
 * <p>Work that is copied past a guard call instead of called; call-backs into objects that come
 * from outside; an exchange of one use of a soft power for another; what many small edits add up
 * to. What a policy says under {@code review} and {@code adapt} is read, hashed and handed to the
 * host, which acts on it; the guard sees one edit, no reviewer and no history. Values of the
 * evaluator's data are looked for, but a program that keeps hashes of answers is not found out.
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
