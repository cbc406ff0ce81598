/** The hello world of the README, as a module of its own. */
@NullMarked
package dev.ratchet.consumer;

import org.jspecify.annotations.NullMarked;
