package dev.ratchet.benchmarks.worker;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Writes records that begin with the nonce, and at the end how many there were. */
final class Records {
  private static final byte RESULT = 1;
  private static final byte UNUSABLE = 2;
  private static final byte END = 3;
  private static final byte CHANGED = 5;

  private final long nonce;
  private final DataOutputStream out;
  private final AtomicBoolean done;
  private int written;

  Records(long nonce, OutputStream raw, AtomicBoolean done) {
    this.nonce = nonce;
    this.done = done;
    this.out = new DataOutputStream(new BufferedOutputStream(raw, 1 << 16));
  }

  /** Writes a record for each answer of a turn. */
  void write(Pass pass, Turn turn) throws IOException {
    for (int i = 0; i < turn.answers.length; i++) {
      write(pass, turn.side, turn.first + i, turn.answers[i], turn.recorder);
    }
  }

  private void write(Pass pass, int side, int task, Answer answer, @Nullable Recorder recorder)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream record = new DataOutputStream(bytes);
    record.writeInt(pass.index);
    record.writeInt(side);
    record.writeInt(task);
    record.writeByte(answer.status);
    byte[] text = String.valueOf(answer.text).getBytes(StandardCharsets.UTF_8);
    record.writeInt(text.length);
    record.write(text);
    record.writeLong(answer.steps);
    record.writeLong(answer.outside);
    record.writeLong(answer.cpu);
    record.writeLong(answer.wall);
    record.writeLong(answer.allocated);
    record.writeInt(answer.wanted.length);
    for (String name : answer.wanted) {
      record.writeUTF(name);
    }
    record.writeBoolean(recorder != null);
    if (recorder != null) {
      writeSparse(record, recorder.visits());
      writeSparse(record, recorder.calls());
      writeSparse(record, recorder.repeats());
    }
    frame(RESULT, bytes.toByteArray());
  }

  private static void writeSparse(DataOutputStream record, long[] values) throws IOException {
    int used = 0;
    for (long value : values) {
      used += value == 0 ? 0 : 1;
    }
    record.writeInt(used);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        record.writeInt(i);
        record.writeLong(values[i]);
      }
    }
  }

  void unusable(String reason) throws IOException {
    frame(UNUSABLE, reason.getBytes(StandardCharsets.UTF_8));
    end();
  }

  /** Says that the program changed what all of the JVM shares. */
  void changed(byte what) throws IOException {
    frame(CHANGED, new byte[] {what});
    end();
  }

  /** The last record is written in one go, so that the host has all of it or nothing. */
  void end() throws IOException {
    out.flush();
    done.set(true);
    int total = written;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DataOutputStream(bytes).writeInt(total);
    frame(END, bytes.toByteArray());
    out.flush();
  }

  private void frame(byte kind, byte[] content) throws IOException {
    written++;
    out.writeLong(nonce);
    out.writeByte(kind);
    out.writeInt(content.length);
    out.write(content);
  }
}
