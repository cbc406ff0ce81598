package dev.ratchet.benchmarks.suites;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the text files of suites; every error names the file. */
final class TextLines {
  private TextLines() {}

  /**
   * Returns the lines of a UTF-8 file.
   *
   * @throws IllegalArgumentException if the file can't be read, or is not UTF-8
   */
  static List<String> of(Path file) {
    return List.of(text(file).split("\r?\n", -1));
  }

  /**
   * Returns the text of a UTF-8 file.
   *
   * @throws IllegalArgumentException if the file can't be read, or is not UTF-8
   */
  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "A suite's file must be UTF-8, but " + file + " is not: save it as UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The suite's file " + file + " can't be read (" + e + "): check its name and access", e);
    }
  }

  /** Returns an error at a line, from 1, of a file. */
  static IllegalArgumentException error(Path file, int line, String what) {
    return new IllegalArgumentException(file + ":" + line + ": " + what);
  }
}
