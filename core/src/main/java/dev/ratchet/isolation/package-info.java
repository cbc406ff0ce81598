/**
 * Runs untrusted processes: bounded in time and output, and ended with all their descendants.
 *
 * <p>Begin with {@link dev.ratchet.isolation.Isolation}: it starts a {@link
 * dev.ratchet.isolation.Command} as a {@link dev.ratchet.isolation.Child} and gives an {@link
 * dev.ratchet.isolation.Outcome}. Uses the JDK and {@code slf4j} only.
 *
 * <p>Decisions. A deadline that only waits for the first process and then joins the readers of its
 * pipes is no deadline, because a grandchild can hold the pipes: readers here are daemon threads
 * that nobody joins without a limit. Descendants are found in three ways (children of children,
 * earlier looks, and on Linux a mark in the environment that survives re-parenting); a process that
 * clears its environment and detaches between two looks can get away, which only a PID name space
 * can stop, so what still runs is reported and never assumed away.
 */
@NullMarked
package dev.ratchet.isolation;

import org.jspecify.annotations.NullMarked;
