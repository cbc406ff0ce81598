/**
 * Protected members stay as they are: their text, their byte code, what they call and read, what
 * their names are bound to, their subtypes, and who may use them.
 */
@NullMarked
package dev.ratchet.guardrails.protection;

import org.jspecify.annotations.NullMarked;
