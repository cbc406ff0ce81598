package dev.ratchet.guardrails.guardcall;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.verdict.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The edited files in both versions, each body of the one with what it became. */
final class GuardedProgram {
  /** A body and the file it is in. */
  record Located(SourcePath path, Body body) {
    Place place(int line) {
      return Place.of(path, line);
    }
  }

  /** A body with what it became, if it is still there. */
  record Pair(Located before, Optional<Located> after) {}

  private final GuardedVersion before;
  private final GuardedVersion after;
  private final List<Located> old = new ArrayList<>();
  private final List<Located> now = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final Set<Body> helpers = Collections.newSetFromMap(new IdentityHashMap<>());

  private GuardedProgram(Edit edit, Safeguards safeguards) {
    this.before = new GuardedVersion(safeguards, edit::declared, edit::sourceBefore);
    this.after = new GuardedVersion(safeguards, edit::declares, edit::sourceAfter);
    for (FileEdit file : edit.files()) {
      if (!file.isTooDeep() && (!file.isJava() || file.problemAfter().isEmpty())) {
        collect(file.from(), file.javaBefore(), old);
        collect(file.path(), file.javaAfter(), now);
      }
    }
    List<Body> known = old.stream().map(Located::body).toList();
    before.addKnown(before, known);
    after.addKnown(before, known);
    old.forEach(located -> before.addConstant(located.body()));
    now.forEach(located -> after.addConstant(located.body()));
  }

  static GuardedProgram of(Edit edit, Safeguards safeguards) {
    GuardedProgram program = new GuardedProgram(edit, safeguards);
    program.match(new Renames(edit));
    program.addWrappers(WrapperIndex.of(edit, safeguards));
    return program;
  }

  private static void collect(SourcePath path, JavaSource source, List<Located> into) {
    source.bodies().forEach(body -> into.add(new Located(path, body)));
  }

  GuardedVersion before() {
    return before;
  }

  GuardedVersion after() {
    return after;
  }

  List<Pair> pairs() {
    return pairs;
  }

  /** Returns all bodies of both versions. */
  List<Body> bodies() {
    return Stream.concat(old.stream(), now.stream()).map(Located::body).toList();
  }

  /** Returns the new bodies that only stand for themselves: no private helper read elsewhere. */
  List<Located> standingNow() {
    return now.stream().filter(located -> !helpers.contains(located.body())).toList();
  }

  List<Located> standingBefore() {
    return old.stream().filter(located -> !helpers.contains(located.body())).toList();
  }

  private void match(Renames renames) {
    Map<String, Located> left = new LinkedHashMap<>();
    now.forEach(located -> left.putIfAbsent(located.body().place(), located));
    List<Located> lost = new ArrayList<>();
    for (Located located : old) {
      Located same = left.remove(renames.place(located));
      if (same == null) {
        lost.add(located);
      } else {
        pairs.add(new Pair(located, Optional.of(same)));
      }
    }
    List<Located> gained = new ArrayList<>(left.values());
    for (Located located : List.copyOf(lost)) {
      Optional<Located> renamed =
          renames.retyped(located, gained).or(() -> renames.renamed(located, gained));
      renamed.ifPresent(
          found -> {
            lost.remove(located);
            gained.remove(found);
            pairs.add(new Pair(located, renamed));
            addName(found.body().name(), located.body().name());
          });
    }
    addHelpers(lost, before, old);
    addHelpers(gained, after, now);
    lost.stream()
        .filter(located -> !helpers.contains(located.body()))
        .forEach(located -> pairs.add(new Pair(located, Optional.empty())));
  }

  private void addName(String now, String then) {
    if (!now.equals(then)) {
      after.addName(now, then);
    }
  }

  private void addHelpers(List<Located> moved, GuardedVersion version, List<Located> all) {
    List<Body> bodies = all.stream().map(Located::body).toList();
    moved.stream()
        .map(Located::body)
        .filter(body -> ReadInPlace.isAlone(body, bodies.stream()))
        .forEach(version::addHelper);
    if (!moved.isEmpty()) {
      ReadInPlace readInPlace = new ReadInPlace(version, bodies);
      moved.stream().map(Located::body).filter(readInPlace::contains).forEach(helpers::add);
    }
  }

  /** Whatever a wrapper became, its calls go on being guard calls. */
  private void addWrappers(Map<String, String> wrappers) {
    Map<String, String> here = new TreeMap<>(wrappers);
    Map<String, String> there = new TreeMap<>(wrappers);
    old.forEach(located -> there.remove(located.body().signature()));
    for (Located located : old) {
      if (before.isHelper(located.body())) {
        here.remove(located.body().signature());
      }
    }
    for (Pair pair : pairs) {
      String name = wrappers.get(pair.before().body().signature());
      if (name != null) {
        pair.after().ifPresent(now -> there.put(now.body().signature(), name));
      }
    }
    here.forEach(before::addWrapper);
    there.forEach(after::addWrapper);
  }

  /** Returns whether two bodies do the same, by the same names. */
  boolean isSame(Body old, Body now) {
    return old.parameters().size() == now.parameters().size()
        && Renames.shape(old).equals(Renames.shape(now));
  }
}
