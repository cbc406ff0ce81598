package dev.ratchet.guardrails.protection;

import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.bytecode.Program;
import dev.ratchet.guardrails.bytecode.Reference;
import dev.ratchet.guardrails.bytecode.Reference.Kind;
import dev.ratchet.guardrails.inspection.CompiledEdit;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.inspection.ProtectedCode;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.rules.Stance;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import java.util.List;
import java.util.Optional;

/** Nothing new may stand in for a protected type or override a protected method. */
public final class SubtypeLayer implements Layer {
  private static final Rule OVERRIDE =
      Rule.settable("members.override", "No new method overrides a protected one")
          .because("the override would run in its place")
          .stops("@Override boolean refuses(Task t) { return false; }")
          .passes("@Override public String toString()");
  private static final Rule SUBTYPE =
      Rule.settable("members.subtype", "No new type extends a protected one")
          .because("an object of it could be used where the protected type is asked for")
          .stops("class Lax extends Alignment")
          .passes("class Queue extends AbstractList<Task>");

  @Override
  public List<Rule> rules() {
    return List.of(OVERRIDE, SUBTYPE);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    edit.compiled().ifPresent(compiled -> inspect(edit, compiled, findings));
  }

  private static void inspect(Edit edit, CompiledEdit compiled, Findings findings) {
    List<ClassFacts> changed = compiled.changedAfter();
    if (changed.isEmpty()) {
      return;
    }
    new ProtectedCode(compiled.before())
        .of(edit.protectedMembers().entries())
        .forEach(
            code ->
                ProtectedCode.subtypes(code.entry(), edit.rules())
                    .flatMap(Stance::tier)
                    .ifPresent(tier -> inspect(code, tier, changed, compiled, findings)));
  }

  private static void inspect(
      ProtectedCode.Compiled code,
      Tier tier,
      List<ClassFacts> changed,
      CompiledEdit compiled,
      Findings findings) {
    for (ClassFacts type : changed) {
      if (code.isType()) {
        inspectType(code.type(), tier, type, compiled, findings);
      }
      if (!code.isType() || isSubtype(compiled.before(), type.name(), code.type())) {
        inspectOverrides(code, tier, type, compiled, findings);
      }
    }
  }

  private static void inspectType(
      ClassFacts guarded, Tier tier, ClassFacts type, CompiledEdit compiled, Findings findings) {
    Tier effective = guarded.isInterface() ? Tier.ESCALATE : tier;
    if (isSubtype(compiled.after(), type.name(), guarded)
        && !isSubtype(compiled.before(), type.name(), guarded)) {
      findings.add(
          SUBTYPE
              .found(
                  effective,
                  ClassFacts.canonical(type.name())
                      + " is a new subtype of the protected "
                      + ClassFacts.canonical(guarded.name()))
              .at(compiled.place(type.name(), 0))
              .remedy("do without it, or let a person set 'subtypes' of the protected member"));
    }
    lambdas(type, guarded)
        .filter(lambda -> lambdaCount(compiled, type.name(), guarded) > 0)
        .ifPresent(lambda -> findings.add(lambda(type, guarded, lambda, compiled)));
  }

  private static boolean isSubtype(Program program, String name, ClassFacts guarded) {
    return !name.equals(guarded.name())
        && program.supertypes(name).anyMatch(s -> s.name().equals(guarded.name()));
  }

  private static Optional<Reference> lambdas(ClassFacts type, ClassFacts guarded) {
    return type.members().values().stream()
        .flatMap(member -> member.references().stream())
        .filter(r -> r.kind() == Kind.IMPLEMENT && r.owner().equals(guarded.name()))
        .reduce((first, last) -> last);
  }

  private static long lambdaCount(CompiledEdit compiled, String type, ClassFacts guarded) {
    return count(compiled.after(), type, guarded) - count(compiled.before(), type, guarded);
  }

  private static long count(Program program, String type, ClassFacts guarded) {
    return program.facts(type).stream()
        .flatMap(facts -> facts.members().values().stream())
        .flatMap(member -> member.references().stream())
        .filter(r -> r.kind() == Kind.IMPLEMENT && r.owner().equals(guarded.name()))
        .count();
  }

  private static Finding lambda(
      ClassFacts type, ClassFacts guarded, Reference lambda, CompiledEdit compiled) {
    return SUBTYPE
        .found(
            Tier.ESCALATE,
            "A new lambda implements the protected " + ClassFacts.canonical(guarded.name()))
        .at(compiled.place(type.name(), lambda.line()))
        .because("it could be used where the protected type is asked for")
        .remedy("do without it, or let a person look at it");
  }

  private static void inspectOverrides(
      ProtectedCode.Compiled code,
      Tier tier,
      ClassFacts type,
      CompiledEdit compiled,
      Findings findings) {
    for (MemberFacts member : code.members()) {
      boolean overrides =
          member.isMethod()
              && !member.isFixed()
              && type.members().containsKey(member.key())
              && isSubtype(compiled.after(), type.name(), code.type());
      boolean did =
          compiled
                  .before()
                  .facts(type.name())
                  .filter(old -> old.members().containsKey(member.key()))
                  .isPresent()
              && isSubtype(compiled.before(), type.name(), code.type());
      if (overrides && !did) {
        findings.add(override(type, member, tier, compiled));
      }
    }
  }

  private static Finding override(
      ClassFacts type, MemberFacts member, Tier tier, CompiledEdit compiled) {
    return OVERRIDE
        .found(
            tier,
            ClassFacts.canonical(type.name()) + " newly overrides the protected " + member.place())
        .at(compiled.place(type.name(), 0))
        .remedy("do without it, or let a person set 'subtypes' of the protected member");
  }
}
