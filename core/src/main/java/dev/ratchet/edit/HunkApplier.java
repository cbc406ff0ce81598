package dev.ratchet.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts hunks into a file: each at its one place, byte for byte, or none of them.
 *
 * <p>Stated places are believed only if all hunks of the file fit at theirs; otherwise the file is
 * not the one the numbers were made for, and each hunk has to fit at exactly one place.
 */
final class HunkApplier {

  private static final int SHOWN_PLACES = 5;
  private static final int MOST_FOREIGN = 20;

  private record Placed(Hunk hunk, int at) {

    int end() {
      return at + hunk.before().size();
    }
  }

  private final Draft draft;
  private final String path;
  private final List<String> lines;
  private final boolean baseProved;

  /**
   * Makes an applier for one file.
   *
   * @param baseProved whether the patch shows by a hash that this is the file it was made for
   */
  HunkApplier(Draft draft, String path, List<String> lines, boolean baseProved) {
    this.draft = draft;
    this.path = path;
    this.lines = lines;
    this.baseProved = baseProved;
  }

  /** Returns the new file, for hunks that have to be in the order of the file. */
  Optional<byte[]> applyInOrder(List<Hunk> hunks) {
    return place(hunks).filter(this::areInOrder).flatMap(this::assemble);
  }

  /** Returns the new file, for hunks in any order. */
  Optional<byte[]> apply(List<Hunk> hunks) {
    return place(hunks)
        .map(all -> all.stream().sorted(Comparator.comparingInt(Placed::at)).toList())
        .filter(this::areInOrder)
        .flatMap(this::assemble);
  }

  /** Refuses the hunks that fit nowhere, where others are missing and places cannot be told. */
  void refuseForeign(List<Hunk> hunks) {
    hunks.stream()
        .limit(MOST_FOREIGN)
        .filter(hunk -> draft.maySearch(lines.size()) && places(hunk).isEmpty())
        .forEach(this::nowhere);
  }

  private Optional<List<Placed>> place(List<Hunk> hunks) {
    boolean numbersFit = numbersFit(hunks);
    if (!numbersFit && !draft.maySearch((long) hunks.size() * lines.size())) {
      draft.refuse(
          path,
          hunks.get(0).line(),
          "its line numbers do not fit, and it has too many hunks to look for the places of all;"
              + " propose less at a time");
      return Optional.empty();
    }
    List<Placed> placed = new ArrayList<>();
    for (Hunk hunk : hunks) {
      Optional<Integer> at = hunk.changesNothing() ? idle(hunk) : place(hunk, numbersFit);
      at.ifPresent(found -> placed.add(new Placed(hunk, found)));
    }
    return placed.size() == hunks.size() ? Optional.of(placed) : Optional.empty();
  }

  private boolean numbersFit(List<Hunk> hunks) {
    int shift = 0;
    for (Hunk hunk : hunks) {
      Hunk.Place stated = hunk.stated().orElse(null);
      if (stated == null
          || stated.now() != stated.old() + shift
          || !hunk.fits(lines, stated.old())) {
        return false;
      }
      shift += hunk.after().size() - hunk.before().size();
    }
    return true;
  }

  private Optional<Integer> idle(Hunk hunk) {
    return refuse(hunk, "it changes nothing; leave it out or show the lines that change", "");
  }

  private Optional<Integer> place(Hunk hunk, boolean numbersFit) {
    if (hunk.before().isEmpty() && !lines.isEmpty() && !(numbersFit && baseProved)) {
      return refuse(
          hunk,
          "it adds lines without showing a line of the file, so its place cannot be checked; "
              + "show at least one unchanged line beside them",
          "");
    }
    if (numbersFit) {
      return hunk.stated().map(Hunk.Place::old);
    }
    List<Integer> places = places(hunk);
    if (places.size() == 1) {
      return Optional.of(places.get(0));
    }
    return places.isEmpty() ? nowhere(hunk) : ambiguous(hunk, places);
  }

  private List<Integer> places(Hunk hunk) {
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at + hunk.before().size() <= lines.size(); at++) {
      if (hunk.fits(lines, at)) {
        places.add(at);
      }
    }
    return places;
  }

  private Optional<Integer> nowhere(Hunk hunk) {
    NearestMatch nearest =
        draft.mayShowNearest() ? NearestMatch.find(lines, hunk.before()) : NearestMatch.NONE;
    return refuse(
        hunk,
        "its old lines are nowhere in the file"
            + nearest.difference()
            + "; copy them exactly, with white space and line ends",
        nearest.shown());
  }

  private Optional<Integer> ambiguous(Hunk hunk, List<Integer> places) {
    String where =
        places.stream()
            .limit(SHOWN_PLACES)
            .map(at -> String.valueOf(at + 1))
            .collect(Collectors.joining(", "));
    return refuse(
        hunk,
        "its old lines are at "
            + places.size()
            + " places in the file (lines "
            + where
            + (places.size() > SHOWN_PLACES ? ", ..." : "")
            + ") and no right line number tells which is meant; show more unchanged lines",
        "");
  }

  private <T> Optional<T> refuse(Hunk hunk, String message, String nearest) {
    draft.refuse(new PatchProblem(path, hunk.line(), hunk.number(), message, nearest));
    return Optional.empty();
  }

  private boolean areInOrder(List<Placed> placed) {
    boolean inOrder = true;
    for (int i = 1; i < placed.size(); i++) {
      Placed last = placed.get(i - 1);
      Placed next = placed.get(i);
      boolean bothAtOnePoint = last.at() == next.at();
      if (next.at() < last.end() || bothAtOnePoint) {
        inOrder = false;
        refuse(
            next.hunk(),
            "it overlaps hunk "
                + last.hunk().number()
                + " or stands before it in the file; join the two or put them in order",
            "");
      }
    }
    return inOrder;
  }

  private Optional<byte[]> assemble(List<Placed> placed) {
    List<String> result = new ArrayList<>();
    int at = 0;
    for (Placed next : placed) {
      result.addAll(lines.subList(at, next.at()));
      boolean joins = lacksNewline(result);
      result.addAll(next.hunk().after());
      at = next.end();
      boolean goesOn = at < lines.size() && lacksNewline(result);
      if (joins && !next.hunk().after().isEmpty() || goesOn) {
        return refuse(
            next.hunk(),
            "it would join two lines, because one without a final newline is not the last",
            "");
      }
    }
    result.addAll(lines.subList(at, lines.size()));
    return Optional.of(LineDiff.join(result));
  }

  private static boolean lacksNewline(List<String> lines) {
    return !lines.isEmpty() && !lines.get(lines.size() - 1).endsWith("\n");
  }
}
