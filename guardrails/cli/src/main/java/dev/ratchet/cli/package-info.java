/**
 * The guard as a command, for CI.
 *
 * <p>Begin with {@link dev.ratchet.cli.Main}. May use all other modules; nothing uses it. Each
 * command is one class. A check has one way through: a way to give the edit ({@code
 * AfterDirectory}, {@code Diff}, {@code ChangeSetFile}) becomes changes and findings, {@code Check}
 * judges them, and a format writes the report.
 */
@NullMarked
package dev.ratchet.cli;

import org.jspecify.annotations.NullMarked;
