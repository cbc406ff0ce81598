/** Words, characters and lines: how foreign text is shown, and what an edit adds to it. */
@NullMarked
package dev.ratchet.guardrails.text;

import org.jspecify.annotations.NullMarked;
