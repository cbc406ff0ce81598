package dev.ratchet.spi;

/** What a proposal says it is good for; an acceptance rule holds it to that. */
public enum Claim {
  /** Any gain will do. */
  ANY,
  /** It solves more tasks. An edit that changes what the program does has to claim this. */
  ACCURACY
}
