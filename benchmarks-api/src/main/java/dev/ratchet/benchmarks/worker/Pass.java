package dev.ratchet.benchmarks.worker;

import java.io.DataInputStream;
import java.io.IOException;

/** One way through the tasks of a job. */
final class Pass {
  static final byte COUNT = 0;
  static final byte PROFILE = 1;
  static final byte TIME = 2;
  static final byte WARM = 3;
  static final byte DUET = 4;

  final int index;
  final byte kind;
  final int[] sides;
  final int[] numbers;
  private final long coins;

  Pass(int index, DataInputStream job) throws IOException {
    this.index = index;
    kind = job.readByte();
    coins = job.readLong();
    sides = readInts(job);
    numbers = readInts(job);
  }

  private static int[] readInts(DataInputStream job) throws IOException {
    int[] values = new int[job.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = job.readInt();
    }
    return values;
  }

  /** Returns which of the sides is the i-th, as one of the coins of the host says. */
  int turn(int i, int coin) {
    return (int) ((i + (coins >>> coin)) & 1) % sides.length;
  }
}
