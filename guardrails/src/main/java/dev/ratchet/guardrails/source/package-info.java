/**
 * What a Java file says, read without compiling: declarations, members, uses of names.
 *
 * <p>Begin with {@link dev.ratchet.guardrails.source.JavaSource}. The package knows nothing of
 * policies or edits, may use JavaParser, shows none of its types, and is not exported.
 *
 * <h2>Why facts and not trees</h2>
 *
 * <p>Rules could walk the syntax tree themselves. They do not, because then each would have to know
 * how names are qualified, imported, imported statically or hidden, and trees of a whole project
 * would have to stay in memory. A file is walked once; what is left are small facts, which can be
 * cached by the hash of the file.
 *
 * <h2>Why members are compared as tokens</h2>
 *
 * <p>The text of a member is its tokens in order, without comments and layout, with Unicode escapes
 * decoded. Comparing printed syntax trees was the alternative, and trusts the printer to show every
 * part of the tree; tokens can't hide any.
 */
@NullMarked
package dev.ratchet.guardrails.source;

import org.jspecify.annotations.NullMarked;
