package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.flow.Form;
import dev.ratchet.guardrails.flow.Work;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Located;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Pair;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.source.Body;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Work that was only done behind a safeguard is not newly done without it, or with other things.
 */
final class BypassCheck {
  private static final Pattern GUARD = Pattern.compile("guard<([^>]*)>");
  private static final Pattern ONLY_ASKED =
      Pattern.compile("after guard<([^>]*)>.*", Pattern.DOTALL);

  /** What stands around and between the values of a variable. */
  private static final Pattern VALUES = Pattern.compile("(?<=^var)\\[|, ");

  private final GuardedProgram program;
  private final SafeguardNature nature;
  private final GuardFindings report;
  private final Untouched untouched;
  private final CallSites sites;
  private final Map<String, List<Work>> before = new HashMap<>();

  BypassCheck(
      Edit edit,
      GuardedProgram program,
      Untouched untouched,
      SafeguardNature nature,
      GuardFindings report) {
    this.program = program;
    this.untouched = untouched;
    this.nature = nature;
    this.report = report;
    this.sites = new CallSites(edit, program.before());
  }

  /** Returns the work of all edited files, as it was before. */
  private Map<String, List<Work>> before() {
    if (before.isEmpty()) {
      for (Located located : program.standingBefore()) {
        for (Work work : program.before().trace(located.body()).work()) {
          String key = key(work, located.body());
          before.computeIfAbsent(key, name -> new ArrayList<>()).add(work);
        }
      }
    }
    return before;
  }

  /** A field has its name within its type; a method that only a compiler finds, its last name. */
  private static String key(Work work, Body body) {
    return work.name().startsWith("changing ") ? body.owner() + " " + work.name() : work.name();
  }

  void inspect() {
    Map<Body, Pair> origins = new IdentityHashMap<>();
    for (Pair pair : program.pairs()) {
      pair.after().ifPresent(now -> origins.put(now.body(), pair));
    }
    for (Located now : program.standingNow()) {
      Pair pair = origins.get(now.body());
      if (pair == null) {
        report.inEachForm(form -> inspect(now, List.of(), form));
      } else if (!untouched.contains(pair)) {
        Body old = pair.before().body();
        report.inEachForm(form -> inspect(now, program.before().trace(old, form).work(), form));
      }
    }
  }

  private void inspect(Located now, List<Work> own, Form form) {
    List<Work> work = program.after().trace(now.body(), form).work();
    work.forEach(one -> inspect(now, one, own));
    program.after().trace(now.body(), form).made().forEach(one -> inspectMade(now, one));
    inspectAnswers(now, work, own);
    if (count(work) > count(own)) {
      Work last = work.get(work.size() - 1);
      report.bypassed(now, "a safeguard", Work.REFILLING, last.line());
    }
  }

  /** What was only made of things that a safeguard had seen is not newly made of others. */
  private void inspectMade(Located now, Work made) {
    Set<String> always = new TreeSet<>(sites.vouching(made.name()));
    always.removeIf(member -> nature.isRecorder(member) || nature.givesData(member));
    if (!made.guards().containsAll(always)) {
      report.bypassed(now, always.iterator().next(), made.name(), made.line());
    }
  }

  /** What a safeguard said is kept in a field, and nothing else is newly put there. */
  private void inspectAnswers(Located now, List<Work> work, List<Work> own) {
    List<String> known = new ArrayList<>(own.stream().map(BypassCheck::said).toList());
    for (Work one : work) {
      String field = one.name().replace("writing ", "");
      if (!known.remove(said(one)) && program.before().isAnswer(now.body().owner(), field)) {
        report.overwritten(now, field, one.line());
      }
    }
  }

  private static String said(Work work) {
    return work.name() + work.about();
  }

  private static long count(List<Work> work) {
    return work.stream().filter(one -> one.name().equals(Work.REFILLING)).count();
  }

  private void inspect(Located now, Work work, List<Work> own) {
    List<Work> here = own.stream().filter(w -> w.name().equals(work.name())).toList();
    if (here.isEmpty()) {
      inspectNew(now, work);
      return;
    }
    List<Work> guarded =
        here.stream().filter(w -> relevant(work).containsAll(relevant(w))).toList();
    if (guarded.isEmpty()) {
      report(now, work, here.get(0));
    } else if (guarded.stream().noneMatch(w -> isAboutTheSame(w, work))
        || !isMadeAsWell(here, work)) {
      report.other(now, member(guarded.get(0)), work.name(), work.line());
    }
  }

  /** Returns the guards whose words count: what is only recorded may be said otherwise. */
  private Set<String> relevant(Work work) {
    return work.guards().stream().map(this::relevant).collect(Collectors.toSet());
  }

  private String relevant(String guard) {
    Matcher asked = ONLY_ASKED.matcher(guard);
    boolean saysLittle =
        asked.matches() && (nature.isRecorder(asked.group(1)) || nature.givesData(asked.group(1)));
    return saysLittle ? "after guard<" + asked.group(1) + ">" : guard;
  }

  /** What work was done with and a safeguard was asked about, work is still done with. */
  private boolean isAboutTheSame(Work before, Work now) {
    String asked = String.join(" ", before.guards());
    return before.about().stream()
        .filter(thing -> isThing(thing) && asked.contains(thing))
        .allMatch(thing -> now.about().stream().anyMatch(other -> isOf(thing, other)));
  }

  private static boolean isOf(String thing, String other) {
    boolean isVariable = other.startsWith("var[");
    return other.equals(thing)
        || other.startsWith(thing + ".")
        || isVariable && values(other).allMatch(value -> value.startsWith(thing));
  }

  private static Stream<String> values(String variable) {
    return VALUES.splitAsStream(variable).skip(1);
  }

  /** Work that was always done with what a safeguard made is not done with anything else. */
  private boolean isMadeAsWell(List<Work> before, Work now) {
    return !before.stream().allMatch(this::isMade) || isMade(now);
  }

  private boolean isMade(Work work) {
    return members(Set.copyOf(work.about())).stream().anyMatch(nature::givesData);
  }

  private static boolean isThing(String term) {
    return !term.startsWith("'") && !term.startsWith(".") && !GUARD.matcher(term).find();
  }

  private void inspectNew(Located now, Work work) {
    String key = key(work, now.body());
    List<Work> everywhere = new ArrayList<>(before().getOrDefault(key, List.of()));
    if (work.name().startsWith("?#")) {
      before().forEach((name, found) -> addIfMeant(name, found, work, everywhere));
    } else if (isOwnMethod(work.name())) {
      if (sites.asksFirst(work.name())) {
        return;
      }
      if (everywhere.stream().noneMatch(w -> isAsGuarded(work, w))) {
        everywhere.addAll(sites.elsewhere(work.name()));
      }
    } else if (!work.name().startsWith("changing ")) {
      return;
    }
    if (!everywhere.isEmpty() && everywhere.stream().noneMatch(w -> isAsGuarded(work, w))) {
      report(now, work, everywhere.get(0));
    }
  }

  private static void addIfMeant(String name, List<Work> found, Work work, List<Work> into) {
    if (isOwnMethod(name) && name.endsWith(work.name().substring(1))) {
      into.addAll(found);
    }
  }

  private static boolean isOwnMethod(String work) {
    return work.contains("#") && !work.contains(" ") && !work.startsWith("java.");
  }

  private static boolean isAsGuarded(Work now, Work before) {
    return members(now.guards()).containsAll(members(before.guards()));
  }

  private static Set<String> members(Set<String> guards) {
    Set<String> members = new TreeSet<>();
    for (String guard : guards) {
      Matcher matcher = GUARD.matcher(guard);
      while (matcher.find()) {
        members.add(matcher.group(1));
      }
    }
    return members;
  }

  private static String member(Work work) {
    return members(work.guards()).stream().findFirst().orElse("a safeguard");
  }

  private void report(Located now, Work work, Work guarded) {
    report.bypassed(now, member(guarded), work.name(), work.line());
  }
}
