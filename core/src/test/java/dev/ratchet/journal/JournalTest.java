package dev.ratchet.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void writeThreeRecords() throws IOException {
    file = directory.resolve("journal.jsonl");
    try (Journal journal = Journal.open(file)) {
      for (int i = 1; i <= 3; i++) {
        journal.append(
            Instant.EPOCH, "attempt", Map.of("round", i, "why", "line\nbreak \"quoted\" ☃"));
      }
    }
  }

  @Test
  void an_untouched_journal_verifies() throws IOException {
    assertThat(Journal.verify(file)).isInstanceOf(JournalCheck.Intact.class);
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void an_opened_journal_goes_on_where_it_stood() throws IOException {
    try (Journal journal = Journal.open(file)) {
      journal.append(Instant.EPOCH, "attempt", Map.of());

      assertThat(journal.size()).isEqualTo(4);
      assertThat(Journal.verify(file)).isEqualTo(new JournalCheck.Intact(4, journal.head()));
    }
  }

  @Test
  void memory_and_file_give_the_same_records() throws IOException {
    Journal journal = Journal.inMemory();
    for (int i = 1; i <= 3; i++) {
      journal.append(
          Instant.EPOCH, "attempt", Map.of("why", "line\nbreak \"quoted\" ☃", "round", i));
    }

    assertThat(journal.lines()).isEqualTo(Files.readAllLines(file));
  }

  @Nested
  class Tampering {
    @Test
    void a_changed_word_is_found() throws IOException {
      edit(lines -> lines.set(1, lines.get(1).replace("\"round\":2", "\"round\":9")));

      assertBroken(2, "does not match its hash");
    }

    @Test
    void a_removed_record_is_found() throws IOException {
      edit(lines -> lines.remove(1));

      assertBroken(2, "sequence is 3 instead of 2");
    }

    @Test
    void swapped_records_are_found() throws IOException {
      edit(lines -> Collections.swap(lines, 0, 1));

      assertBroken(1, "sequence");
    }

    @Test
    void a_record_of_another_journal_is_found() throws IOException {
      Journal other = Journal.inMemory();
      other.append(Instant.EPOCH, "other", Map.of());
      other.append(Instant.EPOCH, "other", Map.of());
      edit(lines -> lines.set(1, other.lines().get(1)));

      assertBroken(2, "does not follow");
    }

    @Test
    void a_torn_last_line_is_found() throws IOException {
      String text = Files.readString(file);
      Files.writeString(file, text.substring(0, text.length() - 20));

      assertBroken(3, "cut off");
    }

    @Test
    void bytes_that_are_no_text_are_found() throws IOException {
      Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});

      assertBroken(1, "UTF-8");
    }

    @Test
    void a_broken_journal_is_not_opened() throws IOException {
      edit(lines -> lines.remove(0));

      assertThatIOException()
          .isThrownBy(() -> Journal.open(file))
          .withMessageContaining("does not verify")
          .withMessageContaining("line 1")
          .withMessageContaining("Keep it as evidence");
    }

    private void assertBroken(long line, String reason) throws IOException {
      JournalCheck check = Journal.verify(file);
      assertThat(check).isInstanceOf(JournalCheck.Broken.class);
      JournalCheck.Broken broken = (JournalCheck.Broken) check;
      assertThat(broken.line()).isEqualTo(line);
      assertThat(broken.reason()).contains(reason);
    }

    private interface Edit {
      void of(List<String> lines);
    }

    private void edit(Edit edit) throws IOException {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      edit.of(lines);
      Files.write(file, lines);
    }
  }

  @Test
  void a_second_writer_is_refused() throws IOException {
    try (Journal first = Journal.open(file)) {
      assertThat(first.size()).isEqualTo(3);
      assertThatIOException()
          .isThrownBy(() -> Journal.open(file))
          .withMessageContaining("in use by another writer");
    }
  }
}
