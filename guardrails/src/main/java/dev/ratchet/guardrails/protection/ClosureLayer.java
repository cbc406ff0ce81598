package dev.ratchet.guardrails.protection;

import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.bytecode.Program;
import dev.ratchet.guardrails.bytecode.Reach;
import dev.ratchet.guardrails.bytecode.Reference;
import dev.ratchet.guardrails.bytecode.Reference.Kind;
import dev.ratchet.guardrails.inspection.CompiledEdit;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.inspection.ProtectedCode;
import dev.ratchet.guardrails.inspection.ProtectedIndex.Entry;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.rules.Dependencies;
import dev.ratchet.verdict.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What protected members call and read stays what it is, directly or through others. */
public final class ClosureLayer implements Layer {
  private static final Rule CHANGED =
      Rule.hard("closure.changed", "What protected members call or read stays as it is")
          .because("a protected member uses it")
          .stops("Text.lower returns \"\" for a word that Alignment.refuses looks for")
          .passes("Text.upper changes, which no protected member calls");
  private static final Rule DISPATCH =
      Rule.escalate("closure.dispatch", "No new method runs in place of one that a safeguard calls")
          .because("which method runs is decided by the object that the safeguard is given")
          .stops("class Meek extends Task { @Override int risk() { return 0; } }")
          .passes("class Meek extends Note { @Override int pages() { return 0; } }");
  private static final Rule WRITTEN =
      Rule.hard("closure.written", "No new code writes what protected members read")
          .because("what a safeguard reads decides what it says")
          .stops("Settings.harmLimit = 1000;")
          .passes("int limit = Settings.harmLimit;");

  @Override
  public List<Rule> rules() {
    return List.of(CHANGED, DISPATCH, WRITTEN);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    edit.compiled().ifPresent(compiled -> inspect(edit, compiled, findings));
  }

  private static void inspect(Edit edit, CompiledEdit compiled, Findings findings) {
    for (Dependencies how : List.of(Dependencies.TRANSITIVE, Dependencies.DIRECT)) {
      List<Entry> entries =
          edit.protectedMembers().entries().stream()
              .filter(entry -> ProtectedCode.dependencies(entry, edit.rules()) == how)
              .toList();
      if (!entries.isEmpty()) {
        inspect(entries, how == Dependencies.TRANSITIVE, compiled, findings);
      }
    }
  }

  private static void inspect(
      List<Entry> entries, boolean transitive, CompiledEdit compiled, Findings findings) {
    List<MemberFacts> roots = roots(compiled.before(), entries);
    Reach reach = Reach.of(compiled.before(), roots, transitive);
    Set<MemberFacts> own = new HashSet<>(roots);
    reach.members().stream()
        .filter(member -> !own.contains(member) && !member.isSynthetic())
        .filter(member -> MemberCodeLayer.hasOtherEffects(member, compiled))
        .forEach(member -> findings.add(changed(member, reach, compiled)));
    for (ClassFacts type : compiled.changedAfter()) {
      inspectNew(type, reach, compiled, findings);
    }
  }

  static List<MemberFacts> roots(Program program, List<Entry> entries) {
    return new ProtectedCode(program)
        .of(entries)
        .flatMap(code -> code.members().stream())
        .distinct()
        .toList();
  }

  private static Finding changed(MemberFacts member, Reach reach, CompiledEdit compiled) {
    return CHANGED
        .found("The edit changes " + member.place() + ", on which a safeguard relies")
        .at(compiled.place(member.owner(), member.line()))
        .because("a protected member uses it: " + reach.way(member))
        .remedy(
            "leave it as it is and write a new one for other uses, or let a person set"
                + " 'dependencies' of the protected member");
  }

  private static void inspectNew(
      ClassFacts type, Reach reach, CompiledEdit compiled, Findings findings) {
    if (Program.isNameless(type.name())
        && MemberCodeLayer.isKnown(type.name(), compiled.after(), compiled.before(), compiled)) {
      return;
    }
    for (MemberFacts member : type.members().values()) {
      boolean isNew =
          Program.isNameless(type.name())
              || compiled
                  .before()
                  .facts(type.name())
                  .filter(old -> old.members().containsKey(member.key()))
                  .isEmpty();
      if (isNew && reach.wouldReach(compiled.after(), type.name(), member)) {
        findings.add(dispatched(member, compiled));
      }
      for (Reference reference : member.references()) {
        inspectReference(member, reference, reach, compiled, findings);
      }
    }
  }

  private static void inspectReference(
      MemberFacts member,
      Reference reference,
      Reach reach,
      CompiledEdit compiled,
      Findings findings) {
    if (reference.kind() == Kind.WRITE) {
      compiled
          .after()
          .resolve(reference)
          .filter(field -> reach.has(field.owner(), field.key()) && !isFirst(field, member))
          .filter(field -> isMoreOften(member, reference, compiled))
          .ifPresent(field -> findings.add(written(field, member, reference, compiled)));
    } else if (reference.kind() == Kind.IMPLEMENT
        && reach.callsVirtually(reference.owner(), reference.name())
        && isMoreOften(member, reference, compiled)) {
      findings.add(implemented(member, reference, compiled));
    }
  }

  /** What a constructor gives its own object is compared as the value of the field. */
  private static boolean isFirst(MemberFacts field, MemberFacts by) {
    return !field.isStatic() && by.name().equals("<init>") && by.owner().equals(field.owner());
  }

  /** Lines shift and lambdas are numbered anew, so uses are counted over the whole class. */
  private static boolean isMoreOften(
      MemberFacts member, Reference reference, CompiledEdit compiled) {
    return count(compiled.after(), member.owner(), reference)
        > count(compiled.before(), member.owner(), reference);
  }

  private static long count(Program program, String owner, Reference reference) {
    return program.facts(owner).stream()
        .flatMap(facts -> facts.members().values().stream())
        .flatMap(member -> member.references().stream())
        .filter(r -> r.kind() == reference.kind() && r.owner().equals(reference.owner()))
        .filter(r -> r.key().equals(reference.key()))
        .count();
  }

  private static Finding dispatched(MemberFacts member, CompiledEdit compiled) {
    return DISPATCH
        .found("The new " + member.place() + " can run in place of what a safeguard calls")
        .at(compiled.place(member.owner(), member.line()))
        .remedy("do without the override, or let a person look at it");
  }

  private static Finding implemented(
      MemberFacts member, Reference reference, CompiledEdit compiled) {
    return DISPATCH
        .found(
            "A new lambda in "
                + member.place()
                + " implements "
                + ClassFacts.canonical(reference.owner())
                + ", which a safeguard calls")
        .at(compiled.place(member.owner(), reference.line()))
        .remedy("use what implements it already, or let a person look at it");
  }

  private static Finding written(
      MemberFacts field, MemberFacts by, Reference reference, CompiledEdit compiled) {
    return WRITTEN
        .found("The edit newly writes " + field.place() + ", which a safeguard reads")
        .at(compiled.place(by.owner(), reference.line()))
        .remedy("leave the field alone");
  }
}
