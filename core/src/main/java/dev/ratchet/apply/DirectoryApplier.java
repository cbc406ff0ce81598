package dev.ratchet.apply;

import dev.ratchet.edit.FileMode;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Applied;
import dev.ratchet.spi.Applier;
import dev.ratchet.spi.Candidate;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An applier that writes into a directory. Users create it.
 *
 * <p>All new content is written to a directory of its own within the target first, and each file
 * then moved to its place atomically; when one fails, those before it are put back. A file that no
 * longer holds what the edit is based on, or that lies behind a symbolic link, refuses the whole
 * edit before anything is written. Safe for use by one thread at a time; other programs should keep
 * away from the directory meanwhile.
 */
public final class DirectoryApplier implements Applier {
  private final Path directory;
  private final PathFilter filter;

  private DirectoryApplier(Path directory, PathFilter filter) {
    this.directory = directory;
    this.filter = filter;
  }

  /**
   * Returns an applier for the tree that {@code SourceTree.read(directory, filter)} reads.
   *
   * @throws IllegalArgumentException if there is no such directory
   */
  public static DirectoryApplier of(Path directory, PathFilter filter) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException("There is no directory " + directory);
    }
    return new DirectoryApplier(directory, Objects.requireNonNull(filter, "filter"));
  }

  @Override
  public Applied apply(Candidate candidate) throws IOException {
    Map<SourcePath, Optional<SourceFile>> before = new LinkedHashMap<>();
    Map<SourcePath, Optional<SourceFile>> after = new LinkedHashMap<>();
    for (SourcePath path : candidate.changes().touched()) {
      before.put(path, candidate.base().file(path));
      after.put(path, candidate.tree().file(path));
    }
    refuseStale(before);
    write(after, before);
    return new Written(before, after);
  }

  private void refuseStale(Map<SourcePath, Optional<SourceFile>> expected) throws IOException {
    List<String> stale = new ArrayList<>();
    for (Map.Entry<SourcePath, Optional<SourceFile>> entry : expected.entrySet()) {
      if (!onDisk(entry.getKey()).equals(entry.getValue())) {
        stale.add(entry.getKey().value());
      }
    }
    if (!stale.isEmpty()) {
      throw new IOException(
          "Nothing was written, because these files in "
              + directory
              + " are not what the edit is based on: "
              + String.join(", ", stale)
              + ". Read the tree again and start a new run");
    }
  }

  /** Writes what is wanted; when a file fails, puts back those written before it. */
  private void write(
      Map<SourcePath, Optional<SourceFile>> wanted, Map<SourcePath, Optional<SourceFile>> undo)
      throws IOException {
    try {
      replace(wanted);
    } catch (IOException e) {
      try {
        replace(undo);
      } catch (IOException again) {
        e.addSuppressed(again);
        throw new IOException(
            "A part of the edit may be in "
                + directory
                + ", because a file could not be written ("
                + e
                + ") and the files before it could not be put back ("
                + again
                + "). Restore from the journal's last tree: "
                + undo.keySet(),
            e);
      }
      throw new IOException(
          "Nothing was changed, because a file could not be written: "
              + e
              + ". Give "
              + directory
              + " write permission and room, with nothing in the way",
          e);
    }
  }

  /** Replaces files once all new content is on disk, so that a full disk changes nothing. */
  private void replace(Map<SourcePath, Optional<SourceFile>> wanted) throws IOException {
    Map<SourcePath, SourceFile> written = new LinkedHashMap<>();
    List<SourcePath> deleted = new ArrayList<>();
    for (Map.Entry<SourcePath, Optional<SourceFile>> entry : wanted.entrySet()) {
      if (!onDisk(entry.getKey()).equals(entry.getValue())) {
        entry
            .getValue()
            .ifPresentOrElse(
                file -> written.put(entry.getKey(), file), () -> deleted.add(entry.getKey()));
      }
    }
    Optional<Path> staging =
        written.isEmpty()
            ? Optional.empty()
            : Optional.of(Files.createTempDirectory(directory, ".ratchet-"));
    Map<SourcePath, Path> staged = new LinkedHashMap<>();
    try {
      for (Map.Entry<SourcePath, SourceFile> entry : written.entrySet()) {
        Path file = staging.orElseThrow().resolve(String.valueOf(staged.size()));
        staged.put(entry.getKey(), file);
        Files.write(file, entry.getValue().bytes());
        setMode(file, place(entry.getKey()), entry.getValue().mode());
      }
      for (SourcePath path : deleted) {
        delete(place(path));
      }
      for (Map.Entry<SourcePath, Path> entry : staged.entrySet()) {
        move(entry.getValue(), place(entry.getKey()));
      }
    } finally {
      for (Path file : staged.values()) {
        Files.deleteIfExists(file);
      }
      if (staging.isPresent()) {
        Files.delete(staging.get());
      }
    }
  }

  private void delete(Path place) throws IOException {
    if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(place);
    }
    deleteEmptyParents(place);
  }

  private void move(Path staged, Path place) throws IOException {
    try {
      Files.createDirectories(Objects.requireNonNull(place.getParent()));
      Files.move(
          staged, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteEmptyParents(place);
      throw e;
    }
  }

  private Optional<SourceFile> onDisk(SourcePath path) throws IOException {
    Path place = place(path);
    try {
      if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      SourceFile file = SourceFile.of(Files.readAllBytes(place));
      boolean executable =
          hasPermissions(place)
              && Files.getPosixFilePermissions(place).contains(PosixFilePermission.OWNER_EXECUTE);
      return Optional.of(file.withMode(executable ? FileMode.EXECUTABLE : FileMode.REGULAR));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Returns where a path lies, having made sure that no directory on the way is a link. */
  private Path place(SourcePath path) throws IOException {
    Path place = directory;
    for (String segment : path.value().split("/")) {
      place = place.resolve(segment);
      if (Files.isSymbolicLink(place)) {
        throw new IOException(
            "Nothing is read or written through the symbolic link " + place + "; remove it");
      }
    }
    return place;
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void setMode(Path staged, Path place, FileMode mode) throws IOException {
    if (!hasPermissions(staged)) {
      return;
    }
    Set<PosixFilePermission> permissions =
        Files.exists(place)
            ? Files.getPosixFilePermissions(place)
            : EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
    Set<PosixFilePermission> wanted = EnumSet.copyOf(permissions);
    executable(wanted, mode == FileMode.EXECUTABLE);
    Files.setPosixFilePermissions(staged, wanted);
  }

  private static void executable(Set<PosixFilePermission> permissions, boolean executable) {
    if (!executable) {
      permissions.remove(PosixFilePermission.OWNER_EXECUTE);
      permissions.remove(PosixFilePermission.GROUP_EXECUTE);
      permissions.remove(PosixFilePermission.OTHERS_EXECUTE);
      return;
    }
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    if (permissions.contains(PosixFilePermission.GROUP_READ)) {
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
    }
    if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
  }

  private void deleteEmptyParents(Path place) throws IOException {
    Path parent = place.getParent();
    while (parent != null && !parent.equals(directory)) {
      try {
        if (Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(parent);
        }
      } catch (DirectoryNotEmptyException e) {
        return;
      }
      parent = parent.getParent();
    }
  }

  /** What was written, with what was there before. */
  private final class Written implements Applied {
    private final Map<SourcePath, Optional<SourceFile>> before;
    private final Map<SourcePath, Optional<SourceFile>> after;

    Written(
        Map<SourcePath, Optional<SourceFile>> before, Map<SourcePath, Optional<SourceFile>> after) {
      this.before = before;
      this.after = after;
    }

    @Override
    public SourceTree tree() throws IOException {
      return SourceTree.read(directory, filter);
    }

    @Override
    public void rollBack() throws IOException {
      write(before, after);
    }
  }
}
