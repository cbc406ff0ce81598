package dev.ratchet.edit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Writes a {@link Directory} to a fresh directory of the disk. */
final class TreeWriter {

  private TreeWriter() {}

  static void write(Directory root, Path target) throws IOException {
    Files.createDirectories(target);
    try (DirectoryStream<Path> present = Files.newDirectoryStream(target)) {
      if (present.iterator().hasNext()) {
        throw new IOException(
            "A source tree is written to an empty directory, but " + target + " has files in it");
      }
    }
    writeChildren(root, target);
  }

  private static void writeChildren(Directory directory, Path target) throws IOException {
    for (Map.Entry<String, Node> child : directory.children().entrySet()) {
      Path path = target.resolve(child.getKey());
      if (child.getValue() instanceof Directory below) {
        Files.createDirectory(path);
        writeChildren(below, path);
      } else if (child.getValue() instanceof SourceFile file) {
        writeFile(file, path);
      }
    }
  }

  private static void writeFile(SourceFile file, Path path) throws IOException {
    Files.write(path, file.sharedBytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (file.mode() == FileMode.EXECUTABLE
        && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(path, permissions);
    }
  }
}
