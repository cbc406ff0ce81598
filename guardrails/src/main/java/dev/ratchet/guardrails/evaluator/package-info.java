/**
 * Results are worked out and tests stay tests: no answers in an edit, no name of the evaluator
 * taken.
 */
@NullMarked
package dev.ratchet.guardrails.evaluator;

import org.jspecify.annotations.NullMarked;
