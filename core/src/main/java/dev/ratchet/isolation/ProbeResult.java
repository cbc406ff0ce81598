package dev.ratchet.isolation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of an escape attempt behind the real walls. Users read it; its text is one line.
 *
 * @param level what was asked for
 * @param stopped the attempts that failed
 * @param failure why the probe gave no result, with a remedy; empty when it ran
 */
public record ProbeResult(IsolationLevel level, Set<Escape> stopped, Optional<String> failure) {
  /** Returns a result; the set is copied. */
  public ProbeResult {
    stopped = Set.copyOf(stopped);
  }

  static ProbeResult failed(IsolationLevel level, String reason) {
    return new ProbeResult(level, Set.of(), Optional.of(reason));
  }

  /** Returns whether everything was stopped that the level promises to stop. */
  public boolean holds() {
    return failure.isEmpty() && stopped.containsAll(level.stopped());
  }

  /** Returns the attempts that succeeded; all of them if the probe gave no result. */
  public Set<Escape> open() {
    Set<Escape> open = EnumSet.allOf(Escape.class);
    open.removeAll(stopped);
    return open;
  }

  @Override
  public String toString() {
    if (failure.isPresent()) {
      return level.words() + " not given: " + failure.get();
    }
    String given = level.words() + (holds() ? " (tried: stops " : " NOT GIVEN (tried: stops ");
    return given + words(stopped) + "; open: " + words(open()) + ")";
  }

  static String words(Set<Escape> escapes) {
    return escapes.isEmpty()
        ? "nothing"
        : escapes.stream().sorted().map(Escape::words).collect(Collectors.joining(", "));
  }
}
