package dev.ratchet.benchmarks.suites;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Logic grids: which value of each category stands where; exactly one solution.
 *
 * <p>Mostly three or four positions and three categories. Every clue but at most one rules
 * something out that the clues before it left open. Canonical form: the {@link Shape} of the clues,
 * blind to words and order.
 */
final class GridFamily implements TaskFamily {
  private static final List<List<String>> CATEGORIES =
      List.of(
          List.of("colour", "red", "green", "blue", "white", "amber", "violet", "black"),
          List.of("pet", "cat", "dog", "parrot", "hamster", "turtle", "rabbit", "goldfish"),
          List.of("drink", "tea", "coffee", "milk", "water", "juice", "cocoa", "cider"),
          List.of("job", "baker", "doctor", "pilot", "tailor", "judge", "farmer", "painter"),
          List.of("music", "piano", "flute", "cello", "drums", "harp", "trumpet", "organ"),
          List.of("city", "Oslo", "Lima", "Cairo", "Delhi", "Turin", "Quito", "Riga"));

  /** Positions and categories of a board; the common ones stand more than once. */
  private static final List<int[]> SIZES =
      List.of(
          new int[] {3, 3},
          new int[] {3, 3},
          new int[] {3, 3},
          new int[] {4, 3},
          new int[] {4, 3},
          new int[] {4, 3},
          new int[] {3, 2},
          new int[] {4, 2},
          new int[] {5, 2},
          new int[] {3, 4});

  private enum Kind {
    SAME,
    DIFFER,
    LEFT,
    NEXT,
    BEFORE,
    AT
  }

  /** A clue on values, which are numbered category by category; {@code AT} has a position. */
  private record Clue(Kind kind, int a, int b) {
    boolean holds(int[] position) {
      return switch (kind) {
        case SAME -> position[a] == position[b];
        case DIFFER -> position[a] != position[b];
        case LEFT -> position[a] + 1 == position[b];
        case NEXT -> Math.abs(position[a] - position[b]) == 1;
        case BEFORE -> position[a] < position[b];
        case AT -> position[a] == b;
      };
    }

    String line(List<String> words) {
      String second = kind == Kind.AT ? Integer.toString(b + 1) : words.get(b);
      return kind.name().toLowerCase(Locale.ROOT) + " " + words.get(a) + " " + second;
    }
  }

  @Override
  public String name() {
    return "grid";
  }

  @Override
  public Question draw(SplittableRandom random) {
    Dice dice = new Dice(random);
    int[] size = dice.pick(SIZES);
    int n = size[0];
    List<int[]> open = arrangements(n, size[1]);
    int[] hidden = dice.pick(open);
    List<Clue> clues = dice.shuffled(clues(n, hidden, open, dice));
    List<List<String>> categories = categories(n, size[1], dice);
    List<String> words = new ArrayList<>();
    categories.forEach(category -> words.addAll(category.subList(1, n + 1)));
    return Question.exact(
        body(n, categories, clues, words), canonical(n, size[1], clues), answer(n, hidden, words));
  }

  /** Returns every arrangement: for each value, its position. */
  private static List<int[]> arrangements(int n, int categories) {
    List<int[]> orders = new ArrayList<>();
    permute(new int[n], 0, 0, orders);
    List<int[]> arrangements = List.of(new int[0]);
    for (int category = 0; category < categories; category++) {
      List<int[]> longer = new ArrayList<>(arrangements.size() * orders.size());
      for (int[] start : arrangements) {
        for (int[] order : orders) {
          int[] joined = Arrays.copyOf(start, start.length + n);
          System.arraycopy(order, 0, joined, start.length, n);
          longer.add(joined);
        }
      }
      arrangements = longer;
    }
    return arrangements;
  }

  private static void permute(int[] order, int length, int used, List<int[]> into) {
    if (length == order.length) {
      into.add(order.clone());
      return;
    }
    for (int position = 0; position < order.length; position++) {
      if ((used >> position & 1) == 0) {
        order[length] = position;
        permute(order, length + 1, used | 1 << position, into);
      }
    }
  }

  private static Set<Clue> clues(int n, int[] hidden, List<int[]> all, Dice dice) {
    Set<Clue> clues = new LinkedHashSet<>();
    List<int[]> open = all;
    while (open.size() > 1) {
      Clue clue = clue(n, hidden, dice);
      List<int[]> left = open.stream().filter(clue::holds).toList();
      if (left.size() < open.size()) {
        clues.add(clue);
        open = left;
      }
    }
    if (dice.oneIn(6)) {
      clues.add(clue(n, hidden, dice));
    }
    return clues;
  }

  /** Returns a clue that holds for the hidden arrangement. */
  private static Clue clue(int n, int[] hidden, Dice dice) {
    while (true) {
      Kind kind = dice.pick(List.of(Kind.values()));
      int a = dice.from(0, hidden.length - 1);
      int b = kind == Kind.AT ? dice.from(0, n - 1) : dice.from(0, hidden.length - 1);
      Clue clue = new Clue(kind, a, b);
      if ((kind == Kind.AT || a != b) && clue.holds(hidden)) {
        return clue;
      }
    }
  }

  /** Returns categories, each its name and then n values. */
  private static List<List<String>> categories(int n, int count, Dice dice) {
    List<List<String>> chosen = new ArrayList<>();
    for (List<String> category : dice.shuffled(CATEGORIES).subList(0, count)) {
      List<String> named = new ArrayList<>(List.of(category.get(0)));
      named.addAll(dice.shuffled(category.subList(1, category.size())).subList(0, n));
      chosen.add(named);
    }
    return chosen;
  }

  private static String body(
      int n, List<List<String>> categories, List<Clue> clues, List<String> words) {
    List<String> lines = new ArrayList<>(List.of(Integer.toString(n)));
    for (List<String> category : categories) {
      lines.add(category.get(0) + ": " + String.join(" ", category.subList(1, n + 1)));
    }
    clues.forEach(clue -> lines.add(clue.line(words)));
    return String.join("\n", lines);
  }

  private static String answer(int n, int[] position, List<String> words) {
    return IntStream.range(0, n)
        .mapToObj(
            p ->
                IntStream.range(0, position.length)
                    .filter(value -> position[value] == p)
                    .mapToObj(words::get)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  private static String canonical(int n, int categories, List<Clue> clues) {
    Shape shape = new Shape();
    shape.nodes(n * categories, "value");
    int category = shape.nodes(categories, "category of " + n);
    for (int value = 0; value < n * categories; value++) {
      shape.edge(value, category + value / n, "in");
    }
    for (Clue clue : clues) {
      int node = shape.node(clue.kind() == Kind.AT ? "AT " + clue.b() : clue.kind().name());
      boolean isOrdered = clue.kind() == Kind.LEFT || clue.kind() == Kind.BEFORE;
      shape.edge(node, clue.a(), "of");
      if (clue.kind() != Kind.AT) {
        shape.edge(node, clue.b(), isOrdered ? "then" : "of");
      }
    }
    return shape.hash();
  }
}
