package dev.ratchet.guardrails.inspection;

import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

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

  private final Edit edit;
  private final Map<Kind, Integer> balance = new HashMap<>();
  private final Set<Kind> touched = new HashSet<>();
  private final boolean all;

  ChangedUses(Edit edit) {
    this.edit = edit;
    this.all = edit.files().stream().anyMatch(ChangedUses::hasOtherTypes);
    if (!all) {
      for (FileEdit file : edit.files()) {
        file.javaBefore().uses().forEach(use -> balance.merge(Kind.of(use), -1, Integer::sum));
        file.javaAfter().uses().forEach(use -> countAfter(file, use));
      }
    }
  }

  private void countAfter(FileEdit file, Use use) {
    Kind kind = Kind.of(use);
    balance.merge(kind, 1, Integer::sum);
    if (file.added().contains(use.line())) {
      touched.add(kind);
    }
  }

  private static boolean hasOtherTypes(FileEdit file) {
    return !names(file.javaBefore()).equals(names(file.javaAfter()));
  }

  private static List<String> names(JavaSource source) {
    List<String> names = new ArrayList<>(List.of(source.packageName()));
    source.typeNames().forEach(type -> names.add(type.name()));
    return names;
  }

  private boolean isChanged(Use use) {
    Kind kind = Kind.of(use);
    return all || touched.contains(kind) || balance.getOrDefault(kind, 0) != 0;
  }

  /** Returns what is made of each changed use of the old side. */
  public <T> List<T> before(BiFunction<FileEdit, Use, Optional<T>> made) {
    return made(FileEdit::javaBefore, made);
  }

  /** Returns what is made of each changed use of the new side. */
  public <T> List<T> after(BiFunction<FileEdit, Use, Optional<T>> made) {
    return made(FileEdit::javaAfter, made);
  }

  private <T> List<T> made(
      Function<FileEdit, JavaSource> side, BiFunction<FileEdit, Use, Optional<T>> made) {
    List<T> results = new ArrayList<>();
    for (FileEdit file : edit.files()) {
      side.apply(file).uses().stream()
          .filter(this::isChanged)
          .forEach(use -> made.apply(file, use).ifPresent(results::add));
    }
    return results;
  }
}
