package dev.ratchet.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.journal.Journal;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Proposal;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disks of 64 KiB, on which an edit finds no room. */
class FullDiskTest {
  private static final String OLD = "old\n".repeat(4_000);
  private static final String NEW = "new\n".repeat(4_000);

  private final FileSystem disk =
      Jimfs.newFileSystem(
          Configuration.unix().toBuilder().setBlockSize(1024).setMaxSize(64 * 1024).build());
  private final Path target = disk.getPath("/target");
  private final SourceTree base = SourceTree.of(Map.of("a.txt", OLD, "b.txt", "b\n"));

  @BeforeEach
  void write() throws IOException {
    base.writeTo(target);
  }

  @AfterEach
  void close() throws IOException {
    disk.close();
  }

  private static Candidate candidate(SourceTree base, SourceTree tree) {
    ChangeSet changes = ChangeSet.between(base, tree);
    return new Candidate(base, changes, tree, "test", Proposal.of(changes, "test"));
  }

  private static SourceTree with(SourceTree tree, String path, String text) {
    return tree.with(SourcePath.of(path), SourceFile.of(text));
  }

  private void assertTargetIsAsItWas() throws IOException {
    assertThat(SourceTree.read(target, PathFilter.all()).hash()).isEqualTo(base.hash());
    try (Stream<Path> files = Files.list(target)) {
      assertThat(files).as("nothing is left over").hasSize(2);
    }
  }

  @Test
  void an_edit_that_finds_no_room_changes_nothing() throws IOException {
    SourceTree tree = with(with(base, "a.txt", NEW), "sub/c.txt", NEW.repeat(3));

    assertThatIOException()
        .isThrownBy(
            () -> DirectoryApplier.of(target, PathFilter.all()).apply(candidate(base, tree)))
        .withMessageContaining("Nothing was changed")
        .withMessageContaining("Give /target write permission and room");

    assertTargetIsAsItWas();
  }

  @Test
  void an_edit_that_finds_room_is_written_and_rolled_back() throws IOException {
    SourceTree tree = with(with(base, "a.txt", NEW), "sub/c.txt", "c\n");
    DirectoryApplier applier = DirectoryApplier.of(target, PathFilter.all());

    var applied = applier.apply(candidate(base, tree));

    assertThat(applied.tree().hash()).isEqualTo(tree.hash());
    applied.rollBack();
    assertTargetIsAsItWas();
  }

  @Test
  void a_rollback_that_finds_no_room_says_that_nothing_changed() throws IOException {
    SourceTree tree = with(base, "a.txt", "short\n");
    var applied = DirectoryApplier.of(target, PathFilter.all()).apply(candidate(base, tree));
    byte[] others = new byte[60 * 1024];
    Files.write(disk.getPath("/others"), others);

    assertThatIOException()
        .isThrownBy(applied::rollBack)
        .withMessageContaining("Nothing was changed");
    assertThat(Files.readString(target.resolve("a.txt"))).isEqualTo("short\n");
  }

  @Test
  void a_journal_that_finds_no_room_says_so() throws IOException {
    try (Journal journal = Journal.open(disk.getPath("/journal.jsonl"))) {
      assertThatIOException()
          .isThrownBy(
              () -> journal.append(Instant.EPOCH, "attempt", Map.of("text", NEW.repeat(5))));
    }
  }
}
