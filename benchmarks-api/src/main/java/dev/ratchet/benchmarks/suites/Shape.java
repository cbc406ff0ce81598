package dev.ratchet.benchmarks.suites;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A labelled graph whose hash ignores the order and the names of its nodes.
 *
 * <p>Families describe a task as a graph without what doesn't matter (the digits of a Sudoku, the
 * names of people), so that renamed and rearranged copies hash alike. The hash is by colour
 * refinement: each round mixes into a node's colour the colours of its neighbours. Equal graphs
 * always hash alike; a few different ones may too (graphs that refinement can't tell apart), which
 * here means only that they are kept in the same split. Not safe for several threads.
 */
final class Shape {
  private static final int ROUNDS = 8;

  private record Edge(int from, int to, long label) {}

  private final List<Long> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  /** Adds a node and returns its number. */
  int node(String label) {
    nodes.add(hash(label));
    return nodes.size() - 1;
  }

  /** Adds as many nodes with this label and returns the number of the first. */
  int nodes(int count, String label) {
    int first = nodes.size();
    for (int i = 0; i < count; i++) {
      node(label);
    }
    return first;
  }

  /** Adds an edge with a direction. */
  void edge(int from, int to, String label) {
    edges.add(new Edge(from, to, hash(label)));
  }

  /** Returns the hash as text. */
  String hash() {
    long[] colours = nodes.stream().mapToLong(Long::longValue).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      colours = refined(colours);
    }
    long sum = Arrays.stream(colours).map(Shape::mixed).sum();
    return Long.toHexString(mixed(sum + nodes.size()));
  }

  private long[] refined(long[] colours) {
    long[] next = new long[colours.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = mixed(colours[i]);
    }
    for (Edge edge : edges) { // sums, because the order of the edges must not matter
      next[edge.from()] += mixed(mixed(colours[edge.to()] ^ edge.label()) + 1);
      next[edge.to()] += mixed(mixed(colours[edge.from()] ^ edge.label()) + 2);
    }
    return next;
  }

  private static long hash(String label) {
    long hash = 0;
    for (int i = 0; i < label.length(); i++) {
      hash = mixed(hash + label.charAt(i));
    }
    return hash;
  }

  /** Spreads all bits; the finalizer of MurmurHash3 (Appleby), after a constant so that 0 moves. */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }
}
