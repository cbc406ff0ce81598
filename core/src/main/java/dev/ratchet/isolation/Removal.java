package dev.ratchet.isolation;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes a directory that hostile code has filled; links are removed, not followed.
 *
 * <p>Directories are first moved up to the top, because a path may be deeper than the system can
 * name, or than a walk has open files for.
 */
final class Removal {
  private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

  private final Path top;
  private final Set<Path> waiting = new LinkedHashSet<>();
  private int moved;

  private Removal(Path top) {
    this.top = top;
  }

  static void remove(Path directory) {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      new Removal(directory).run();
    } catch (IOException e) {
      LOG.warn("The scratch directory {} can't be removed: {}", directory, e.toString());
    }
  }

  private void run() throws IOException {
    empty(top);
    while (!waiting.isEmpty()) {
      Path directory = next();
      empty(directory);
      Files.delete(directory);
    }
    Files.delete(top);
  }

  private Path next() {
    Iterator<Path> first = waiting.iterator();
    Path directory = first.next();
    first.remove();
    return directory;
  }

  private void empty(Path directory) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(entry);
        } else if (!waiting.contains(entry)) {
          moveUp(entry);
        }
      }
    }
  }

  private void moveUp(Path directory) throws IOException {
    open(directory);
    Path place = top.resolve("~removed-" + moved++);
    while (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      place = top.resolve("~removed-" + moved++);
    }
    waiting.add(Files.move(directory, place));
  }

  /** A process may have taken away its own rights; without them nothing can be listed. */
  private static void open(Path directory) {
    File file = directory.toFile();
    if (!(file.canRead() && file.canWrite() && file.canExecute())) {
      boolean done = file.setWritable(true, true);
      done &= file.setReadable(true, true);
      done &= file.setExecutable(true, true);
      LOG.debug("Rights on {} restored: {}", directory, done);
    }
  }
}
