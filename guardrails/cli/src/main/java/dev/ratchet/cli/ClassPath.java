package dev.ratchet.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a class path as the java command does, but an entry that is not there is a mistake. */
final class ClassPath {
  private static final String ALL_JARS = "*";

  private ClassPath() {}

  static List<Path> of(String text) {
    List<Path> paths = new ArrayList<>();
    for (String part : text.split(Pattern.quote(File.pathSeparator), -1)) {
      if (part.endsWith(File.separator + ALL_JARS)) {
        paths.addAll(jars(existing(part.substring(0, part.length() - 1))));
      } else if (!part.isEmpty()) {
        paths.add(existing(part));
      }
    }
    return paths;
  }

  private static Path existing(String part) {
    Path path = Path.of(part);
    if (!Files.isReadable(path)) {
      throw new UnusableException(
          "There is nothing to read at " + path + ", which --class-path names");
    }
    return path;
  }

  private static List<Path> jars(Path directory) {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.{jar,JAR}")) {
      found.forEach(jars::add);
    } catch (IOException e) {
      throw new UnusableException("The directory " + directory + " can't be listed", e);
    }
    jars.sort(null);
    return jars;
  }
}
