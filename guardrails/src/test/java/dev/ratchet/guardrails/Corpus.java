package dev.ratchet.guardrails;

import dev.ratchet.edit.Application;
import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Proposal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A bundled project, its policy, and edits to it as data. */
record Corpus(String name, Policy policy, SourceTree base, List<CorpusEdit> edits) {

  static Corpus named(String name) {
    return of(root().resolve(name));
  }

  /** All, or those whose names the system property {@code corpora} lists. */
  static List<Corpus> all() {
    List<String> wanted = List.of(System.getProperty("corpora", "").split(","));
    return listed(root(), "")
        .filter(d -> wanted.contains("") || wanted.contains(d.getFileName().toString()))
        .map(Corpus::of)
        .toList();
  }

  static boolean isComplete() {
    return System.getProperty("corpora", "").isEmpty();
  }

  private static Corpus of(Path directory) {
    try {
      SourceTree base = SourceTree.read(directory.resolve("base"), PathFilter.all());
      return new Corpus(
          directory.getFileName().toString(),
          Policy.read(directory.resolve("policy.yaml")),
          base,
          listed(directory, ".edits").flatMap(file -> read(file, base)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      return Path.of(Objects.requireNonNull(Corpus.class.getResource("/corpora")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Path> listed(Path directory, String ending) {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<CorpusEdit> read(Path file, SourceTree base) {
    try {
      return new CorpusReader(Files.readAllLines(file).iterator(), base).edits().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Candidate candidate(SourceTree base, ChangeSet changes) {
    if (changes.applyTo(base) instanceof Application.Applied applied) {
      return new Candidate(base, changes, applied.tree(), "test", Proposal.of(changes, "test"));
    }
    throw new IllegalArgumentException("The edit does not apply: " + changes.applyTo(base));
  }

  /** Returns a change of one file by replacing a text that stands in it exactly once. */
  static Change replace(SourceTree base, String path, String old, String now) {
    SourcePath at = SourcePath.of(path);
    SourceFile file = base.file(at).orElseThrow();
    return new Change.Modify(at, file, replaced(path, file, old, now));
  }

  static Change create(String path, String text) {
    return new Change.Create(SourcePath.of(path), SourceFile.of(text));
  }

  static SourceFile replaced(String path, SourceFile file, String old, String now) {
    String text = file.text().orElseThrow();
    if (text.split(Pattern.quote(old), -1).length != 2) {
      throw new IllegalStateException(path + " has not exactly once: " + old);
    }
    return file.withText(text.replace(old, now));
  }
}
