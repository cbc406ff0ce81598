package dev.ratchet.guardrails.protection;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.bytecode.Program;
import dev.ratchet.guardrails.bytecode.Reference;
import dev.ratchet.guardrails.guardcall.GuardLayer;
import dev.ratchet.guardrails.guardcall.Safeguards;
import dev.ratchet.guardrails.inspection.CompiledEdit;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.verdict.Tier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Uses of protected members in editable code, as class files have them: none fewer, none more.
 *
 * <p>They are counted over the whole edit, so that code may move; where and under which conditions
 * they stand is the matter of {@link GuardLayer}. What only looks like a use of a safeguard,
 * because a name is bound to something else, is not counted here.
 */
public final class ReferenceCodeLayer implements Layer {
  private static final Rule REMOVED =
      Rule.of(
              "references.removed",
              "Classes use protected members as often as before",
              Tier.ESCALATE,
              Tier.HARD)
          .because("a safeguard that is no longer asked guards nothing")
          .stops("Alignment.check(task); is gone from a class")
          .passes("a class calls Alignment.check(task) as before");

  /** A use in editable code. */
  private record Found(MemberFacts by, Reference reference, MemberFacts used) {}

  @Override
  public List<Rule> rules() {
    return List.of(REMOVED, ReferenceLayer.NEW);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    edit.compiled().ifPresent(compiled -> inspect(edit, compiled, findings));
  }

  private static void inspect(Edit edit, CompiledEdit compiled, Findings findings) {
    Map<String, MemberFacts> guarded =
        ClosureLayer.roots(compiled.before(), edit.protectedMembers().entries()).stream()
            .collect(Collectors.toMap(ReferenceCodeLayer::id, m -> m, (a, b) -> a));
    if (guarded.isEmpty()) {
      return;
    }
    Map<String, List<Found>> before = uses(compiled.before(), compiled.changedBefore(), guarded);
    Map<String, List<Found>> after = uses(compiled.after(), compiled.changedAfter(), guarded);
    after.forEach((id, uses) -> inspectNew(edit, compiled, size(before, id), uses, findings));
    before.forEach((id, uses) -> inspectLost(compiled, uses, size(after, id), findings));
  }

  /** Returns whether the classes of a source may have used a protected member of a name. */
  static boolean mayUse(Edit edit, CompiledEdit compiled, SourcePath source, String name) {
    Program program = compiled.before();
    List<ClassFacts> classes = compiled.compiledBefore(source);
    List<MemberFacts> meant =
        ClosureLayer.roots(program, edit.protectedMembers().entries()).stream()
            .filter(member -> member.name().equals(name))
            .toList();
    return classes.isEmpty()
        || meant.isEmpty()
        || meant.stream().anyMatch(member -> member.constant().isPresent())
        || classes.stream()
            .flatMap(type -> type.members().values().stream())
            .flatMap(by -> by.references().stream())
            .filter(reference -> reference.name().equals(name))
            .anyMatch(reference -> mayStandFor(reference, meant, program));
  }

  private static boolean mayStandFor(
      Reference reference, List<MemberFacts> meant, Program program) {
    Optional<MemberFacts> named = program.resolve(reference);
    return meant.stream()
        .anyMatch(
            member ->
                named.isEmpty()
                    || named.get().equals(member)
                    || program.subtypes(reference.owner()).contains(member.owner()));
  }

  private static int size(Map<String, List<Found>> uses, String id) {
    return uses.getOrDefault(id, List.of()).size();
  }

  private static String id(MemberFacts member) {
    return member.owner() + " " + member.key();
  }

  private static Map<String, List<Found>> uses(
      Program program, List<ClassFacts> classes, Map<String, MemberFacts> guarded) {
    Map<String, List<Found>> uses = new LinkedHashMap<>();
    Set<String> names =
        guarded.values().stream().map(MemberFacts::name).collect(Collectors.toSet());
    for (ClassFacts type : classes) {
      for (MemberFacts by : type.members().values()) {
        if (by.isMethod() && !guarded.containsKey(id(by))) {
          by.references().stream()
              .filter(r -> !r.name().isEmpty() && !r.name().equals("<init>"))
              .filter(r -> names.contains(r.name()))
              .flatMap(r -> program.resolve(r).stream().map(used -> new Found(by, r, used)))
              .filter(found -> guarded.containsKey(id(found.used())))
              .forEach(f -> uses.computeIfAbsent(id(f.used()), u -> new ArrayList<>()).add(f));
        }
      }
    }
    return uses;
  }

  private static void inspectNew(
      Edit edit, CompiledEdit compiled, int before, List<Found> uses, Findings findings) {
    Found last = uses.get(uses.size() - 1);
    if (uses.size() > before && !Safeguards.mayUse(edit, last.used().place())) {
      findings.add(
          ReferenceLayer.NEW
              .found("The edit newly uses the protected " + last.used().place())
              .at(compiled.place(last.by().owner(), last.reference().line()))
              .remedy("do without it, or let a person add it to protect.may-use"));
    }
  }

  private static void inspectLost(
      CompiledEdit compiled, List<Found> uses, int after, Findings findings) {
    Found first = uses.get(0);
    if (uses.size() > after) {
      boolean gone = uses.stream().allMatch(use -> !compiled.after().has(use.by().owner()));
      findings.add(
          REMOVED
              .found(
                  gone ? Tier.ESCALATE : Tier.HARD,
                  "The edited classes use the protected "
                      + first.used().place()
                      + " "
                      + uses.size()
                      + " times before and "
                      + after
                      + " after the edit")
              .at(compiled.place(first.by().owner(), 0))
              .remedy("keep every use of it"));
    }
  }
}
