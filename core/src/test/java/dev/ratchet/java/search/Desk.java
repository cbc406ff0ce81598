package dev.ratchet.java.search;

import dev.ratchet.benchmarks.BenchmarkSuite;
import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.JavaTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small wasteful program with a slip, and its suite. */
final class Desk {
  static final JavaTarget TARGET =
      JavaTarget.builder("src/main/java").withEntryPoint("desk.Desk#answer").build();

  static final SourceTree TREE =
      SourceTree.of(
          Map.of(
              "src/main/java/desk/Desk.java",
              """
              package desk;

              import java.util.Arrays;

              /** Answers small questions. */
              public final class Desk {
                private Desk() {}

                public static String answer(String input) {
                  String[] parts = input.split(" ");
                  int[] numbers = new int[parts.length - 1];
                  for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = Integer.parseInt(parts[i + 1]);
                  }
                  switch (parts[0]) {
                    case "paths":
                      return Long.toString(Grid.paths(numbers[0], numbers[1]));
                    case "rising":
                      return Boolean.toString(Series.isRising(numbers));
                    default:
                      return Integer.toString(Series.within(numbers));
                  }
                }
              }
              """,
              "src/main/java/desk/Grid.java",
              """
              package desk;

              /** Ways through a grid. */
              final class Grid {
                private Grid() {}

                /** Ways from one corner to the other by steps right and down. */
                static long paths(int rows, int columns) {
                  if (rows == 0 || columns == 0) {
                    return 1;
                  }
                  return paths(rows - 1, columns) + paths(rows, columns - 1);
                }
              }
              """,
              "src/main/java/desk/Series.java",
              """
              package desk;

              /** Questions about rows of numbers. */
              final class Series {
                private Series() {}

                static boolean isRising(int[] numbers) {
                  boolean rising = true;
                  for (int i = 1; i < numbers.length; i++) {
                    if (numbers[i] <= numbers[i - 1]) {
                      rising = false;
                    }
                  }
                  return rising;
                }

                /** How many numbers lie between the first two, ends included. */
                static int within(int[] numbers) {
                  int count = 0;
                  for (int i = 2; i < numbers.length; i++) {
                    if (numbers[i] >= least(numbers) && numbers[i] < most(numbers)) {
                      count++;
                    }
                  }
                  return count;
                }

                private static int least(int[] numbers) {
                  return Math.min(numbers[0], numbers[1]);
                }

                private static int most(int[] numbers) {
                  return Math.max(numbers[0], numbers[1]);
                }
              }
              """));

  private Desk() {}

  static BenchmarkSuite suite() {
    return new BenchmarkSuite() {
      @Override
      public String name() {
        return "desk";
      }

      @Override
      public List<Task> tasks(Split split, long seed) {
        Random random = new Random(seed * Split.values().length + split.ordinal());
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          tasks.add(paths(split + "-paths-" + i, 7 + i % 3, 8 + random.nextInt(2)));
          tasks.add(rising(split + "-rising-" + i, random));
          tasks.add(within(split + "-within-" + i, random));
        }
        return tasks;
      }
    };
  }

  private static Task paths(String id, int rows, int columns) {
    long ways = 1;
    for (int i = 1; i <= rows; i++) {
      ways = ways * (columns + i) / i;
    }
    return Task.exact(id, "paths", "paths " + rows + " " + columns, "" + ways);
  }

  private static Task rising(String id, Random random) {
    List<Integer> numbers =
        random.nextBoolean()
            ? List.copyOf(new TreeSet<>(random.ints(30, 0, 1000).boxed().toList()))
            : random.ints(30, 0, 1000).boxed().toList();
    boolean rising =
        IntStream.range(1, numbers.size()).allMatch(i -> numbers.get(i - 1) < numbers.get(i));
    return Task.exact(id, "rising", "rising " + words(numbers), "" + rising);
  }

  private static Task within(String id, Random random) {
    List<Integer> numbers = random.ints(20, 0, 12).boxed().toList();
    int low = Math.min(numbers.get(0), numbers.get(1));
    int high = Math.max(numbers.get(0), numbers.get(1));
    long count = numbers.stream().skip(2).filter(n -> low <= n && n <= high).count();
    return Task.exact(id, "within", "within " + words(numbers), "" + count);
  }

  private static String words(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
