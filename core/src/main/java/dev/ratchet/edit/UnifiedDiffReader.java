package dev.ratchet.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves a unified diff against a tree. */
final class UnifiedDiffReader {

  private static final String WHAT_TO_WRITE =
      "a unified diff: --- a/path, +++ b/path, then @@ -1,3 +1,3 @@ and the lines with their signs";

  private final Draft draft;
  private final FileDiff file;

  private UnifiedDiffReader(Draft draft, FileDiff file) {
    this.draft = draft;
    this.file = file;
  }

  static PatchResult read(Draft draft, String latin1) {
    for (FileDiff file : new DiffParser(draft, latin1).parse()) {
      new UnifiedDiffReader(draft, file).read();
    }
    return draft.result(WHAT_TO_WRITE);
  }

  private void read() {
    Optional<DiffNames> names = names();
    if (names.isEmpty()) {
      return;
    }
    Optional<SourcePath> from = draft.path(names.get().from(), file.line());
    Optional<SourcePath> to =
        names.get().from().equals(names.get().to())
            ? from
            : draft.path(names.get().to(), file.line());
    if (from.isPresent() && to.isPresent()) {
      resolve(from.get(), to.get());
    }
  }

  private Optional<DiffNames> names() {
    Set<DiffNames> readings;
    try {
      readings = DiffNames.readings(file);
    } catch (IllegalArgumentException e) {
      draft.refuse("", file.line(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    List<DiffNames> fitting =
        readings.size() <= 1
            ? List.copyOf(readings)
            : readings.stream().filter(this::fits).toList();
    if (fitting.size() != 1) {
      draft.refuse(
          "",
          file.line(),
          readings.isEmpty()
              ? "the names of the file disagree; write the same path after --- a/ and +++ b/"
              : "it is not clear whether the name has a prefix; write a diff --git line before it");
      return Optional.empty();
    }
    return Optional.of(fitting.get(0));
  }

  /**
   * Chooses between a name with and one without prefix, where nothing in the diff does: a file to
   * delete has to exist, and a new file goes where no directory has the name of the prefix.
   */
  private boolean fits(DiffNames names) {
    if (!file.creates()) {
      return SourcePath.problem(names.from()).isEmpty()
          && draft.base().contains(SourcePath.of(names.from()));
    }
    boolean isWithoutPrefix = !file.newName().equals(Optional.of(names.to()));
    String prefix = file.newName().orElse("").substring(0, 1);
    boolean isDirectory = draft.base().root().children().containsKey(prefix);
    return isWithoutPrefix || isDirectory;
  }

  private void resolve(SourcePath from, SourcePath to) {
    boolean isCopy = file.header("copy from").isPresent();
    boolean isMove = file.header("rename from").isPresent();
    if (isContradictory(isCopy, isMove)) {
      refuse(
          to, "its headers contradict each other; one file is created, deleted, moved or changed");
      return;
    }
    Optional<SourceFile> base =
        file.creates() ? Optional.of(SourceFile.of(new byte[0])) : draft.file(from, file.line());
    if (base.isEmpty()) {
      return;
    }
    Optional<SourceFile> content = new DiffContent(draft, file, to).applyTo(base.get());
    if (content.isEmpty()) {
      return;
    }
    if (file.creates() || isCopy) {
      draft.create(to, content.get(), file.line());
    } else if (file.deletes()) {
      draft.add(new Change.Delete(from, base.get()), file.line());
    } else if (isMove && !from.equals(to)) {
      draft.add(new Change.Move(from, to, base.get(), content.get()), file.line());
    } else {
      draft.modify(to, base.get(), content.get(), file.line());
    }
  }

  private boolean isContradictory(boolean isCopy, boolean isMove) {
    int kinds =
        (file.creates() ? 1 : 0) + (file.deletes() ? 1 : 0) + (isCopy ? 1 : 0) + (isMove ? 1 : 0);
    boolean namesNone = file.oldName().isPresent() && file.oldName().equals(file.newName());
    return kinds > 1
        || namesNone && file.oldName().equals(Optional.of(FileDiff.NO_FILE))
        || file.header("new file mode").isPresent() && named(file.oldName())
        || file.header("deleted file mode").isPresent() && named(file.newName());
  }

  private static boolean named(Optional<String> name) {
    return name.isPresent() && !name.get().equals(FileDiff.NO_FILE);
  }

  private void refuse(SourcePath path, String message) {
    draft.refuse(path.value(), file.line(), message);
  }
}
