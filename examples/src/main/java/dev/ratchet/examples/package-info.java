/**
 * The main job, and one small example per idea. Not published; may use everything.
 *
 * <p>Begin with {@code Main}.
 */
@NullMarked
package dev.ratchet.examples;

import org.jspecify.annotations.NullMarked;
