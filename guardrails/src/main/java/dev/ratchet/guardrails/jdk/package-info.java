/**
 * What each part of the JDK can do, as versioned data.
 *
 * <p>Begin with {@link dev.ratchet.guardrails.jdk.Catalogue}. The package knows nothing of policies
 * or edits, may use {@code source} for what a name in a file may stand for, and is not exported.
 *
 * <h2>Why every type is listed, the harmless ones too</h2>
 *
 * <p>A list of dangers alone lets through whatever the next JDK adds. So each package is harmless,
 * has one power, or is mixed; of a mixed package each type is named, of a mixed type each member. A
 * test reads the running JDK and fails on whatever is missing, and an edit that meets such a member
 * before the test did is escalated.
 */
@NullMarked
package dev.ratchet.guardrails.jdk;

import org.jspecify.annotations.NullMarked;
