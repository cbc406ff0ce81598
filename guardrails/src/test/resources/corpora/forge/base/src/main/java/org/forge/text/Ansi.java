package org.forge.text;

/** Colours that nothing uses any more. */
final class Ansi {
  static final String RED = "[31m";
  static final String PLAIN = "[0m";

  private Ansi() {}

  static String red(String text) {
    return RED + text + PLAIN;
  }
}
