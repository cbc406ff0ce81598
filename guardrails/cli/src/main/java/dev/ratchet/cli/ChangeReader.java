package dev.ratchet.cli;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.FileMode;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns one stated change into a real one, or into findings that say why it can't be one. */
final class ChangeReader {
  private static final Map<String, FileMode> MODES =
      Map.of(
          "100644", FileMode.REGULAR,
          "regular", FileMode.REGULAR,
          "100755", FileMode.EXECUTABLE,
          "executable", FileMode.EXECUTABLE);
  private static final SourceFile NOTHING = SourceFile.of(new byte[0]);

  private final EditBuilder edit;
  private final StatedChange stated;

  ChangeReader(EditBuilder edit, StatedChange stated) {
    this.edit = edit;
    this.stated = stated;
  }

  void read() {
    Optional<SourcePath> path = edit.path(stated.path());
    Optional<SourcePath> from =
        stated.from().equals(stated.path()) ? path : edit.path(stated.from());
    boolean plain = isNoLink() && hasKnownMode();
    if (path.isPresent() && from.isPresent() && plain) {
      try {
        change(from.get(), path.get());
      } catch (IllegalArgumentException e) {
        refuse(EditRule.READABLE, "has a content that can't be kept: " + e.getMessage());
      }
    }
  }

  private boolean isNoLink() {
    boolean link = stated.operation().isLink() || stated.mode().equals(Optional.of("120000"));
    if (link) {
      String kind =
          stated.operation() == StatedChange.Operation.HARD_LINK
              ? "a hard link"
              : "a symbolic link";
      String target = stated.target().map(name -> " to " + Escaped.quoted(name)).orElse("");
      refuse(EditRule.LINK, "is to be " + kind + target);
    }
    return !link;
  }

  private boolean hasKnownMode() {
    boolean known = stated.mode().isEmpty() || MODES.containsKey(stated.mode().get());
    if (!known) {
      refuse(
          EditRule.MODE,
          "is to have the mode "
              + Escaped.quoted(stated.mode().orElse(""))
              + ", which no tree has");
    }
    return known;
  }

  private void change(SourcePath from, SourcePath path) {
    if (stated.operation() == StatedChange.Operation.CREATE) {
      edit.add(new Change.Create(path, withMode(stated.content(NOTHING))));
      return;
    }
    Optional<SourceFile> base = edit.before().tree().file(from);
    if (base.isEmpty()) {
      refuse(EditRule.APPLIES, "starts from " + from + ", where no file is that can be edited");
    } else if (isStale(base.get())) {
      refuse(
          EditRule.APPLIES,
          "starts from another file than the one there, which has the hash " + base.get().hash());
    } else {
      change(from, path, base.get(), withMode(stated.content(base.get())));
    }
  }

  private void change(SourcePath from, SourcePath path, SourceFile base, SourceFile content) {
    switch (stated.operation()) {
      case DELETE -> edit.add(new Change.Delete(path, base));
      case MOVE -> move(from, path, base, content);
      default -> {
        if (base.equals(content)) {
          refuse(EditRule.EMPTY, "is like this already");
        } else {
          edit.add(new Change.Modify(path, base, content));
        }
      }
    }
  }

  private void move(SourcePath from, SourcePath path, SourceFile base, SourceFile content) {
    if (from.equals(path)) {
      refuse(EditRule.APPLIES, "is to be moved to where it is; modify it instead");
    } else {
      edit.add(new Change.Move(from, path, base, content));
    }
  }

  private boolean isStale(SourceFile base) {
    return stated
        .base()
        .filter(hash -> !hash.toLowerCase(Locale.ROOT).equals(base.hash().hex()))
        .isPresent();
  }

  private SourceFile withMode(SourceFile file) {
    return stated
        .mode()
        .map(mode -> file.withMode(MODES.getOrDefault(mode, file.mode())))
        .orElse(file);
  }

  private void refuse(EditRule rule, String what) {
    edit.refuse(rule, stated.path(), Escaped.quoted(stated.path()) + " " + what);
  }
}
