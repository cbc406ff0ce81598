package dev.ratchet.guardrails.inspection;

import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The uses of names that an edit can have made more or less of, without those that cancel out.
 *
 * <p>What a name stands for takes time to tell, and most uses in an edited file are as they were: a
 * use that stands as often in the same member on both sides, and on no added line, counts the same
 * whatever it means. Only where types come or go, which can hide others, are all uses looked at.
 */
public final class ChangedUses {
  /** What two uses have in common that mean the same. */
  private record Kind(
      List<String> sure,
      List<String> guesses,
      List<String> hiding,
      boolean resolved,
      Optional<String> member,
      String enclosing) {
    static Kind of(Use use) {
      return new Kind(
          use.sure(), use.guesses(), use.hiding(), use.resolved(), use.member(), use.enclosing());
    }
  }

  /** How uses of one kind changed. */
  private static final class Tally {
    private int balance;
    private boolean isTouched;
  }

  /** A use with what became of its kind. */
  private record Counted(FileEdit file, Use use, Tally tally) {
    boolean isChanged() {
      return tally.isTouched || tally.balance != 0;
    }
  }

  private final Map<Kind, Tally> tallies = new HashMap<>();
  private final List<Counted> before = new ArrayList<>();
  private final List<Counted> after = new ArrayList<>();

  ChangedUses(Edit edit) {
    boolean all = edit.files().stream().anyMatch(ChangedUses::hasOtherTypes);
    for (FileEdit file : edit.files()) {
      for (Use use : file.javaBefore().uses()) {
        count(file, use, -1, before).isTouched |= all;
      }
      for (Use use : file.javaAfter().uses()) {
        count(file, use, 1, after).isTouched |= all || file.added().contains(use.line());
      }
    }
    before.removeIf(counted -> !counted.isChanged());
    after.removeIf(counted -> !counted.isChanged());
  }

  private Tally count(FileEdit file, Use use, int sign, List<Counted> side) {
    Tally tally = tallies.computeIfAbsent(Kind.of(use), kind -> new Tally());
    tally.balance += sign;
    side.add(new Counted(file, use, tally));
    return tally;
  }

  private static boolean hasOtherTypes(FileEdit file) {
    return !names(file.javaBefore()).equals(names(file.javaAfter()));
  }

  private static List<String> names(JavaSource source) {
    List<String> names = new ArrayList<>(List.of(source.packageName()));
    source.typeNames().forEach(type -> names.add(type.name()));
    return names;
  }

  /** Returns what is made of each changed use of the old side. */
  public <T> List<T> before(BiFunction<FileEdit, Use, Optional<T>> made) {
    return made(before, made);
  }

  /** Returns what is made of each changed use of the new side. */
  public <T> List<T> after(BiFunction<FileEdit, Use, Optional<T>> made) {
    return made(after, made);
  }

  private static <T> List<T> made(
      List<Counted> changed, BiFunction<FileEdit, Use, Optional<T>> made) {
    List<T> results = new ArrayList<>();
    changed.forEach(one -> made.apply(one.file(), one.use()).ifPresent(results::add));
    return results;
  }
}
