package dev.ratchet.edit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the new file of what a unified diff says about it: modes, hashes, hunks, binary parts. */
final class DiffContent {

  private static final Pattern INDEX =
      Pattern.compile("([0-9a-f]{4,64})\\.\\.([0-9a-f]{4,64})(?: ([0-7]{6}))?");
  private static final int SHA_1_DIGITS = 40;
  private static final int SHA_256_DIGITS = 64;
  private static final int FEWEST_DIGITS_OF_PROOF = 7;

  /** What an index line says: the hashes before and after, and a mode that stays. */
  private record Index(String old, String now, Optional<String> mode) {

    static final Index NONE = new Index("", "", Optional.empty());
  }

  private final Draft draft;
  private final FileDiff file;
  private final SourcePath path;

  DiffContent(Draft draft, FileDiff file, SourcePath path) {
    this.draft = draft;
    this.file = file;
    this.path = path;
  }

  /** Returns the new file, or empty if there is a problem; the base of a creation is empty. */
  Optional<SourceFile> applyTo(SourceFile base) {
    Index index = Index.NONE;
    if (file.header("index").isPresent()) {
      Matcher stated = INDEX.matcher(file.header("index").get());
      if (!stated.matches()) {
        return refuse("its index line is malformed; leave the line out");
      }
      index = new Index(stated.group(1), stated.group(2), Optional.ofNullable(stated.group(3)));
    }
    return applyTo(base, index);
  }

  private Optional<SourceFile> applyTo(SourceFile base, Index index) {
    Optional<FileMode> mode = mode(base, index);
    if (mode.isEmpty() || !fits(base, index.old(), file.creates(), "starts from")) {
      return Optional.empty();
    }
    return content(base, index)
        .map(bytes -> SourceFile.owning(bytes, mode.get()))
        .filter(content -> fits(content, index.now(), file.deletes(), "ends in"));
  }

  private Optional<FileMode> mode(SourceFile base, Index index) {
    if (file.header("old mode").isPresent() != file.header("new mode").isPresent()) {
      return refuse("it has one of old mode and new mode; write both or none");
    }
    if (file.creates() && index.mode().isPresent()) {
      return refuse("its index line has a mode; a new file has it in a line new file mode");
    }
    List<Optional<String>> ofBase =
        List.of(file.header("old mode"), file.header("deleted file mode"), index.mode());
    for (Optional<String> stated : file.creates() ? List.<Optional<String>>of() : ofBase) {
      if (stated.isPresent() && !readMode(stated.get()).equals(Optional.of(base.mode()))) {
        return isKnown(stated.get())
            ? refuse("its mode is to be " + stated.get() + " but is " + base.mode().octal())
            : Optional.empty();
      }
    }
    Optional<String> stated = file.header("new mode").or(() -> file.header("new file mode"));
    return stated.isPresent() ? readMode(stated.get()) : Optional.of(base.mode());
  }

  private static boolean isKnown(String octal) {
    return FileMode.ofOctal(octal).isPresent();
  }

  private Optional<FileMode> readMode(String octal) {
    if (isKnown(octal)) {
      return FileMode.ofOctal(octal);
    }
    String what =
        switch (octal) {
          case "120000" -> "a symbolic link";
          case "160000" -> "a submodule";
          default -> "none that a tree can hold";
        };
    return refuse(
        "its mode " + Quoted.text(octal) + " is that of " + what + "; accepted are 100644, 100755");
  }

  /** Checks a full hash; an abbreviated one is not believed enough to refuse a patch for it. */
  private boolean fits(SourceFile content, String blob, boolean isAbsent, String which) {
    if (!isFull(blob)) {
      return true;
    }
    boolean isNone = blob.chars().allMatch(c -> c == '0');
    if (isAbsent ? isNone : blob.equals(GitBinary.blobHash(content, algorithm(blob)))) {
      return true;
    }
    refuse(
        "the file it "
            + which
            + " has not the hash in its index line; make the diff anew from what is there, or leave"
            + " the line out");
    return false;
  }

  private static boolean isFull(String blob) {
    return blob.length() == SHA_1_DIGITS || blob.length() == SHA_256_DIGITS;
  }

  private static String algorithm(String blob) {
    return blob.length() == SHA_256_DIGITS ? GitBinary.SHA_256 : GitBinary.SHA_1;
  }

  private Optional<byte[]> content(SourceFile base, Index index) {
    if (!file.binary().isEmpty()) {
      return binary(base, index);
    }
    List<String> lines = LineDiff.split(base.latin1());
    HunkApplier applier = new HunkApplier(draft, path.value(), lines, isProved(base, index));
    if (file.lacksHunks()) {
      applier.refuseForeign(file.hunks());
      return Optional.empty();
    }
    if (file.hunks().isEmpty() && !file.hasHeaders()) {
      return refuse("it has neither a hunk nor a change of mode or name");
    }
    if (file.oldName().isPresent()
        && endsInCr()
        && !base.latin1().contains("\r")
        && base.size() > 0) {
      return refuse("its lines end in CRLF but those of the file in LF; write the diff with LF");
    }
    Optional<byte[]> content = applier.applyInOrder(file.hunks());
    if (file.deletes() && content.isPresent() && content.get().length > 0) {
      return refuse("it deletes the file but does not show all its lines; show them all with -");
    }
    return content;
  }

  private boolean endsInCr() {
    return !file.hunks().isEmpty()
        && file.hunks().stream()
            .allMatch(
                hunk ->
                    hunk.before().stream().allMatch(line -> line.endsWith("\r\n"))
                        && hunk.after().stream().allMatch(line -> line.endsWith("\r\n")));
  }

  private static boolean isProved(SourceFile base, Index index) {
    String blob = index.old();
    return blob.length() >= FEWEST_DIGITS_OF_PROOF
        && (GitBinary.blobHash(base, GitBinary.SHA_1).startsWith(blob)
            || GitBinary.blobHash(base, GitBinary.SHA_256).startsWith(blob));
  }

  private Optional<byte[]> binary(SourceFile base, Index index) {
    if (!isFull(index.old()) || !isFull(index.now())) {
      return refuse("a binary patch needs an index line with full hashes; make it with --binary");
    }
    try {
      byte[] content = file.binary().get(0).applyTo(base.sharedBytes());
      if (file.binary().size() == 2
          && !SourceFile.of(file.binary().get(1).applyTo(content)).hash().equals(base.hash())) {
        throw new BinaryPatch.Corrupt("its reverse does not lead back to the file");
      }
      return Optional.of(content);
    } catch (BinaryPatch.Corrupt e) {
      return refuse("the binary patch does not apply, because " + e.getMessage());
    }
  }

  private <T> Optional<T> refuse(String message) {
    draft.refuse(path.value(), file.line(), message);
    return Optional.empty();
  }
}
