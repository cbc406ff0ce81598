package dev.ratchet.guardrails;

import dev.ratchet.guardrails.GuardedProgram.Pair;
import dev.ratchet.guardrails.flow.GuardCall;
import dev.ratchet.guardrails.flow.Trace;
import dev.ratchet.verdict.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Safeguards go on being asked the same, under the same conditions, before the same work. */
final class GuardLayer implements Layer {
  @Override
  public void inspect(Edit edit, Findings findings) {
    Safeguards safeguards = new Safeguards(edit);
    if (safeguards.isEmpty() || edit.files().stream().noneMatch(f -> f.wasJava() || f.isJava())) {
      return;
    }
    GuardedProgram program = GuardedProgram.of(edit, safeguards);
    GuardFindings report = new GuardFindings(safeguards, findings);
    InputCheck inputs = new InputCheck(program, report);
    for (Pair pair : program.pairs()) {
      compare(pair, program, report);
      program
          .before()
          .trace(pair.before().body())
          .guards()
          .forEach(guard -> inputs.inspect(pair, guard));
    }
    new BypassCheck(program, report).inspect();
    new OverrideCheck(edit, program, report).inspect();
  }

  private static void compare(Pair pair, GuardedProgram program, GuardFindings report) {
    Trace before = program.before().trace(pair.before().body());
    if (before.guards().isEmpty()) {
      return;
    }
    if (pair.after().isEmpty()) {
      GuardCall first = before.guards().get(0);
      report.gone(pair.before(), first.member());
      return;
    }
    List<GuardCall> now =
        new ArrayList<>(program.after().trace(pair.after().get().body()).guards());
    List<GuardCall> missing = new ArrayList<>();
    for (GuardCall guard : before.guards()) {
      Optional<GuardCall> same = now.stream().filter(guard::isSame).findFirst();
      if (same.isPresent()) {
        now.remove(same.get());
        comparePast(pair, guard, same.get(), report);
      } else if (!isOnlyKept(guard, before)) {
        missing.add(guard);
      }
    }
    for (GuardCall guard : missing) {
      Optional<GuardCall> near = Nearness.nearest(guard, now);
      near.ifPresent(now::remove);
      report.differs(pair.after().get(), guard, near);
    }
  }

  /** What is done with the variable that keeps the result is compared by itself. */
  private static boolean isOnlyKept(GuardCall guard, Trace trace) {
    return guard.isKept()
        && trace.guards().stream()
            .anyMatch(other -> other.isDerived() && other.member().contains(guard.member()));
  }

  private static void comparePast(
      Pair pair, GuardCall before, GuardCall after, GuardFindings report) {
    Place place = pair.after().orElseThrow().place(after.line());
    Nearness.added(before.work(), after.work())
        .ifPresent(work -> report.order(pair.before(), before.member(), work, place));
    Nearness.added(before.leaves(), after.leaves())
        .ifPresent(leave -> report.leaves(pair.before(), before.member(), leave, place));
  }
}
