/**
 * What class files say: the second opinion beside {@code source}, and the one that knows bindings.
 *
 * <p>Begin with {@link dev.ratchet.guardrails.bytecode.Program}, the classes of one compiled tree,
 * then {@link dev.ratchet.guardrails.bytecode.Reach}, what a member calls and reads. The package
 * knows nothing of policies or edits, uses ASM, shows none of its types, and is not exported.
 *
 * <h2>Why class files and not the compiler's trees</h2>
 *
 * <p>Both know what every name stands for. Attributed trees also know constants, which class files
 * have inlined; but they are open only while the compiler works, hold the whole program in memory,
 * and differ between releases of the JDK. Class files are small, stable, and what really runs. For
 * the constants, a source that mentions a changed one is compiled again, so that its code differs.
 *
 * <h2>What is compared</h2>
 *
 * <p>The code of a member as text, without lines, frames and names of local variables; the bodies
 * of its lambdas and anonymous classes stand where they are used, because the compiler numbers them
 * through the file.
 *
 * <p>Of a field that is read, only what decides its value: a backward slice of each constructor,
 * with what else is done to that value and the conditions on it under which the constructor throws.
 * It is told only of code that runs straight on; else the whole constructor counts. Not seen: what
 * an object of the program does to another that it is handed, and methods that write the field
 * later; new writes of it are found apart.
 */
@NullMarked
package dev.ratchet.guardrails.bytecode;

import org.jspecify.annotations.NullMarked;
