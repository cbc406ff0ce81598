package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.flow.GuardCall;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Located;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Use;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** No new subtype replaces a method that asks a safeguard by one that does not. */
final class OverrideCheck {
  private static final Optional<String> SUBTYPE = Optional.of("{}");

  private final Edit edit;
  private final GuardedProgram program;
  private final GuardMatch match;
  private final GuardFindings report;
  private final Set<Body> before = Collections.newSetFromMap(new IdentityHashMap<>());

  OverrideCheck(Edit edit, GuardedProgram program, GuardMatch match, GuardFindings report) {
    this.edit = edit;
    this.program = program;
    this.match = match;
    this.report = report;
    program.pairs().stream()
        .filter(pair -> pair.after().filter(now -> hasName(pair.before(), now)).isPresent())
        .forEach(pair -> before.add(pair.after().orElseThrow().body()));
  }

  private static boolean hasName(Located old, Located now) {
    return old.body().name().equals(now.body().name());
  }

  void inspect() {
    for (FileEdit file : edit.files()) {
      for (Use use : file.javaAfter().uses()) {
        if (use.member().equals(SUBTYPE)) {
          inspect(use);
        }
      }
    }
  }

  private void inspect(Use subtype) {
    for (String reading : subtype.readings(edit::declares)) {
      String type = reading.replace("#{}", "");
      List<Body> bodies = edit.sourceBefore(type).bodies();
      for (Located now : program.standingNow()) {
        if (now.body().owner().equals(subtype.enclosing()) && !before.contains(now.body())) {
          bodies.stream()
              .filter(body -> body.owner().equals(type))
              .filter(body -> isReplaced(body, now.body()))
              .findFirst()
              .ifPresent(body -> inspect(body, now));
        }
      }
    }
  }

  private static boolean isReplaced(Body body, Body now) {
    return !body.isPrivate()
        && body.place().contains("(")
        && body.name().equals(now.name())
        && body.parameters().size() == now.parameters().size();
  }

  private void inspect(Body guarded, Located now) {
    List<GuardCall> guards = program.before().trace(guarded).guards();
    if (!guards.isEmpty() && !asksAsMuch(guards, now.body())) {
      report.overridden(now, guarded.place(), guards.get(0).member());
    }
  }

  private boolean asksAsMuch(List<GuardCall> guards, Body now) {
    List<GuardCall> own = program.after().trace(now).guards();
    return program.after().inherited(now).stream().anyMatch(OverrideCheck::comesFirst)
        || guards.stream()
            .filter(guard -> !guard.isWithoutEffect())
            .allMatch(guard -> own.stream().anyMatch(g -> isAsGood(guard, g)));
  }

  /** To call super is to have the safeguard asked, if nothing else is done before. */
  private static boolean comesFirst(GuardCall call) {
    return call.frames().isEmpty() && call.isReached() && call.work().isEmpty();
  }

  private boolean isAsGood(GuardCall before, GuardCall after) {
    return match.isSame(before, after)
        && match.newWork(before, after).isEmpty()
        && match.newLeave(before, after, Set.of()).isEmpty();
  }
}
