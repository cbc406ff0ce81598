package dev.ratchet.spi;

/**
 * Someone who decides with all the evidence in view. Authors implement it.
 *
 * <p>Called once per candidate that the measurements accept, before it is applied; see the package
 * for threads, deadlines and failures. It may block up to its deadline or answer {@link
 * Decision#pending}: the run then stops and a later resume asks again.
 */
@FunctionalInterface
public interface Reviewer {
  /**
   * Returns the decision on a candidate.
   *
   * @throws Exception anything; the candidate is then refused with the reason
   */
  Decision review(ReviewRequest request) throws Exception;
}
