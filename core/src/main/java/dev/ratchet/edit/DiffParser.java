package dev.ratchet.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Splits a unified diff into files and hunks.
 *
 * <p>A line that is neither part of the diff nor where other text may stand is a problem, so that
 * no part of a patch can be passed over.
 */
final class DiffParser {

  private static final List<String> GIT_HEADERS =
      List.of(
          "old mode",
          "new mode",
          "deleted file mode",
          "new file mode",
          "copy from",
          "copy to",
          "rename from",
          "rename to",
          "similarity index",
          "dissimilarity index",
          "index");
  private static final Pattern PART =
      Pattern.compile(
          "(@@|\\+\\+\\+ |GIT binary patch|Only in .*: .*|diff --c|"
              + "(old|new|deleted file|new file) mode |(rename|copy) (from|to) ).*");
  private static final Pattern BINARY = Pattern.compile("(Binary f|F)iles .* differ");
  private static final Pattern BEFORE_A_FILE =
      Pattern.compile("diff -(?!-).*|Index: .*|=+|From [0-9a-f]{40}.*|-- |`{3,}|~{3,}");

  private final Draft draft;
  private final DiffLines lines;
  private final List<FileDiff> files = new ArrayList<>();

  /** Whether text that is no diff may stand here. */
  private boolean proseMayFollow = true;

  DiffParser(Draft draft, String latin1) {
    this.draft = draft;
    this.lines = new DiffLines(latin1);
  }

  List<FileDiff> parse() {
    while (lines.hasNext()) {
      if (lines.at("diff --git ")) {
        gitFile();
      } else if (lines.atFileNames()) {
        plainFile();
      } else {
        otherLine(lines.number(), lines.nextHeader());
      }
    }
    return files;
  }

  private void otherLine(int number, String line) {
    if (BINARY.matcher(line).matches()) {
      draft.refuse(
          "", number, "the content of a binary file is missing; make the diff with --binary");
    } else if (PART.matcher(line).matches()) {
      draft.refuse(
          "", number, "this part of a diff belongs to no file; write ---, +++ and @@ before it");
      lines.skipBody();
    } else if (BEFORE_A_FILE.matcher(line).matches()) {
      proseMayFollow = true;
    } else if (!line.isBlank() && !proseMayFollow) {
      draft.refuse(
          "", number, Quoted.text(line) + " is not part of a diff; leave it out or repair it");
    }
  }

  private void gitFile() {
    FileDiff file = begin();
    file.setGitNames(lines.nextHeader().substring("diff --git ".length()));
    Optional<String> key;
    while ((key = gitHeader()).isPresent()) {
      int number = lines.number();
      String value = lines.nextHeader().substring(key.get().length() + 1);
      if (!file.addHeader(key.get(), value)) {
        draft.refuse("", number, "the header " + key.get() + " is there twice");
      }
    }
    if (lines.at("GIT binary patch")) {
      binary(file);
    } else if (lines.atFileNames()) {
      namesAndHunks(file);
    }
  }

  private FileDiff begin() {
    proseMayFollow = false;
    FileDiff file = new FileDiff(lines.number());
    files.add(file);
    return file;
  }

  private Optional<String> gitHeader() {
    return GIT_HEADERS.stream().filter(key -> lines.at(key + " ")).findFirst();
  }

  private void plainFile() {
    namesAndHunks(begin());
  }

  private void namesAndHunks(FileDiff file) {
    Optional<String> oldName = name();
    Optional<String> newName = name();
    if (oldName.isPresent() && newName.isPresent()) {
      file.setNames(oldName.get(), newName.get());
    } else {
      files.remove(file);
    }
    if (!lines.at("@@")) {
      draft.refuse("", file.line(), "no hunk follows; write the lines that change after @@");
    }
    int number = 0;
    while (lines.at("@@")) {
      number++;
      new HunkParser(draft, lines, number).parse().ifPresent(file.hunks()::add);
    }
    file.setHunkCount(Math.max(1, number));
  }

  private Optional<String> name() {
    int number = lines.number();
    String spelt = lines.nextHeader().substring("--- ".length());
    try {
      return Optional.of(DiffNames.read(spelt));
    } catch (IllegalArgumentException e) {
      draft.refuse("", number, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void binary(FileDiff file) {
    lines.nextHeader();
    int number = lines.number();
    try {
      while (lines.at("literal ") || lines.at("delta ")) {
        String header = lines.nextHeader();
        List<String> data = new ArrayList<>();
        while (lines.hasNext() && !lines.isBlank()) {
          data.add(lines.nextHeader());
        }
        file.binary().add(BinaryPatch.decode(header, data));
        if (lines.hasNext()) {
          lines.nextHeader();
        }
      }
      if (file.binary().isEmpty() || file.binary().size() > 2) {
        throw new BinaryPatch.Corrupt("it has not one or two parts");
      }
    } catch (BinaryPatch.Corrupt e) {
      files.remove(file);
      draft.refuse(
          "", number, "the binary patch is corrupt, because " + e.getMessage() + "; make it anew");
    }
  }
}
