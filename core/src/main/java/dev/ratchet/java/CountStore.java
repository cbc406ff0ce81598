package dev.ratchet.java;

import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.java.KnownCounts.Known;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in a directory, one file for each program, which outlive the host.
 *
 * <p>A file holds its key, the counts, and a digest of both. What is not exactly what was written
 * there for that key is said and not believed: its counts are made anew. That stops accidents, not
 * people: who may write the directory may write digests.
 *
 * <p>Only answers and used-up steps are kept. What a program throws may depend on the memory or the
 * stack that it met.
 */
final class CountStore {
  private static final Logger LOG = LoggerFactory.getLogger(CountStore.class);
  private static final long MAGIC = 0x72617463_68657431L;
  private static final int DIGEST = 32;
  private static final int MOST_COUNTS = 20_000;
  private static final long MOST_BYTES = 32L << 20;

  private final Path directory;
  private final ContentHash platform;

  /**
   * Makes a store.
   *
   * @param platform names all that counts depend on beside programs and inputs
   */
  CountStore(Path directory, ContentHash platform) {
    this.directory = directory;
    this.platform = platform;
  }

  private ContentHash key(ContentHash program) {
    return ContentHash.ofText(platform.hex() + program.hex());
  }

  private Path file(ContentHash program) {
    String name = key(program).hex();
    return directory.resolve(name.substring(0, 2)).resolve(name + ".counts");
  }

  /** Returns what is known of a program, by the hashes of inputs. */
  synchronized Map<ContentHash, Known> read(ContentHash program) {
    Path file = file(program);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException("it is larger than any that is written");
      }
      return decode(key(program), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Map.of();
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn(
          "The stored counts in {} are not what was written there, because {}; they are made anew",
          file,
          e.getMessage());
      return Map.of();
    }
  }

  /** Adds counts to those of a program. One that can't be written is said, and made anew later. */
  synchronized void add(ContentHash program, Map<ContentHash, Known> counts) {
    Map<ContentHash, Known> all = new LinkedHashMap<>(read(program));
    counts.forEach(
        (input, count) -> {
          if (count.answer().status() != Status.THREW) {
            all.put(input, count);
          }
        });
    if (all.isEmpty()) {
      return;
    }
    if (all.size() > MOST_COUNTS) {
      all.keySet().removeAll(all.keySet().stream().limit(all.size() - MOST_COUNTS).toList());
    }
    try {
      byte[] bytes = encode(key(program), all);
      if (bytes.length <= MOST_BYTES) {
        write(file(program), bytes);
      }
    } catch (IOException e) {
      LOG.warn("Counts can't be stored in {}", directory, e);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = Files.createTempFile(folder, "new", ".tmp");
    try {
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Forgets a program that turned out not to be one whose counts hold. */
  synchronized void forget(ContentHash program) {
    try {
      Files.deleteIfExists(file(program));
    } catch (IOException e) {
      LOG.warn("Stored counts in {} can't be removed", file(program), e);
    }
  }

  private static byte[] encode(ContentHash key, Map<ContentHash, Known> counts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(MAGIC);
    out.writeUTF(key.hex());
    out.writeInt(counts.size());
    for (Map.Entry<ContentHash, Known> count : counts.entrySet()) {
      out.writeUTF(count.getKey().hex());
      out.writeLong(count.getValue().budget());
      Counted answer = count.getValue().answer();
      out.writeByte(answer.status().ordinal());
      out.writeLong(answer.steps());
      out.writeLong(answer.outside());
      byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
      out.writeInt(text.length);
      out.write(text);
      out.writeInt(answer.wanted().size());
      for (String name : new TreeSet<>(answer.wanted())) {
        out.writeUTF(name);
      }
    }
    bytes.write(digest(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  private static byte[] digest(byte[] content) {
    return HexFormat.of().parseHex(ContentHash.of(content).hex());
  }

  private static Map<ContentHash, Known> decode(ContentHash key, byte[] bytes) throws IOException {
    int end = bytes.length - DIGEST;
    require(end > 0, "it is cut off");
    byte[] content = Arrays.copyOf(bytes, end);
    byte[] written = Arrays.copyOfRange(bytes, end, bytes.length);
    require(Arrays.equals(digest(content), written), "its digest does not fit");
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
    require(in.readLong() == MAGIC, "it is of another kind or version");
    require(in.readUTF().equals(key.hex()), "it belongs to another program or platform");
    int size = in.readInt();
    Map<ContentHash, Known> counts = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      ContentHash input = new ContentHash(in.readUTF());
      counts.put(input, count(in));
    }
    require(in.read() < 0, "something follows its end");
    return counts;
  }

  private static Known count(DataInputStream in) throws IOException {
    long budget = in.readLong();
    int status = in.readByte();
    require(
        status == Status.ANSWERED.ordinal() || status == Status.OUT_OF_STEPS.ordinal(),
        "it has a status that is never written");
    long steps = in.readLong();
    long outside = in.readLong();
    byte[] text = in.readNBytes(in.readInt());
    Set<String> wanted = new HashSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      wanted.add(in.readUTF());
    }
    Counted answer =
        new Counted(
            Status.values()[status],
            new String(text, StandardCharsets.UTF_8),
            steps,
            outside,
            wanted);
    return new Known(answer, budget, Known.UNKNOWN);
  }

  private static void require(boolean condition, String problem) throws IOException {
    if (!condition) {
      throw new IOException(problem);
    }
  }
}
