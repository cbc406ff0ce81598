/**
 * The form of an edit before its meaning: paths, characters, size, syntax, whether it compiles, and
 * values of settings.
 */
@NullMarked
package dev.ratchet.guardrails.form;

import org.jspecify.annotations.NullMarked;
