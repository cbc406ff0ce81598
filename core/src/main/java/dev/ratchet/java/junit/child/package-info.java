/**
 * What runs in the child process beside a target's tests. Nobody calls it; the host copies it.
 *
 * <p>It is compiled against the JUnit Platform Launcher, which only the child has: the module does
 * not require JUnit, because a library whose descriptor names it breaks the tests of modular users.
 * It knows no other type of this module.
 */
@NullMarked
package dev.ratchet.java.junit.child;

import org.jspecify.annotations.NullMarked;
