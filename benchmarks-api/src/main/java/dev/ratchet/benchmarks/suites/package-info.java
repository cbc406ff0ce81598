/**
 * Ready suites: logic and maths tasks drawn by seed, and suites read from files.
 *
 * <p>Begin with {@link dev.ratchet.benchmarks.suites.PredefinedSuites}. A {@link
 * dev.ratchet.benchmarks.suites.TaskFamily} draws questions of one kind; a {@link
 * dev.ratchet.benchmarks.suites.GeneratedSuite} joins families. {@link
 * dev.ratchet.benchmarks.suites.FileSuite}, {@link dev.ratchet.benchmarks.suites.SudokuList} and
 * {@link dev.ratchet.benchmarks.suites.CnfDirectory} read fixed suites.
 *
 * <p>For suites of one's own, {@link dev.ratchet.benchmarks.suites.Splits} keeps tasks that a
 * {@link dev.ratchet.benchmarks.suites.Canonical} form calls clones in one split.
 *
 * <p>This package may use {@code dev.ratchet.benchmarks} and the JDK only.
 *
 * <p>Two ways were weighed to keep a task out of two splits: a stream of chance for each split
 * (fast, but two streams may meet on a small task such as {@code gcd 0 7}) or the hash of the
 * task's canonical form. The hash won: it decides the split whatever the seed and the suite, at the
 * price of drawing a task anew when it belongs elsewhere.
 */
@NullMarked
package dev.ratchet.benchmarks.suites;

import org.jspecify.annotations.NullMarked;
