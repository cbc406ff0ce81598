package dev.ratchet.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a unified diff says about one file, as {@link DiffParser} found it, not yet judged. */
final class FileDiff {

  static final String NO_FILE = "/dev/null";

  private final int line;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<Hunk> hunks = new ArrayList<>();
  private final List<BinaryPatch> binary = new ArrayList<>();
  private int hunkCount;
  private @Nullable String gitNames;
  private @Nullable String oldName;
  private @Nullable String newName;

  FileDiff(int line) {
    this.line = line;
  }

  /** Returns the line of the patch at which this begins. */
  int line() {
    return line;
  }

  void setGitNames(String names) {
    gitNames = names;
  }

  /** Returns what follows {@code diff --git}: two names with a space between. */
  Optional<String> gitNames() {
    return Optional.ofNullable(gitNames);
  }

  void setNames(String oldName, String newName) {
    this.oldName = oldName;
    this.newName = newName;
  }

  /** Returns the name after {@code ---}, with its prefix. */
  Optional<String> oldName() {
    return Optional.ofNullable(oldName);
  }

  /** Returns the name after {@code +++}, with its prefix. */
  Optional<String> newName() {
    return Optional.ofNullable(newName);
  }

  /** Returns false if the header was there before. */
  boolean addHeader(String key, String value) {
    return headers.putIfAbsent(key, value) == null;
  }

  /** Returns a line that git puts before the content, such as {@code rename from}. */
  Optional<String> header(String key) {
    return Optional.ofNullable(headers.get(key));
  }

  boolean hasHeaders() {
    return headers.keySet().stream().anyMatch(key -> !key.equals("index"));
  }

  List<Hunk> hunks() {
    return hunks;
  }

  void setHunkCount(int hunkCount) {
    this.hunkCount = hunkCount;
  }

  /** Returns whether some hunk could not be read, which is a problem already. */
  boolean lacksHunks() {
    return hunks.size() < hunkCount;
  }

  /** Returns the parts of a binary patch: none, the forward one, or that and its reverse. */
  List<BinaryPatch> binary() {
    return binary;
  }

  boolean creates() {
    return header("new file mode").isPresent() || oldName().filter(NO_FILE::equals).isPresent();
  }

  boolean deletes() {
    return header("deleted file mode").isPresent() || newName().filter(NO_FILE::equals).isPresent();
  }
}
