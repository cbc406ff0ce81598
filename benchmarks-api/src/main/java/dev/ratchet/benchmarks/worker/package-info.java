/**
 * What runs in the child process beside hostile code. Nobody calls it; the host copies it there.
 *
 * <p>The host starts {@link dev.ratchet.benchmarks.worker.Worker} from copies of these class files
 * alone and sends it one job on standard input: class files, inputs and passes, never a checker or
 * an answer. The package is not exported, uses the JDK only, and knows no other type of this
 * module. Of these classes the code under measurement can see {@link
 * dev.ratchet.benchmarks.worker.Meter} only, whose calls the host put into it.
 *
 * <p>Instrumenting in the child was the alternative; it would need a bytecode library next to the
 * hostile code, and the counts would then depend on what that code does to it.
 */
@NullMarked
package dev.ratchet.benchmarks.worker;

import org.jspecify.annotations.NullMarked;
