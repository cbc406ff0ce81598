/**
 * What a check says of an edit: findings, and the verdict they add up to.
 *
 * <p>Begin with {@link dev.ratchet.verdict.Verdict}. May use {@code dev.ratchet.edit} only. One
 * verdict type serves guardrails, validators and acceptance rules alike; separate result types per
 * stage were the alternative, and would have made every listener and report handle the same four
 * outcomes three times.
 */
@NullMarked
package dev.ratchet.verdict;

import org.jspecify.annotations.NullMarked;
