package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.flow.GuardCall;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Located;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import dev.ratchet.guardrails.source.Use;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** No new subtype replaces a method that asks a safeguard by one that does not. */
final class OverrideCheck {
  private static final Optional<String> SUBTYPE = Optional.of("{}");

  private final Edit edit;
  private final GuardedProgram program;
  private final GuardFindings report;
  private final Set<String> before = new HashSet<>();

  OverrideCheck(Edit edit, GuardedProgram program, GuardFindings report) {
    this.edit = edit;
    this.program = program;
    this.report = report;
    program.standingBefore().forEach(located -> before.add(located.body().place()));
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
        if (now.body().owner().equals(subtype.enclosing())
            && !before.contains(now.body().place())) {
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
    boolean asks =
        guards.isEmpty()
            || !program.after().trace(now.body()).guards().isEmpty()
            || callsItsName(now.body().code(), now.body());
    if (!asks) {
      report.overridden(now, guarded.place(), guards.get(0).member());
    }
  }

  /** To call super is to have the safeguard asked. */
  private static boolean callsItsName(Piece piece, Body body) {
    boolean calls =
        piece.is(Kind.CALL) && piece.text().equals(body.name()) && piece.part(0).is(Kind.NONE);
    return calls || piece.parts().stream().anyMatch(part -> callsItsName(part, body));
  }
}
