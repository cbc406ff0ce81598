/**
 * What happens in a method, in order: guard calls, what decides on them, and the work they guard.
 *
 * <p>Begin with {@link dev.ratchet.guardrails.flow.Walk}. The package knows nothing of policies or
 * edits; {@link dev.ratchet.guardrails.flow.Meaning} tells it what a guard is. It may use the facts
 * of {@code source} and is not exported.
 *
 * <h2>Why terms</h2>
 *
 * <p>Two versions of a method are compared by strings that do not depend on how things are called
 * or laid out: a local variable stands for everything that was assigned to it so far, a parameter
 * for its position. So renaming, splitting an expression and moving unrelated statements leave a
 * guard call as it was, while another value in the same variable does not.
 */
@NullMarked
package dev.ratchet.guardrails.flow;

import org.jspecify.annotations.NullMarked;
