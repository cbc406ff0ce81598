package desk.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes the program's own files. */
public final class Disk {
  private Disk() {}

  /** Returns the text of a file. */
  public static String read(String name) {
    try {
      return Files.readString(Path.of(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a text into a file. */
  public static void write(String name, String text) {
    try {
      Files.writeString(Path.of(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the ending of a name. */
  public static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
