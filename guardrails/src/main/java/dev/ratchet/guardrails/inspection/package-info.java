/**
 * What all layers look at: an edit with both sides of every file, parsed and compiled, the
 * protected members of the tree that it begins from, and the list that findings go to.
 *
 * <p>A layer that needs an index of its own beyond one edit keeps it with {@link
 * dev.ratchet.guardrails.inspection.Edit#index}; so nothing here knows any layer.
 */
@NullMarked
package dev.ratchet.guardrails.inspection;

import org.jspecify.annotations.NullMarked;
