package dev.ratchet.spi;

/** An edit whose effect is known beforehand, with which a run checks its own gate. */
public enum Canary {
  /** It changes how the program is written and nothing else. */
  NULL,
  /** It makes the program do more work for nothing. */
  LOSS,
  /** It takes such useless work away, from a version that was given it. */
  GAIN;

  /** Returns whether a gate that accepts it is wrong. */
  public boolean isToBeRefused() {
    return this != GAIN;
  }
}
