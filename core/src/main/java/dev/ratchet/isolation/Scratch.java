package dev.ratchet.isolation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory that a process may litter. */
record Scratch(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

  void write(String name, byte[] content) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Removes the directory with all that is in it; symbolic links are removed, not followed. */
  void remove() {
    if (!Files.exists(path)) {
      return;
    }
    try {
      Files.walkFileTree(path, new Removal());
    } catch (IOException e) {
      LOG.warn("The scratch directory {} can't be removed: {}", path, e.toString());
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      // A process may have taken away its own rights; without them nothing can be listed.
      if (!directory.toFile().canWrite() || !directory.toFile().canExecute()) {
        boolean done = directory.toFile().setWritable(true, true);
        done &= directory.toFile().setReadable(true, true);
        done &= directory.toFile().setExecutable(true, true);
        LOG.debug("Rights on {} restored: {}", directory, done);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
