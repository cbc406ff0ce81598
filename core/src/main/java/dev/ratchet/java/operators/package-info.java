/**
 * Small edits to Java code, found in syntax trees and made in the text.
 *
 * <p>Begin with {@link dev.ratchet.java.operators.Operators#standard}, the catalogue; implement
 * {@link dev.ratchet.java.operators.Operator} to add your own, with {@link
 * dev.ratchet.java.operators.Draft} for the edits and {@link dev.ratchet.java.operators.Program}
 * for questions about the code around. This is the one package whose signatures show types of
 * JavaParser, because an operator is written in terms of its trees. It knows nothing of loops,
 * benchmarks or any particular target, and may use no other package of Ratchet.
 *
 * <h2>Why edits are made to the text</h2>
 *
 * <p>The alternative is to change the tree and print it. A pretty printer reformats the whole file,
 * so reviewers and size limits would see hundreds of changed lines. A lexical-preserving printer
 * keeps what it can, but costs about six parses per edit, and after several edits its text was seen
 * to differ from its tree without any word. Here a rewrite is a list of ranges with new text: all
 * else stays byte for byte, and {@link dev.ratchet.java.operators.Rewrite#apply} parses the result
 * once more and compares it with what was meant: the members that were not to change are equal, and
 * an expression put in for another is one expression there, so that precedence cannot tear it
 * apart.
 *
 * <h2>Why there is no symbol solver</h2>
 *
 * <p>It would need the target's class path and costs far more than parsing. What operators have to
 * know (is this call pure, is this a list of strings) is mostly told by the sources; where it is
 * not, the answer is "unknown" and there is no rewrite. Whatever slips through is judged by
 * compiler, tests and measurements like every edit.
 */
@NullMarked
package dev.ratchet.java.operators;

import org.jspecify.annotations.NullMarked;
