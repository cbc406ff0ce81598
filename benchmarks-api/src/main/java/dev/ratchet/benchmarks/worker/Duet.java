package dev.ratchet.benchmarks.worker;

import java.io.IOException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * One warm copy of each side answers the same tasks; each is timed as a whole, and a coin says
 * when.
 *
 * <p>The numbers of the pass are the copy and the range of the tasks.
 */
final class Duet implements Course {
  private final Job job;
  private final Pass pass;
  private final Method[][] copies;
  private final Records records;
  private int turn;

  Duet(Job job, Pass pass, Method[][] copies, Records records) {
    this.job = job;
    this.pass = pass;
    this.copies = copies;
    this.records = records;
  }

  @Override
  public @Nullable Turn next() {
    if (turn == pass.sides.length) {
      return null;
    }
    System.gc(); // What the side before it leaves is not for this one to clear.
    int side = pass.turn(turn++, 0);
    int from = pass.numbers[1];
    return Turn.plain(
        job, pass.sides[side], from, pass.numbers[2] - from, copies[side][pass.numbers[0]]);
  }

  @Override
  public void done(Turn done) throws IOException {
    for (Answer answer : done.answers) {
      answer.describe(job.answerLimit);
    }
    records.write(pass, done);
  }
}
