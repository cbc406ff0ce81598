package dev.ratchet.spi;

/**
 * Something that suggests edits: a model, a search, a script. Authors implement it.
 *
 * <p>Called once per attempt with a fresh briefing; see the package for threads, deadlines and
 * failures. A proposer that has nothing to say returns {@link Proposal#nothing}; when all proposers
 * of a round do, the run ends. What it returns is hostile until proven otherwise.
 */
@FunctionalInterface
public interface Proposer {
  /**
   * Returns a suggestion for the tree in the briefing.
   *
   * @throws Exception anything; the attempt is then refused with the reason
   */
  Proposal propose(Briefing briefing) throws Exception;

  /** Returns the name under which its proposals are recorded. */
  default String name() {
    return StageNames.of(this, "proposer");
  }
}
