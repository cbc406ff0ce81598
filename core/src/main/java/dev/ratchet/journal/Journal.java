package dev.ratchet.journal;

import dev.ratchet.edit.ContentHash;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An append-only, hash-chained journal of JSON lines. Users open it and hand it to the loop.
 *
 * <p>A record is on disk before {@link #append} returns. One writer at a time; not safe for use by
 * several threads.
 */
public final class Journal implements Closeable {
  private final Optional<FileChannel> file;
  private final List<String> memory = new ArrayList<>();
  private long size;
  private ContentHash head;

  private Journal(Optional<FileChannel> file, long size, ContentHash head) {
    this.file = file;
    this.size = size;
    this.head = head;
  }

  /** Returns a new journal that is kept in memory only. */
  public static Journal inMemory() {
    return new Journal(Optional.empty(), 0, RecordLine.START);
  }

  /**
   * Opens a journal file to append to it, and creates it where it is absent.
   *
   * @throws IOException if the file can't be opened, is in use by another writer, or does not
   *     verify
   */
  public static Journal open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(channel, path);
      JournalCheck.Intact state =
          verify(path)
              .fold(
                  intact -> intact,
                  broken -> {
                    throw new IllegalStateException(
                        "line " + broken.line() + ": " + broken.reason());
                  });
      channel.position(channel.size());
      return new Journal(Optional.of(channel), state.records(), state.head());
    } catch (IllegalStateException e) {
      channel.close();
      throw new IOException(
          "The journal "
              + path
              + " does not verify ("
              + e.getMessage()
              + "). Keep it as evidence and start a new one",
          e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(FileChannel channel, Path path) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // The same JVM holds it: told below like any other writer.
    }
    throw new IOException("The journal " + path + " is in use by another writer");
  }

  /**
   * Appends a record.
   *
   * @param time when it happened, by the loop's clock
   * @param type what happened, such as {@code attempt}
   * @param body strings, numbers, booleans, lists and maps of these
   * @throws IOException if it can't be written; nothing may then be done that depends on it
   */
  public void append(Instant time, String type, Map<String, ?> body) throws IOException {
    RecordLine line = RecordLine.of(size + 1, head, time, type, body);
    if (file.isPresent()) {
      ByteBuffer bytes = ByteBuffer.wrap((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.get().write(bytes);
      }
      file.get().force(false);
    } else {
      memory.add(line.text());
    }
    size++;
    head = line.hash();
  }

  /** Returns the number of records. */
  public long size() {
    return size;
  }

  /** Returns the hash of the last record, which stands for the whole journal. */
  public ContentHash head() {
    return head;
  }

  /** Returns the lines of a journal in memory; empty for one in a file. */
  public List<String> lines() {
    return List.copyOf(memory);
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }

  /**
   * Checks every record of a journal file against the one before, reading line by line.
   *
   * @throws IOException if the file can't be read
   */
  public static JournalCheck verify(Path path) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      return verify(reader);
    } catch (CharacterCodingException e) {
      return new JournalCheck.Broken(1, "the file is not UTF-8 text");
    }
  }

  private static JournalCheck verify(BufferedReader reader) throws IOException {
    long count = 0;
    ContentHash head = RecordLine.START;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      long number = count + 1;
      List<String> why = new ArrayList<>();
      Optional<RecordLine> record = RecordLine.read(line, why::add);
      if (record.isEmpty()) {
        return new JournalCheck.Broken(number, String.join("; ", why));
      }
      if (record.get().sequence() != number) {
        return new JournalCheck.Broken(
            number, "its sequence is " + record.get().sequence() + " instead of " + number);
      }
      if (!record.get().previous().equals(head)) {
        return new JournalCheck.Broken(number, "it does not follow from the record before it");
      }
      head = record.get().hash();
      count = number;
    }
    return new JournalCheck.Intact(count, head);
  }
}
