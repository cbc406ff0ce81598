package dev.ratchet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the file that holds an edit, up to a size that no edit needs. */
final class Input {
  /** Contents in base 64 take a third more than the 64 MiB that one edit may have. */
  private static final int LARGEST = 96 << 20;

  private static final String STANDARD_INPUT = "-";

  private Input() {}

  static byte[] read(Path file, InputStream standardInput) {
    try {
      if (file.toString().equals(STANDARD_INPUT)) {
        return read(standardInput, file);
      }
      try (InputStream in = Files.newInputStream(file)) {
        return read(in, file);
      }
    } catch (NoSuchFileException e) {
      throw new UnusableException("There is no file " + file + " to read the edit from");
    } catch (IOException e) {
      throw new UnusableException("The edit can't be read from " + file, e);
    }
  }

  private static byte[] read(InputStream in, Path name) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new UnusableException(
          "The edit in "
              + name
              + " is larger than "
              + (LARGEST >> 20)
              + " MiB; give less at a time");
    }
    return bytes;
  }
}
