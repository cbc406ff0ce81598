/**
 * Uses of safeguards in code that may be edited: they stay, under the same conditions, before the
 * same work, with their results used.
 *
 * <p>The walk over a method is in {@code flow}; here both versions of a program are matched and
 * compared.
 */
@NullMarked
package dev.ratchet.guardrails.guardcall;

import org.jspecify.annotations.NullMarked;
