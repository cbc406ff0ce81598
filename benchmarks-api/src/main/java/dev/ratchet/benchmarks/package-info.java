/**
 * What a benchmark is: tasks with checkers in splits, and the measurements of a subject on them.
 *
 * <p>Begin with {@link dev.ratchet.benchmarks.BenchmarkSuite}: it draws {@link
 * dev.ratchet.benchmarks.Task}s for a {@link dev.ratchet.benchmarks.Split} from a seed. A {@link
 * dev.ratchet.benchmarks.Subject} is what answers them, a {@link
 * dev.ratchet.benchmarks.Measurement} what came of it.
 *
 * <p>This module may use the JDK only, so that authors of benchmarks inherit nothing. Two designs
 * were weighed for what travels to a subject: whole tasks (simple, but a child process that runs
 * hostile code would then hold checkers and answers) or the bare input text. The text won: the
 * checker never leaves the host.
 */
@NullMarked
package dev.ratchet.benchmarks;

import org.jspecify.annotations.NullMarked;
