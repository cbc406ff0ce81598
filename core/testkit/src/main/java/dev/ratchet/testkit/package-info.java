/**
 * Test doubles for programs that embed Ratchet, and for Ratchet's own tests.
 *
 * <p>Begin with {@link dev.ratchet.testkit.ScriptedProposer} and {@link
 * dev.ratchet.testkit.FakeEvaluator}: with a {@code SourceTree.of(...)} in memory they make a whole
 * loop in a few lines. May use core, JUnit and AssertJ; nothing of core may use it.
 */
@NullMarked
package dev.ratchet.testkit;

import org.jspecify.annotations.NullMarked;
