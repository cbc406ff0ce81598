package dev.ratchet.guardrails;

import dev.ratchet.guardrails.GuardedProgram.Located;
import dev.ratchet.guardrails.GuardedProgram.Pair;
import dev.ratchet.guardrails.flow.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Work that was only done behind a safeguard is not newly done without it. */
final class BypassCheck {
  private static final Pattern GUARD = Pattern.compile("guard<([^>]*)>");

  private final GuardedProgram program;
  private final GuardFindings report;
  private final Map<String, List<Work>> before = new HashMap<>();

  BypassCheck(GuardedProgram program, GuardFindings report) {
    this.program = program;
    this.report = report;
    for (Located located : program.standingBefore()) {
      for (Work work : program.before().trace(located.body()).work()) {
        before.computeIfAbsent(work.name(), name -> new ArrayList<>()).add(work);
      }
    }
  }

  void inspect() {
    Map<Object, Located> origins = new HashMap<>();
    for (Pair pair : program.pairs()) {
      pair.after().ifPresent(now -> origins.put(now.body(), pair.before()));
    }
    for (Located now : program.standingNow()) {
      Located origin = origins.get(now.body());
      List<Work> own = origin == null ? List.of() : program.before().trace(origin.body()).work();
      for (Work work : program.after().trace(now.body()).work()) {
        inspect(now, work, own);
      }
    }
  }

  private void inspect(Located now, Work work, List<Work> own) {
    List<Work> here = own.stream().filter(w -> w.name().equals(work.name())).toList();
    if (!here.isEmpty()) {
      if (here.stream().noneMatch(w -> work.guards().containsAll(w.guards()))) {
        report(now, work, here.get(0).guards());
      }
      return;
    }
    List<Work> everywhere = before.getOrDefault(work.name(), List.of());
    boolean counts = isOwnMethod(work.name()) && !everywhere.isEmpty();
    if (counts && everywhere.stream().noneMatch(w -> isAsGuarded(work, w))) {
      report(now, work, everywhere.get(0).guards());
    }
  }

  private static boolean isOwnMethod(String work) {
    return !work.startsWith("writing ") && !work.startsWith("java.") && !work.startsWith("?");
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

  private void report(Located now, Work work, Set<String> guards) {
    String member = members(guards).stream().findFirst().orElse("a safeguard");
    report.bypassed(now, member, work.name(), work.line());
  }
}
