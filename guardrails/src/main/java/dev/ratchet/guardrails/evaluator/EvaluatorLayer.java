package dev.ratchet.guardrails.evaluator;

import dev.ratchet.edit.PathGlob;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.source.Clues.Sham;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Results are worked out, not known: no values of the evaluator's data in an edit, and no
 * comparison that takes everything for equal.
 *
 * <p>These are heuristics. A program that keeps hashes of answers passes them; only inputs that
 * nobody has seen before settle the matter.
 */
public final class EvaluatorLayer implements Layer {
  private static final Rule CONSTANT_EQUALS =
      Rule.settable("evaluator.constant-equals", "No comparison takes everything for equal")
          .because("whoever compares results with it finds every result right")
          .stops("boolean equals(Object o) { return true; }")
          .passes("boolean equals(Object o) { return o instanceof Id i && i.n == n; }");
  static final Rule LITERAL =
      Rule.settable("evaluator.literal", "No value of the evaluator's data stands newly in an edit")
          .because("a program that knows its answers has not worked them out")
          .stops("if (input.equals(\"ticket 7713-B\")) return 4;")
          .passes("if (input.isEmpty()) return 0;");
  static final Rule MISSING =
      Rule.hard("policy.evaluator-missing", "The evaluator's data exist")
          .because("a safeguard that matches nothing protects nothing")
          .stops("evaluator: [benchdata/**]")
          .passes("evaluator: [bench-data/**]");

  @Override
  public List<Rule> rules() {
    return List.of(CONSTANT_EQUALS, LITERAL, MISSING);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    EvaluatorIndex.Snapshot data = EvaluatorIndex.of(edit);
    for (PathGlob glob : data.unmatched()) {
      findings.add(
          MISSING
              .found("The policy names " + glob + " as data of the evaluator, but no file matches")
              .remedy("let a person correct protect.evaluator"));
    }
    if (!data.data().isEmpty()) {
      new AnswerCheck(edit, data.data(), findings).inspect();
    }
    inspectShams(edit, findings);
  }

  private static void inspectShams(Edit edit, Findings findings) {
    Set<String> before =
        edit.files().stream()
            .flatMap(file -> file.javaBefore().clues().shams().stream())
            .map(EvaluatorLayer::key)
            .collect(Collectors.toSet());
    for (FileEdit file : edit.files()) {
      for (Sham sham : file.javaAfter().clues().shams()) {
        if (!before.contains(key(sham))) {
          findings.add(sham(file, sham));
        }
      }
    }
  }

  private static String key(Sham sham) {
    return sham.place() + " " + sham.what();
  }

  private static Finding sham(FileEdit file, Sham sham) {
    return CONSTANT_EQUALS
        .found(
            sham.isCertain() ? Tier.HARD : Tier.ESCALATE,
            "The comparison in " + sham.place() + " " + sham.what())
        .at(Place.of(file.path(), sham.line()))
        .remedy("compare what the objects hold");
  }
}
