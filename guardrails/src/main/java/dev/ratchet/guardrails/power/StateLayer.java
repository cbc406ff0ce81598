package dev.ratchet.guardrails.power;

import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.inspection.CompiledEdit;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.rules.Stance;
import dev.ratchet.guardrails.source.DeclarationKind;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * No new state behind static fields and constants of enums that look as if they could not change.
 *
 * <p>Whether an object can change is told from its class: fields that are not final, arrays, known
 * containers, and collections that its methods add to. What can't be told is escalated.
 */
public final class StateLayer implements Layer {
  @Override
  public void inspect(Edit edit, Findings findings) {
    Stance stance =
        edit.rules().declarations().getOrDefault(DeclarationKind.STATIC_CONTAINER, Stance.DENY);
    if (stance != Stance.ALLOW) {
      edit.compiled().ifPresent(compiled -> inspect(compiled, findings));
    }
  }

  private static void inspect(CompiledEdit compiled, Findings findings) {
    Set<String> known =
        compiled.changedBefore().stream()
            .flatMap(type -> type.members().values().stream())
            .filter(MemberFacts::isStatic)
            .map(MemberFacts::key)
            .collect(Collectors.toSet());
    HiddenState state = new HiddenState(compiled.after());
    for (ClassFacts type : compiled.changedAfter()) {
      type.members().values().stream()
          .filter(field -> !field.isMethod() && field.isStatic() && !field.isSynthetic())
          .filter(field -> field.isFinal() && field.constant().isEmpty())
          .filter(field -> !known.contains(field.key()) && !isConstantOf(type, field))
          .filter(state::isBehind)
          .forEach(field -> findings.add(found(field, compiled)));
      if (isShared(type)) {
        inspectShared(type, compiled, state, findings);
      }
    }
  }

  private static boolean isConstantOf(ClassFacts type, MemberFacts field) {
    return type.isEnum() && field.descriptor().equals("L" + type.name().replace('.', '/') + ";");
  }

  /** Returns whether there are objects of the class for as long as the program runs. */
  private static boolean isShared(ClassFacts type) {
    String own = "L" + type.name().replace('.', '/') + ";";
    return type.isEnum()
        || type.members().values().stream()
            .anyMatch(f -> !f.isMethod() && f.isStatic() && f.descriptor().equals(own));
  }

  private static void inspectShared(
      ClassFacts type, CompiledEdit compiled, HiddenState state, Findings findings) {
    Set<String> before = new HashSet<>();
    compiled
        .before()
        .facts(type.name())
        .ifPresent(
            old -> new HiddenState(compiled.before()).of(old).forEach(f -> before.add(f.key())));
    List<MemberFacts> now = state.of(type);
    now.stream()
        .filter(field -> !before.contains(field.key()))
        .findFirst()
        .ifPresent(field -> findings.add(found(field, compiled)));
  }

  private static Finding found(MemberFacts field, CompiledEdit compiled) {
    return DeclarationRules.of(DeclarationKind.STATIC_CONTAINER)
        .found(
            Tier.ESCALATE,
            field.place() + " newly holds what can change for as long as the program runs")
        .at(compiled.place(field.owner(), 0))
        .remedy("keep it in an object that is made for each task, or let a person look at it");
  }
}
