package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.flow.Form;
import dev.ratchet.guardrails.flow.GuardCall;
import dev.ratchet.guardrails.flow.Leave;
import dev.ratchet.guardrails.flow.Loose;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Located;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Pair;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Says what became of guard calls. */
final class GuardFindings {
  static final Rule ARGUMENT =
      Rule.settable("guard-calls.argument", "Safeguards are asked about the same thing")
          .because("a safeguard can only judge what it is shown")
          .stops("Alignment.check(new Task(\"\")); solve(task);")
          .passes("Alignment.check(task); solve(task);");
  static final Rule BYPASSED =
      Rule.settable(
              "guard-calls.bypassed",
              "Work that was done behind a safeguard is not done without it")
          .because("it was only reached behind this safeguard")
          .stops("a new method fast(task) { return solve(task); }")
          .passes("a new method fast(task) { Alignment.check(task); return solve(task); }");
  static final Rule CONDITION =
      Rule.settable("guard-calls.condition", "Safeguards are asked under the same conditions")
          .because("a safeguard counts only where it is asked and heard")
          .stops("if (task.isNew()) Alignment.check(task);")
          .passes("Alignment.check(task); if (task.isNew()) log(task);");
  static final Rule ORDER =
      Rule.settable("guard-calls.order", "Safeguards are asked before the work")
          .because("what is done first, a safeguard can't stop")
          .stops("send(task); Alignment.check(task);")
          .passes("Alignment.check(task); send(task);");
  static final Rule REMOVED =
      Rule.settable("guard-calls.removed", "Safeguards are still asked")
          .because("a safeguard that is no longer asked guards nothing")
          .stops("Alignment.check(task); is gone")
          .passes("a line is added behind Alignment.check(task);");
  static final Rule RESULT =
      Rule.settable("guard-calls.result", "Answers of safeguards decide what they decided")
          .because("what a safeguard says has to decide what it decided")
          .stops("boolean no = Alignment.refuses(task); return solve(task);")
          .passes("if (Alignment.refuses(task)) return NONE; return solve(task);");
  static final Rule SWALLOWED =
      Rule.settable("guard-calls.swallowed", "What safeguards throw is not swallowed")
          .because("a safeguard counts only where it is asked and heard")
          .stops("try { Alignment.check(task); } catch (Refusal e) { }")
          .passes("Alignment.check(task); try { solve(task); } catch (Lost e) { }");
  static final Rule UNDECIDED =
      Rule.escalate("guard-calls.undecided", "What may go round a safeguard is seen by a person")
          .because("it may now be asked something else, or not at all")
          .stops("the method that asked Alignment.check is gone")
          .passes("a method that asks nothing is gone");

  static final List<Rule> RULES =
      List.of(ARGUMENT, BYPASSED, CONDITION, ORDER, REMOVED, RESULT, SWALLOWED, UNDECIDED);

  private static final String KEEP = "keep every use of it as it stands; change what comes after";

  private final Safeguards safeguards;
  private Consumer<Finding> findings;

  GuardFindings(Safeguards safeguards, Consumer<Finding> findings) {
    this.safeguards = safeguards;
    this.findings = findings;
  }

  /** Reports what is found in bodies as they are written, unless all is well in normal form. */
  void inEachForm(Consumer<Form> inspection) {
    List<Finding> found = found(() -> inspection.accept(Form.WRITTEN));
    if (!found.isEmpty() && !found(() -> inspection.accept(Form.NORMAL)).isEmpty()) {
      found.forEach(findings);
    }
  }

  private List<Finding> found(Runnable inspection) {
    Consumer<Finding> outer = findings;
    List<Finding> found = new ArrayList<>();
    findings = found::add;
    inspection.run();
    findings = outer;
    return found;
  }

  private void add(Rule rule, String member, String message, String because, Place place) {
    Tier tier = safeguards.member(member).flatMap(m -> m.guardCalls().tier()).orElse(Tier.HARD);
    findings.accept(rule.found(tier, message).at(place).because(because).remedy(KEEP));
  }

  /** A body that asked a safeguard is not there any more. */
  void gone(Located body, String member) {
    findings.accept(
        UNDECIDED
            .found(body.body().place() + ", which asked " + Shown.text(member) + ", is gone")
            .at(body.place(0))
            .because("what it did may now be done without asking")
            .remedy("keep the method, or let a person look at what takes its place"));
  }

  /** A safeguard is not asked as it was. */
  void differs(Located body, GuardCall guard, Optional<GuardCall> near) {
    String subject = body.body().place();
    String member = Shown.text(guard.member());
    if (near.isEmpty()) {
      add(
          REMOVED,
          guard.member(),
          subject + " no longer asks " + member + (guard.isDerived() ? " for what it did" : ""),
          "a safeguard that is no longer asked guards nothing",
          body.place(body.body().line()));
      return;
    }
    GuardCall now = near.get();
    Place place = body.place(now.line());
    if (!guard.frames().equals(now.frames())) {
      boolean isSwallowed = isSwallowed(guard.frames(), now.frames());
      add(
          isSwallowed ? SWALLOWED : CONDITION,
          guard.member(),
          subject
              + (isSwallowed ? " may lose what " : " asks ")
              + member
              + (isSwallowed ? " throws" : " under other conditions"),
          "a safeguard counts only where it is asked and heard",
          place);
    } else if (!guard.arguments().equals(now.arguments()) || !guard.filled().equals(now.filled())) {
      add(
          ARGUMENT,
          guard.member(),
          subject + " asks " + member + " about something else",
          "a safeguard can only judge what it is shown",
          place);
    } else {
      add(
          RESULT,
          guard.member(),
          subject + " takes the answer of " + member + " in another way",
          "what a safeguard says has to decide what it decided",
          place);
    }
  }

  private static boolean isSwallowed(List<String> before, List<String> after) {
    return after.stream()
        .filter(frame -> frame.startsWith("try ") || frame.startsWith("left by finally"))
        .anyMatch(frame -> !before.contains(frame));
  }

  void order(Located body, String member, String work, Place place) {
    add(
        ORDER,
        member,
        body.body().place() + " does " + Shown.text(work) + " before it asks " + Shown.text(member),
        "what is done first, a safeguard can't stop",
        place);
  }

  void leaves(Located body, String member, Leave leave, Place place) {
    String message =
        body.body().place()
            + " may now leave by "
            + Shown.text(leave.how())
            + " before it asks "
            + Shown.text(member);
    String because = "a safeguard that is not reached guards nothing";
    if (leave.fixed().isPresent()) {
      findings.accept(
          UNDECIDED
              .found(message + ", with a fixed answer")
              .at(place)
              .because(because)
              .remedy("leave behind it, or let a person look at it"));
    } else {
      add(ORDER, member, message, because, place);
    }
  }

  /** What only does something is done where it was not. */
  void further(Located body, String member, Place place) {
    add(
        CONDITION,
        member,
        body.body().place() + " uses " + Shown.text(member) + " where it would have left before",
        "to use a safeguard on a further way is a new use of it",
        place);
  }

  /** A field that holds what a safeguard said gets another value. */
  void overwritten(Located body, String field, int line) {
    add(
        RESULT,
        body.body().owner() + "#" + field,
        body.body().place() + " newly writes " + field + ", which holds what a safeguard said",
        "what a safeguard says has to decide what it decided",
        body.place(line));
  }

  /** Something is done to a thing that a safeguard handed out. */
  void meddles(Located body, GuardCall guard) {
    add(
        RESULT,
        guard.member(),
        body.body().place() + " changes what " + Shown.text(guard.member()) + " hands out",
        "that can be the state of the safeguard itself",
        body.place(guard.line()));
  }

  /** Work is done with something else than what a safeguard was asked about. */
  void other(Located body, String member, String work, int line) {
    add(
        ARGUMENT,
        member,
        body.body().place()
            + " now does "
            + Shown.text(work)
            + " with something else than it asks "
            + Shown.text(member)
            + " about",
        "a safeguard can only judge what it is shown",
        body.place(line));
  }

  /** Something goes round what a safeguard is asked about it. */
  void loose(Located body, Loose loose) {
    String how =
        switch (loose.kind()) {
          case RAW -> "uses as it is what it gives to ";
          case WHOLE -> "uses as a whole what it asks about one by one of ";
          case KEPT -> "keeps a thing for later before it asks about it of ";
          case CHANGED -> "changes a thing after it asked about it of ";
        };
    add(
        ARGUMENT,
        loose.member(),
        body.body().place() + " newly " + how + Shown.text(loose.member()),
        "a safeguard can only judge what it is shown",
        body.place(loose.line()));
  }

  /** What a safeguard is asked is computed in another way. */
  void input(Located body, String member, Pair input) {
    Located changed = input.after().orElse(input.before());
    findings.accept(
        UNDECIDED
            .found(
                body.body().place()
                    + " asks "
                    + Shown.text(member)
                    + " by way of "
                    + changed.body().place()
                    + ", which was changed")
            .at(changed.place(changed.body().line()))
            .remedy("leave it as it is, or let a person look at it"));
  }

  /** A subtype replaces a method that asks a safeguard by one that does not. */
  void overridden(Located body, String guarded, String member) {
    add(
        BYPASSED,
        member,
        body.body().place() + " replaces " + guarded + ", which asks " + Shown.text(member),
        "whoever calls it would get by the safeguard",
        body.place(body.body().line()));
  }

  void bypassed(Located body, String member, String work, int line) {
    add(
        BYPASSED,
        member,
        body.body().place()
            + " reaches "
            + Shown.text(work)
            + " without what "
            + Shown.text(member)
            + " has to say",
        "it was only reached behind this safeguard",
        body.place(line));
  }
}
