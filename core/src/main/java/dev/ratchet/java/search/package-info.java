/**
 * A proposer that needs no model: it searches for small edits where the measurements point.
 *
 * <p>Begin with {@link dev.ratchet.java.search.SearchProposer}. The edits come from {@code
 * dev.ratchet.java.operators}; this package chooses among them by the profile of the tuning tasks
 * and by what became of earlier attempts. May use that package, {@code dev.ratchet.edit} and {@code
 * dev.ratchet.spi}.
 *
 * <h2>Why all that is learnt comes from the briefing</h2>
 *
 * <p>The alternative, beliefs kept in fields of the proposer, is simpler and faster. But then a run
 * that is resumed or replayed would propose something else than one that was not interrupted. Each
 * proposal therefore carries the key of its edit in its rationale, and beliefs are computed anew
 * from the history; only parsed files are cached, which changes nothing but time.
 */
@NullMarked
package dev.ratchet.java.search;

import org.jspecify.annotations.NullMarked;
