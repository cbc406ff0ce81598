/**
 * Runs untrusted processes: bounded in time and output, and ended with all their descendants.
 *
 * <p>Begin with {@link dev.ratchet.isolation.Isolation}: it starts a {@link
 * dev.ratchet.isolation.Command} as a {@link dev.ratchet.isolation.Child} and gives an {@link
 * dev.ratchet.isolation.Outcome}. How much is kept from the process is an {@link
 * dev.ratchet.isolation.IsolationLevel}, tried out by {@link
 * dev.ratchet.isolation.Isolation#requiring}. With a process that answers line by line, have a
 * {@link dev.ratchet.isolation.Dialogue}. Uses the JDK and {@code slf4j} only.
 *
 * <h2>Decisions</h2>
 *
 * <ul>
 *   <li>A deadline that only waits for the first process and then joins the readers of its pipes is
 *       no deadline, because a grandchild can hold the pipes: readers here are daemon threads that
 *       nobody joins without a limit.
 *   <li>Descendants are found in three ways (children of children, earlier looks, and on Linux a
 *       mark in the environment that survives re-parenting). At the level of a process, one that
 *       clears its environment and detaches between two looks gets away; name spaces of process ids
 *       stop that, so the higher levels have them. What is seen to run on is reported and never
 *       assumed away.
 *   <li>A level fails closed: where it can't be had, nothing starts. A weaker one is taken only by
 *       {@link dev.ratchet.isolation.Isolation#strongest}, whose text says which it is.
 *   <li>Where nothing is said, stages run at the level {@code PROCESS}: a default that depended on
 *       the machine would be a silent fallback, and one that asked for more would fail on machines
 *       that are fit for trusted code. Whoever runs code of strangers says so.
 *   <li>Limits on processes bind everybody but root, so a host that is root gives each child a user
 *       of its own, which also keeps children from each other's files. Such a user can't read the
 *       host's home: originals are then copied.
 *   <li>Memory is limited by what a process may write to (RLIMIT_DATA), since a JVM reserves far
 *       more address space than it uses.
 * </ul>
 */
@NullMarked
package dev.ratchet.isolation;

import org.jspecify.annotations.NullMarked;
