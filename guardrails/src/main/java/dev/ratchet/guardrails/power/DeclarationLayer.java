package dev.ratchet.guardrails.power;

import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.rules.Stance;
import dev.ratchet.guardrails.source.Declaration;
import dev.ratchet.guardrails.source.DeclarationKind;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** No new state between tasks, no code that runs unseen. */
public final class DeclarationLayer implements Layer {
  @Override
  public List<Rule> rules() {
    return DeclarationRules.ALL;
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    List<String> known = new ArrayList<>();
    edit.files().forEach(f -> f.javaBefore().declarations().forEach(d -> known.add(key(d))));
    for (FileEdit file : edit.files()) {
      for (Declaration declaration : file.javaAfter().declarations()) {
        if (!known.remove(key(declaration))) {
          Optional.ofNullable(edit.rules().declarations().get(declaration.kind()))
              .flatMap(Stance::tier)
              .map(tier -> DeclarationRules.of(declaration.kind()).found(tier, says(declaration)))
              .ifPresent(finding -> findings.add(complete(finding, file, declaration)));
        }
      }
    }
  }

  /** The type may be renamed or another, so that code may move. */
  private static String key(Declaration declaration) {
    String place = declaration.place();
    int member = place.indexOf('#');
    return declaration.kind() + (member < 0 ? "" : place.substring(member));
  }

  private static String says(Declaration declaration) {
    return "The edit newly declares " + declaration.kind().words() + " in " + declaration.place();
  }

  private static Finding complete(Finding finding, FileEdit file, Declaration declaration) {
    DeclarationKind kind = declaration.kind();
    return finding
        .at(Place.of(file.path(), declaration.line()))
        .because(kind.because())
        .remedy(
            kind == DeclarationKind.STATIC_CONTAINER
                ? "use a local variable, or an unmodifiable value such as List.of(...)"
                : "do without it, or let a person allow it under java.declarations");
  }
}
