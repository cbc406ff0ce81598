package dev.ratchet.edit;

import java.util.Arrays;
import java.util.Optional;

/** A kind of file that a tree may hold. Users call it; links and devices do not exist here. */
public enum FileMode {
  /** An ordinary file. */
  REGULAR("100644"),
  /** A file that its owner may execute. */
  EXECUTABLE("100755");

  private final String octal;

  FileMode(String octal) {
    this.octal = octal;
  }

  /** Returns the mode as git and the canonical listing of a tree write it. */
  String octal() {
    return octal;
  }

  static Optional<FileMode> ofOctal(String octal) {
    return Arrays.stream(values()).filter(mode -> mode.octal.equals(octal)).findFirst();
  }
}
