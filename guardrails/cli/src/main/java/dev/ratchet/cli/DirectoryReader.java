package dev.ratchet.cli;

import dev.ratchet.edit.FileMode;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a directory without following a link, and without leaving anything out unsaid.
 *
 * <p>A tree refuses what it can't hold. Here that would be wrong: what was there before is nobody's
 * edit, and what is there afterwards is to be refused with a reason. So odd entries are kept apart.
 */
final class DirectoryReader {
  private static final int LARGEST = 32 << 20;
  private static final int SPECIAL_BITS = 07000;
  private static final int KEPT_BITS = 07100;

  private final Path root;
  private final PathFilter filter;
  private final Map<Path, Entry> known;
  private final SortedMap<Path, Entry> entries = new TreeMap<>();
  private final List<String> ignored = new ArrayList<>();

  private DirectoryReader(Path root, PathFilter filter, Map<Path, Entry> known) {
    this.root = root;
    this.filter = filter;
    this.known = known;
  }

  static Snapshot read(Path root, PathFilter filter) {
    return read(root, filter, Map.of());
  }

  /** Reads another version of a directory; what is equal is neither kept nor hashed twice. */
  static Snapshot read(Path root, PathFilter filter, Snapshot before) {
    return read(root, filter, before.entries());
  }

  private static Snapshot read(Path root, PathFilter filter, Map<Path, Entry> known) {
    if (!Files.isDirectory(root)) {
      throw new UnusableException(
          "There is no directory " + root + "; name one that holds a version of the program");
    }
    DirectoryReader reader = new DirectoryReader(root, filter, known);
    try {
      reader.directory(root);
    } catch (IOException | DirectoryIteratorException e) {
      throw new UnusableException("The directory " + root + " can't be read", e);
    }
    return Snapshot.of(root, reader.entries, reader.ignored);
  }

  private void directory(Path directory) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      for (Path child : children) {
        Path name = root.relativize(child);
        if (isIgnored(Snapshot.name(name))) {
          ignored.add(Snapshot.name(name));
        } else {
          child(child, name);
        }
      }
    }
  }

  private boolean isIgnored(String name) {
    return name.equals(".git")
        || SourcePath.problem(name).isEmpty() && !filter.accepts(SourcePath.of(name));
  }

  private void child(Path child, Path name) {
    try {
      FileFacts facts = FileFacts.of(child);
      if (facts.isDirectory()) {
        directory(child);
      } else {
        entries.put(name, entry(child, name, facts));
      }
    } catch (IOException | DirectoryIteratorException e) {
      entries.put(name, Entry.odd(Entry.Kind.UNREADABLE, String.valueOf(e.getMessage())));
    }
  }

  private Entry entry(Path file, Path name, FileFacts facts) throws IOException {
    if (facts.isLink()) {
      return Entry.odd(Entry.Kind.LINK, Files.readSymbolicLink(file).toString());
    }
    if (!facts.isRegular()) {
      return Entry.odd(Entry.Kind.SPECIAL, "");
    }
    boolean odd = SourcePath.problem(Snapshot.name(name)).isPresent();
    boolean special = (facts.mode() & SPECIAL_BITS) != 0;
    if (odd || special || facts.size() > LARGEST) {
      Entry.Kind kind =
          odd ? Entry.Kind.ODD_NAME : special ? Entry.Kind.ODD_MODE : Entry.Kind.TOO_LARGE;
      return Entry.odd(kind, (facts.mode() & KEPT_BITS) + " " + digest(file));
    }
    SourceFile content = content(file, Optional.ofNullable(known.get(name)).flatMap(Entry::file));
    return Entry.of(
        content.withMode(facts.isExecutable() ? FileMode.EXECUTABLE : FileMode.REGULAR),
        facts.hardLinks());
  }

  private static SourceFile content(Path file, Optional<SourceFile> known) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readAllBytes();
      return known
          .filter(other -> other.size() == bytes.length && Arrays.equals(other.bytes(), bytes))
          .orElseGet(() -> SourceFile.of(bytes));
    }
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256", e);
    }
  }
}
