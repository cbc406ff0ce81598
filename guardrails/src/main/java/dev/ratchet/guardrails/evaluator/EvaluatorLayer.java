package dev.ratchet.guardrails.evaluator;

import dev.ratchet.edit.PathGlob;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.source.Clues.Sham;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Literal;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
  private static final Rule LITERAL =
      Rule.settable("evaluator.literal", "No value of the evaluator's data stands newly in an edit")
          .because("a program that knows its answers has not worked them out")
          .stops("if (input.equals(\"ticket 7713-B\")) return 4;")
          .passes("if (input.isEmpty()) return 0;");
  static final Rule MISSING =
      Rule.hard("policy.evaluator-missing", "The evaluator's data exist")
          .because("a safeguard that matches nothing protects nothing")
          .stops("evaluator: [benchdata/**]")
          .passes("evaluator: [bench-data/**]");

  private static final Pattern WORD = Pattern.compile("[a-z]+");

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
      inspectLiterals(edit, data.data(), findings);
    }
    inspectShams(edit, findings);
  }

  private static void inspectLiterals(Edit edit, EvaluatorData data, Findings findings) {
    Set<Literal> seen = new HashSet<>();
    for (FileEdit file : edit.files()) {
      file.beforeFile()
          .ifPresent(old -> edit.values(file.from(), old).forEach(l -> seen.add(l.anywhere())));
    }
    for (FileEdit file : edit.files()) {
      if (file.afterFile().isEmpty() || file.isTooDeep()) {
        continue;
      }
      for (Literal literal : edit.values(file.path(), file.afterFile().get())) {
        if (seen.add(literal.anywhere())) {
          match(file, literal, data)
              .filter(match -> !isKnown(literal, edit))
              .ifPresent(match -> findings.add(literal(file, literal, match)));
        }
      }
    }
  }

  private static Optional<EvaluatorData.Match> match(
      FileEdit file, Literal literal, EvaluatorData data) {
    Optional<EvaluatorData.Match> plain = data.match(literal);
    return plain.isPresent() || !file.isJava() ? plain : decoded(file, literal, data);
  }

  private static Optional<EvaluatorData.Match> decoded(
      FileEdit file, Literal literal, EvaluatorData data) {
    return file.javaAfter().strings().stream()
        .map(JavaSource.Named::name)
        .filter(
            text -> text.length() % 4 == 0 && text.toLowerCase(Locale.ROOT).equals(literal.value()))
        .flatMap(text -> data.matchDecoded(text).stream())
        .findFirst();
  }

  /** Asked only for what matches, so that reading the whole program is rare. */
  private static boolean isKnown(Literal literal, Edit edit) {
    boolean isWord = !literal.isNumber() && WORD.matcher(literal.value()).matches();
    Pattern word = Pattern.compile("(?i)(?<![a-z])" + Pattern.quote(literal.value()) + "(?![a-z])");
    for (SourcePath path : edit.base().paths()) {
      if (edit.isSource(path)) {
        SourceFile file = edit.base().file(path).orElseThrow();
        String text = file.text().orElse("");
        if (isWord && word.matcher(text).find()
            || mayHold(text, literal)
                && edit.values(path, file).stream()
                    .anyMatch(l -> l.anywhere().equals(literal.anywhere()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mayHold(String text, Literal literal) {
    return literal.isNumber()
        ? text.replace("_", "").contains(literal.value())
        : text.toLowerCase(Locale.ROOT).contains(literal.value());
  }

  private static Finding literal(FileEdit file, Literal literal, EvaluatorData.Match match) {
    boolean isCertain = match == EvaluatorData.Match.VALUE;
    return LITERAL
        .found(
            isCertain ? Tier.HARD : Tier.ESCALATE,
            "The edit newly writes "
                + Shown.quoted(literal.value())
                + (isCertain ? ", a value" : ", which may be a value")
                + " of the data that it is judged by")
        .at(Place.of(file.path(), literal.line()))
        .remedy("work the result out from the input");
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
