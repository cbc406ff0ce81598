package dev.ratchet.java;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that a child wrote: each begins with the nonce, and the last says how many there are.
 *
 * <p>Hostile code shares the child's output, so anything else makes all of it worthless.
 */
final class Frames {
  static final byte RESULT = 1;
  static final byte UNUSABLE = 2;

  static final byte CHANGED = 5;

  private static final byte END = 3;

  private Frames() {}

  /** One record. */
  record Frame(byte kind, byte[] content) {
    DataInputStream open() {
      return new DataInputStream(new ByteArrayInputStream(content));
    }

    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  /** Returns how the last record begins, which only the harness in the child can write. */
  static byte[] last(long nonce) {
    return ByteBuffer.allocate(13).putLong(nonce).put(END).putInt(Integer.BYTES).array();
  }

  /** Returns all records, without the last. */
  static List<Frame> read(byte[] bytes, long nonce) throws NotMeasurable {
    List<Frame> frames = new ArrayList<>();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      for (Frame frame = next(in, nonce); frame.kind() != END; frame = next(in, nonce)) {
        frames.add(frame);
      }
      if (in.available() > 0 || bytes.length == 0) {
        throw new IOException("something follows the end");
      }
      return frames;
    } catch (IOException e) {
      throw brokenOff(frames.size());
    }
  }

  private static Frame next(DataInputStream in, long nonce) throws IOException {
    long mark = in.readLong();
    byte kind = in.readByte();
    int length = in.readInt();
    if (mark != nonce || length < 0 || length > in.available()) {
      throw new IOException("not a record");
    }
    return new Frame(kind, in.readNBytes(length));
  }

  static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  /** Says that results are missing, or are not the harness's own. */
  static NotMeasurable brokenOff(int results) {
    return new NotMeasurable(
        "The results broke off, because the process ended early or wrote into its report",
        "after record " + results);
  }
}
