/** New powers: use of the world outside, packages, hidden state and unusual declarations. */
@NullMarked
package dev.ratchet.guardrails.power;

import org.jspecify.annotations.NullMarked;
