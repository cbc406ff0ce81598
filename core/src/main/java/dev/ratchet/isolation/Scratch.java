package dev.ratchet.isolation;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The directory of one child: its files, and a part of it that the child may litter.
 *
 * @param path the directory
 * @param directory the part in which the child works
 * @param writable the part in which it may write, if there is one
 * @param links the originals that links in it lead to
 * @param environment all variables of the child
 * @param user who the child is, where it is not the host's user
 */
record Scratch(
    Path path,
    Path directory,
    Optional<Path> writable,
    List<Path> links,
    Map<String, String> environment,
    Optional<ChildUser> user) {
  private static final int FILE_OF_GROUP = 0640;
  private static final int DIRECTORY_OF_GROUP = 0750;

  /** Makes the directory with all files of a command. */
  static Scratch create(Command command, Optional<ChildUser> user) throws IOException {
    long host = ProcessHandle.current().pid();
    Path path = Files.createTempDirectory("ratchet-" + host + "-").toRealPath();
    try {
      return fill(path, command, user);
    } catch (IOException e) {
      Removal.remove(path);
      throw e;
    }
  }

  private static Scratch fill(Path path, Command command, Optional<ChildUser> user)
      throws IOException {
    for (Map.Entry<String, byte[]> file : command.files().entrySet()) {
      Path target = path.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    List<Path> links = new ArrayList<>();
    for (Map.Entry<String, Path> original : command.originals().entrySet()) {
      Path link = path.resolve(original.getKey());
      Files.createDirectories(link.getParent());
      show(original.getValue().toRealPath(), link, user).ifPresent(links::add);
    }
    Path directory = path.resolve(command.directory()).normalize();
    Files.createDirectories(directory);
    Map<String, String> environment = new TreeMap<>(command.environment());
    environment.put(ProcessTree.MARK, UUID.randomUUID().toString());
    Optional<Path> writable = command.isReadOnly() ? Optional.empty() : Optional.of(directory);
    Scratch scratch = new Scratch(path, directory, writable, links, environment, user);
    scratch.handOver();
    return scratch;
  }

  /** Makes an original visible: as a link, or as a copy where the child could not follow it. */
  private static Optional<Path> show(Path original, Path link, Optional<ChildUser> user)
      throws IOException {
    if (ChildUser.reaches(user, original)) {
      try {
        Files.createSymbolicLink(link, original);
        return Optional.of(original);
      } catch (FileSystemException | UnsupportedOperationException e) {
        // Not everybody may make links on every system.
      }
    }
    copy(original, link);
    return Optional.empty();
  }

  private static void copy(Path original, Path target) throws IOException {
    Files.walkFileTree(
        original,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(target.resolve(original.relativize(from).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(from, target.resolve(original.relativize(from).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Lets the child's user read everything and own what it may write; others see nothing. */
  void handOver() throws IOException {
    if (user.isPresent()) {
      Files.walkFileTree(path, new HandOver(user.get().id(), writable));
    }
  }

  /** Returns what marks all processes of the child. */
  String mark() {
    return String.valueOf(environment.get(ProcessTree.MARK));
  }

  void remove() {
    Removal.remove(path);
  }

  private static final class HandOver extends SimpleFileVisitor<Path> {
    private final int id;
    private final Optional<Path> owned;

    HandOver(int id, Optional<Path> owned) {
      this.id = id;
      this.owned = owned;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      give(directory, DIRECTORY_OF_GROUP);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isSymbolicLink()) {
        give(file, FILE_OF_GROUP);
      }
      return FileVisitResult.CONTINUE;
    }

    private void give(Path file, int mode) throws IOException {
      Files.setAttribute(file, "unix:gid", id);
      if (owned.isPresent() && file.startsWith(owned.get())) {
        Files.setAttribute(file, "unix:uid", id);
      } else {
        Files.setAttribute(file, "unix:mode", mode);
      }
    }
  }
}
