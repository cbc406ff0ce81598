package dev.ratchet.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A fresh process for each version; all are ended when one is lost. */
final class Ensemble implements AutoCloseable {
  private final List<Respondent> sides = new ArrayList<>();

  Ensemble(List<Version> versions, CommandSettings settings, boolean quoted)
      throws NotMeasurable, InterruptedException {
    try {
      for (Version version : versions) {
        sides.add(new Respondent(version, settings, quoted));
      }
    } catch (NotMeasurable | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Returns the numbers from 0, mixed. */
  static List<Integer> mixed(int count, SplittableRandom coins) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(numbers, new Random(coins.nextLong()));
    return numbers;
  }

  Reply ask(int side, String input) throws NotMeasurable, InterruptedException {
    return sides.get(side).ask(input);
  }

  void askAll(String input) throws NotMeasurable, InterruptedException {
    for (Respondent side : sides) {
      side.ask(input);
    }
  }

  OptionalLong cpuNanos(int side) {
    return sides.get(side).cpuNanos();
  }

  void end() throws NotMeasurable, InterruptedException {
    for (Respondent side : sides) {
      side.end();
    }
  }

  @Override
  public void close() {
    sides.forEach(Respondent::close);
  }
}
