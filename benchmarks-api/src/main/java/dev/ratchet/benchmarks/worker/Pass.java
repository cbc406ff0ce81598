package dev.ratchet.benchmarks.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.SplittableRandom;

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

  /** Returns whether times are taken, or copies made ready for it. */
  boolean isTimed() {
    return kind == TIME || kind == WARM || kind == DUET;
  }

  /**
   * Returns numbers in the order that the coins draw; without coins, in the order that they had.
   */
  int[] mixed(int[] numbers) {
    SplittableRandom random = new SplittableRandom(coins);
    for (int i = numbers.length - 1; coins != 0 && i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
    return numbers;
  }

  /** Returns which of the sides is the i-th, as one of the coins of the host says. */
  int turn(int i, int coin) {
    return (int) ((i + (coins >>> coin)) & 1) % sides.length;
  }
}
