package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.flow.Form;
import dev.ratchet.guardrails.flow.GuardCall;
import dev.ratchet.guardrails.flow.Trace;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Located;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Pair;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.verdict.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Safeguards go on being asked the same, under the same conditions, before the same work.
 *
 * <p>What it can't see: work that is copied instead of called, and safeguards that are asked by a
 * name that only a compiler resolves.
 */
public final class GuardLayer implements Layer {
  @Override
  public List<Rule> rules() {
    return GuardFindings.RULES;
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    Safeguards safeguards = new Safeguards(edit);
    if (!safeguards.isEmpty() && edit.files().stream().anyMatch(f -> f.wasJava() || f.isJava())) {
      GuardedProgram program = GuardedProgram.of(edit, safeguards);
      new Comparison(edit, program, new GuardFindings(safeguards, findings::add)).run();
    }
  }

  /** One comparison of both versions. */
  private static final class Comparison {
    private final Edit edit;
    private final GuardedProgram program;
    private final GuardFindings report;
    private final SafeguardNature nature;
    private final GuardMatch match;
    private final Untouched untouched;
    private final InputCheck inputs;
    private final LooseCheck loose;

    Comparison(Edit edit, GuardedProgram program, GuardFindings report) {
      this.edit = edit;
      this.program = program;
      this.report = report;
      this.nature = new SafeguardNature(edit::declared, edit::sourceBefore);
      this.match = new GuardMatch(nature);
      this.untouched = new Untouched(edit, program);
      this.loose = new LooseCheck(nature, report);
      this.inputs = new InputCheck(program, untouched, nature, report);
    }

    void run() {
      program.pairs().stream().filter(pair -> !untouched.contains(pair)).forEach(this::compare);
      new BypassCheck(edit, program, untouched, nature, report).inspect();
      new EntranceCheck(edit, program, report).inspect();
      new OverrideCheck(edit, program, match, report).inspect();
    }

    private void compare(Pair pair) {
      Trace before = program.before().trace(pair.before().body());
      if (before.guards().isEmpty()) {
        return;
      }
      if (pair.after().isEmpty()) {
        report.gone(pair.before(), before.guards().get(0).member());
        return;
      }
      report.inEachForm(form -> compare(pair, form));
      report.inEachForm(form -> compareLoose(pair, form));
      before.guards().forEach(guard -> inputs.inspect(pair, guard));
    }

    private void compare(Pair pair, Form form) {
      Trace before = program.before().trace(pair.before().body(), form);
      Trace after = program.after().trace(pair.after().orElseThrow().body(), form);
      compare(pair, before, after);
    }

    private void compareLoose(Pair pair, Form form) {
      Located now = pair.after().orElseThrow();
      Trace before = program.before().trace(pair.before().body(), form);
      loose.inspect(now, before.loose(), program.after().trace(now.body(), form).loose());
    }

    private void compare(Pair pair, Trace before, Trace after) {
      Located place = pair.after().orElseThrow();
      Set<String> refusals = match.refusals(before);
      List<GuardCall> now = new ArrayList<>(after.guards());
      List<GuardCall> missing = new ArrayList<>();
      for (GuardCall guard : before.guards()) {
        Optional<GuardCall> same = now.stream().filter(g -> match.isSame(guard, g)).findFirst();
        if (same.isPresent()) {
          now.remove(same.get());
          comparePast(place, guard, same.get(), refusals);
        } else if (!guard.isWithoutEffect()) {
          missing.add(guard);
        }
      }
      for (GuardCall guard : missing) {
        if (!isOnlyKept(guard, before, after)) {
          Optional<GuardCall> near = GuardMatch.nearest(guard, now);
          near.ifPresent(now::remove);
          report.differs(place, guard, near);
        }
      }
      GuardMatch.meddling(now).ifPresent(guard -> report.meddles(place, guard));
    }

    /** What is done with the variable that keeps the answer is compared by itself. */
    private boolean isOnlyKept(GuardCall guard, Trace before, Trace after) {
      return guard.isKept()
          && before.guards().stream().anyMatch(g -> g.isDerived() && isOf(guard, g))
          && after.guards().stream()
              .filter(g -> isOf(guard, g) && g.frames().equals(guard.frames()))
              .anyMatch(g -> match.isSameQuestion(guard, g));
    }

    private static boolean isOf(GuardCall guard, GuardCall other) {
      return other.member().equals(guard.member());
    }

    private void comparePast(
        Located located, GuardCall before, GuardCall after, Set<String> refusals) {
      Place place = located.place(after.line());
      match
          .newWork(before, after)
          .ifPresent(work -> report.order(located, before.member(), work, place));
      match
          .newLeave(before, after, refusals)
          .ifPresent(leave -> report.leaves(located, before.member(), leave, place));
      match
          .lostLeave(before, after)
          .filter(leave -> !Safeguards.mayUse(edit, before.member()))
          .ifPresent(leave -> report.further(located, before.member(), place));
    }
  }
}
