package dev.ratchet.edit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a directory of the disk into a {@link Directory}, without following a symbolic link. */
final class TreeReader {

  private final PathFilter filter;

  TreeReader(PathFilter filter) {
    this.filter = filter;
  }

  Directory read(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new IOException("There is no directory " + root + " to read a source tree from");
    }
    return directory(root, "");
  }

  private Directory directory(Path directory, String prefix) throws IOException {
    Map<String, Node> children = new HashMap<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (!name.equalsIgnoreCase(".git")) {
          node(entry, prefix + name).ifPresent(node -> children.put(name, node));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return Directory.of(children);
  }

  private Optional<Node> node(Path entry, String path) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isDirectory()) {
      return filter.mayAcceptBelow(path)
          ? Optional.of(directory(entry, path + "/"))
          : Optional.empty();
    }
    if (!isWanted(entry, path, attributes)) {
      return Optional.empty();
    }
    if (!attributes.isRegularFile()) {
      throw unfit(
          entry,
          path,
          attributes.isSymbolicLink()
              ? "it is a symbolic link, and links are never followed"
              : "it is neither a file nor a directory");
    }
    Optional<String> problem = SourcePath.problem(path);
    if (problem.isPresent()) {
      throw unfit(entry, path, problem.get());
    }
    return Optional.of(file(entry));
  }

  /** A link to a directory is wanted if anything in a directory of its name would be. */
  private boolean isWanted(Path entry, String path, BasicFileAttributes attributes) {
    return filter.accepts(path)
        || attributes.isSymbolicLink()
            && Files.isDirectory(entry)
            && filter.mayAcceptBelow(path)
            && !filter.excludes(path);
  }

  private static IOException unfit(Path entry, String path, String reason) {
    return new IOException(
        "A source tree cannot hold "
            + Quoted.text(entry.toString())
            + ": "
            + reason
            + ". Exclude "
            + Quoted.text(path)
            + " by the filter, or replace it on disk");
  }

  private static SourceFile file(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return SourceFile.owning(in.readAllBytes(), mode(file));
    }
  }

  private static FileMode mode(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return FileMode.REGULAR;
    }
    boolean executable =
        Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
            .permissions()
            .contains(PosixFilePermission.OWNER_EXECUTE);
    return executable ? FileMode.EXECUTABLE : FileMode.REGULAR;
  }
}
