package dev.ratchet.guardrails;

import dev.ratchet.guardrails.flow.GuardCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares what is much the same. */
final class Nearness {
  private Nearness() {}

  /** Returns the guard call that another one most likely became. */
  static Optional<GuardCall> nearest(GuardCall guard, List<GuardCall> others) {
    return others.stream()
        .filter(other -> other.member().equals(guard.member()))
        .min(Comparator.comparingInt(other -> distance(guard, other)));
  }

  private static int distance(GuardCall one, GuardCall other) {
    int derived = one.isDerived() == other.isDerived() ? 0 : 8;
    int arguments = one.arguments().equals(other.arguments()) ? 0 : 2;
    int frames = one.frames().equals(other.frames()) ? 0 : 2;
    return derived + arguments + frames + (one.way().equals(other.way()) ? 0 : 2);
  }

  /** Returns the first thing that a list has more often than another one. */
  static Optional<String> added(List<String> before, List<String> after) {
    List<String> rest = new ArrayList<>(before);
    return after.stream().filter(item -> !rest.remove(item)).findFirst();
  }
}
