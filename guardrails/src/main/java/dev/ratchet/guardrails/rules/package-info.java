/**
 * What a policy file says, read strictly into the rules that layers apply.
 *
 * <p>Uses {@code document}, {@code source} and {@code jdk} for names and {@code text} for words.
 */
@NullMarked
package dev.ratchet.guardrails.rules;

import org.jspecify.annotations.NullMarked;
