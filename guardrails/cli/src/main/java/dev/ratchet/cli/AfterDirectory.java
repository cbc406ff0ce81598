package dev.ratchet.cli;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An edit given as the directory that it leads to. */
final class AfterDirectory {
  private final Snapshot after;
  private final EditBuilder edit;

  private AfterDirectory(Snapshot before, Snapshot after) {
    this.after = after;
    this.edit = new EditBuilder(before);
  }

  static ProposedEdit compare(Snapshot before, Snapshot after) {
    return new AfterDirectory(before, after).compare();
  }

  private ProposedEdit compare() {
    Set<Path> names = new TreeSet<>(edit.before().entries().keySet());
    names.addAll(after.entries().keySet());
    names.forEach(this::compare);
    after.ignored().stream()
        .filter(name -> !name.equals(".git"))
        .forEach(
            name ->
                edit.refuse(
                    EditRule.NOT_LOOKED_AT,
                    name,
                    name + " was not looked at, because it is a place for build output"));
    return edit.build();
  }

  private void compare(Path path) {
    Entry old = edit.before().entries().get(path);
    Entry now = after.entries().get(path);
    if (old != null && now != null && old.isSameAs(now)) {
      return;
    }
    String name = Snapshot.name(path);
    if (now != null && now.file().isEmpty()) {
      refuse(name, now, old == null ? "new" : "changed");
    } else if (now != null && now.hardLinks() > 1) {
      edit.refuse(
          EditRule.LINK,
          name,
          Escaped.quoted(name) + " is one of " + now.hardLinks() + " names of the same file");
    } else if (old != null && old.file().isEmpty()) {
      edit.refuse(
          EditRule.ODD_FILE,
          name,
          Escaped.quoted(name)
              + " was "
              + old.kind()
              + (now == null ? " and is gone" : " and is an ordinary file now"));
    } else {
      change(SourcePath.of(name), file(old), file(now)).ifPresent(edit::add);
    }
  }

  private void refuse(String name, Entry now, String how) {
    EditRule rule =
        switch (now.kind()) {
          case LINK -> EditRule.LINK;
          case ODD_NAME -> EditRule.PATH;
          case SPECIAL, ODD_MODE -> EditRule.SPECIAL;
          case UNREADABLE, TOO_LARGE, FILE -> EditRule.READABLE;
        };
    edit.refuse(
        rule,
        name,
        Escaped.quoted(name) + " is " + now.kind() + detail(name, now) + ", and " + how);
  }

  private static String detail(String name, Entry now) {
    return switch (now.kind()) {
      case LINK -> " to " + Escaped.quoted(now.seal());
      case ODD_NAME -> SourcePath.problem(name).map(problem -> " (" + problem + ")").orElse("");
      default -> "";
    };
  }

  private static Optional<SourceFile> file(@Nullable Entry entry) {
    return Optional.ofNullable(entry).flatMap(Entry::file);
  }

  private static Optional<Change> change(
      SourcePath path, Optional<SourceFile> old, Optional<SourceFile> now) {
    if (old.isEmpty()) {
      return now.map(file -> new Change.Create(path, file));
    }
    return Optional.of(
        now.<Change>map(file -> new Change.Modify(path, old.get(), file))
            .orElseGet(() -> new Change.Delete(path, old.get())));
  }
}
