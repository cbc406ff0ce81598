package dev.ratchet.cli;

import dev.ratchet.edit.SourceFile;
import java.util.Optional;

/**
 * What lies at one name below a directory.
 *
 * @param kind what it is
 * @param seal equal for two entries of one kind only if nothing differs
 * @param file the file, if a tree can hold it
 * @param hardLinks how many names the file has
 */
record Entry(Kind kind, String seal, Optional<SourceFile> file, int hardLinks) {
  /** What an entry is, and why a tree can't hold it. */
  enum Kind {
    FILE("a file"),
    ODD_NAME("a file with a name that is refused everywhere"),
    ODD_MODE("a file with a set-user, set-group or sticky bit"),
    TOO_LARGE("a file too large to be read"),
    LINK("a symbolic link"),
    SPECIAL("a device, a pipe or a socket"),
    UNREADABLE("something that can't be read");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  static Entry of(SourceFile file, int hardLinks) {
    return new Entry(Kind.FILE, file.mode() + " " + file.hash(), Optional.of(file), hardLinks);
  }

  static Entry odd(Kind kind, String seal) {
    return new Entry(kind, seal, Optional.empty(), 1);
  }

  /** What can't be read can't be known to be the same. */
  boolean isSameAs(Entry other) {
    return kind == other.kind && kind != Kind.UNREADABLE && seal.equals(other.seal);
  }
}
