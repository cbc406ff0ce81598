package dev.ratchet.edit;

import java.util.List;
import java.util.Optional;

/**
 * A change to one file, with the content it starts from and the content it ends in. Users call it.
 *
 * <p>Contents are whole files, so a change says exactly what it needs and what it makes.
 */
public sealed interface Change {

  /** Returns the path at which the change ends. */
  SourcePath path();

  /** Returns all paths that are not the same afterwards: both ends of a move, else the path. */
  default List<SourcePath> touched() {
    return List.of(path());
  }

  /** Returns the file as it has to be beforehand, or empty if there must be none. */
  Optional<SourceFile> before();

  /** Returns the file as it is afterwards, or empty if there is none. */
  Optional<SourceFile> after();

  /**
   * A file that comes into being.
   *
   * @param path where no file may be yet
   * @param content the new file
   */
  record Create(SourcePath path, SourceFile content) implements Change {

    @Override
    public Optional<SourceFile> before() {
      return Optional.empty();
    }

    @Override
    public Optional<SourceFile> after() {
      return Optional.of(content);
    }
  }

  /**
   * A file that stays where it is and gets another content or mode.
   *
   * @param path where the file is
   * @param base the file as it has to be beforehand
   * @param content the file as it is afterwards
   */
  record Modify(SourcePath path, SourceFile base, SourceFile content) implements Change {

    /**
     * Checks that something changes.
     *
     * @throws IllegalArgumentException if {@code base} equals {@code content}
     */
    public Modify {
      if (base.equals(content)) {
        throw new IllegalArgumentException(
            "A modification of " + path + " has to change something");
      }
    }

    @Override
    public Optional<SourceFile> before() {
      return Optional.of(base);
    }

    @Override
    public Optional<SourceFile> after() {
      return Optional.of(content);
    }
  }

  /**
   * A file that goes away.
   *
   * @param path where the file is
   * @param base the file as it has to be beforehand
   */
  record Delete(SourcePath path, SourceFile base) implements Change {

    @Override
    public Optional<SourceFile> before() {
      return Optional.of(base);
    }

    @Override
    public Optional<SourceFile> after() {
      return Optional.empty();
    }
  }

  /**
   * A file that goes elsewhere, perhaps with another content or mode.
   *
   * @param from where the file is
   * @param path where it ends, and where no file may be yet
   * @param base the file as it has to be beforehand
   * @param content the file as it is afterwards
   */
  record Move(SourcePath from, SourcePath path, SourceFile base, SourceFile content)
      implements Change {

    /**
     * Checks that the ends differ.
     *
     * @throws IllegalArgumentException if {@code from} equals {@code path}
     */
    public Move {
      if (from.equals(path)) {
        throw new IllegalArgumentException("A move of " + path + " has to end elsewhere");
      }
    }

    @Override
    public List<SourcePath> touched() {
      return List.of(from, path);
    }

    @Override
    public Optional<SourceFile> before() {
      return Optional.of(base);
    }

    @Override
    public Optional<SourceFile> after() {
      return Optional.of(content);
    }
  }
}
