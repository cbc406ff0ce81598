package dev.ratchet.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.FileMode;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Applied;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Proposal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryApplierTest {
  private static final SourcePath ONE = SourcePath.of("src/One.java");
  private static final SourcePath TWO = SourcePath.of("src/deep/Two.java");
  private static final SourcePath RUN = SourcePath.of("bin/run.sh");

  @TempDir Path directory;
  private SourceTree base;
  private DirectoryApplier applier;

  @BeforeEach
  void writeTree() throws IOException {
    Files.createDirectories(directory.resolve("src/deep"));
    Files.createDirectories(directory.resolve("bin"));
    Files.write(directory.resolve(ONE.value()), "one\r\ntwo".getBytes(StandardCharsets.UTF_8));
    Files.writeString(directory.resolve(TWO.value()), "two\n");
    Files.writeString(directory.resolve(RUN.value()), "#!/bin/sh\n");
    assertThat(directory.resolve(RUN.value()).toFile().setExecutable(true)).isTrue();
    base = SourceTree.read(directory, PathFilter.all());
    applier = DirectoryApplier.of(directory, PathFilter.all());
  }

  private Candidate candidate(SourceTree tree) {
    ChangeSet changes = ChangeSet.between(base, tree);
    return new Candidate(base, changes, tree, "test", Proposal.of(changes, "a test"));
  }

  private SourceTree onDisk() throws IOException {
    return SourceTree.read(directory, PathFilter.all());
  }

  @Test
  void writes_exactly_the_candidate_and_rolls_back_exactly_to_the_base() throws IOException {
    SourceTree wanted =
        base.with(ONE, SourceFile.of("changed\r\n"))
            .without(TWO)
            .with(SourcePath.of("src/new/Three.java"), SourceFile.of("three"))
            .with(RUN, SourceFile.of("#!/bin/sh\n").withMode(FileMode.REGULAR));

    Applied applied = applier.apply(candidate(wanted));

    assertThat(onDisk().hash()).isEqualTo(wanted.hash());
    assertThat(applied.tree().hash()).isEqualTo(wanted.hash());

    applied.rollBack();

    assertThat(onDisk().hash()).isEqualTo(base.hash());
    assertThat(Files.exists(directory.resolve("src/new"))).isFalse();
  }

  @Test
  void leaves_no_file_of_its_own() throws IOException {
    applier.apply(candidate(base.with(ONE, SourceFile.of("changed"))));

    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(".ratchet"));
    }
  }

  @Test
  void refuses_a_file_that_changed_under_the_loop() throws IOException {
    Candidate candidate =
        candidate(base.with(ONE, SourceFile.of("x")).with(TWO, SourceFile.of("y")));
    Files.writeString(directory.resolve(TWO.value()), "somebody's work\n");

    assertThatIOException()
        .isThrownBy(() -> applier.apply(candidate))
        .withMessageContaining("Nothing was written")
        .withMessageContaining(TWO.value());
    assertThat(Files.readString(directory.resolve(ONE.value()))).startsWith("one");
    assertThat(Files.readString(directory.resolve(TWO.value()))).isEqualTo("somebody's work\n");
  }

  @Test
  void refuses_to_create_over_a_file_that_appeared() throws IOException {
    SourcePath path = SourcePath.of("notes.txt");
    Candidate candidate = candidate(base.with(path, SourceFile.of("mine")));
    Files.writeString(directory.resolve("notes.txt"), "theirs");

    assertThatIOException().isThrownBy(() -> applier.apply(candidate));
    assertThat(Files.readString(directory.resolve("notes.txt"))).isEqualTo("theirs");
  }

  @Test
  void never_writes_through_a_link() throws IOException {
    Candidate candidate = candidate(base.with(TWO, SourceFile.of("changed")));
    Path outside = Files.createTempDirectory("outside");
    Files.writeString(outside.resolve("Two.java"), "two\n");
    Files.delete(directory.resolve(TWO.value()));
    Files.delete(directory.resolve("src/deep"));
    Files.createSymbolicLink(directory.resolve("src/deep"), outside);

    assertThatIOException()
        .isThrownBy(() -> applier.apply(candidate))
        .withMessageContaining("symbolic link");
    assertThat(Files.readString(outside.resolve("Two.java"))).isEqualTo("two\n");
    Files.delete(outside.resolve("Two.java"));
    Files.delete(outside);
  }

  @Test
  void puts_back_what_it_wrote_when_a_later_file_fails() throws IOException {
    // "extra" is a file that nobody knew of, so it can't be made a directory
    Files.writeString(directory.resolve("extra"), "in the way");
    Candidate candidate =
        candidate(
            base.with(SourcePath.of("bin/a"), SourceFile.of("a"))
                .with(SourcePath.of("extra/b"), SourceFile.of("b")));

    assertThatIOException()
        .isThrownBy(() -> applier.apply(candidate))
        .withMessageContaining("Nothing was changed");
    assertThat(Files.exists(directory.resolve("bin/a"))).isFalse();
    assertThat(Files.readString(directory.resolve("extra"))).isEqualTo("in the way");
  }

  @Test
  void a_directory_may_become_a_file_and_back() throws IOException {
    SourceTree deep = base.with(SourcePath.of("bin/x/y"), SourceFile.of("deep"));
    Applied first = applier.apply(candidate(deep));
    SourceTree flat =
        deep.without(SourcePath.of("bin/x/y")).with(SourcePath.of("bin/x"), SourceFile.of("flat"));
    ChangeSet changes = ChangeSet.between(deep, flat);

    Applied second =
        applier.apply(new Candidate(deep, changes, flat, "test", Proposal.of(changes, "test")));

    assertThat(onDisk().hash()).isEqualTo(flat.hash());
    second.rollBack();
    assertThat(onDisk().hash()).isEqualTo(deep.hash());
    first.rollBack();
    assertThat(onDisk().hash()).isEqualTo(base.hash());
  }

  @Test
  void a_read_only_target_is_refused_and_stays_as_it_was() throws IOException {
    Path bin = directory.resolve("bin");
    Candidate candidate =
        candidate(
            base.with(SourcePath.of("bin/a"), SourceFile.of("a"))
                .with(ONE, SourceFile.of("changed")));
    assertThat(bin.toFile().setWritable(false)).isTrue();
    try {
      assumeThat(Files.isWritable(bin)).as("root can write anywhere").isFalse();

      assertThatIOException()
          .isThrownBy(() -> applier.apply(candidate))
          .withMessageContaining("Nothing was changed");
      assertThat(onDisk().hash()).isEqualTo(base.hash());
    } finally {
      assertThat(bin.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void needs_a_directory() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DirectoryApplier.of(directory.resolve("nowhere"), PathFilter.all()))
        .withMessageContaining("nowhere");
  }
}
