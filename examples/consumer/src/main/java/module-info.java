/** A program that uses Ratchet as its users do. */
module dev.ratchet.consumer {
  requires dev.ratchet.guardrails;
  requires static org.jspecify;
}
