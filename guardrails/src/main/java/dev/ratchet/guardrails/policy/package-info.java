/** What a policy says to its host: rules, terms and settings as values. */
@NullMarked
package dev.ratchet.guardrails.policy;

import org.jspecify.annotations.NullMarked;
