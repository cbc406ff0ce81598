package dev.ratchet.guardrails.power;

import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.bytecode.Program;
import dev.ratchet.guardrails.bytecode.Reference;
import dev.ratchet.guardrails.inspection.CompiledEdit;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.jdk.Catalogue.Power;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.protection.MemberCodeLayer;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * No new powers, as class files tell: whatever the spelling, the use is there under its real name.
 *
 * <p>Uses are counted per member of the JDK over all classes that differ. A power that is reached
 * through the program's own code counts where a method that did not reach it before now calls into
 * a class that the edit does not change; only calls with a known target are followed for that.
 */
public final class PowerLayer implements Layer {
  /** A use of a power in a class file. */
  private record Found(MemberFacts by, Reference reference, Power power) {}

  @Override
  public List<Rule> rules() {
    return PowerFindings.RULES;
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    edit.compiled().ifPresent(compiled -> inspect(edit, compiled, findings));
  }

  private static void inspect(Edit edit, CompiledEdit compiled, Findings findings) {
    Map<String, List<Found>> before = found(compiled.before(), compiled.changedBefore());
    Map<String, List<Found>> after = found(compiled.after(), compiled.changedAfter());
    after.forEach(
        (api, uses) ->
            edit.rules()
                .stance(uses.get(0).power().capability())
                .tier()
                .ifPresent(
                    tier ->
                        inspect(
                            edit,
                            compiled,
                            tier,
                            before.getOrDefault(api, List.of()),
                            uses,
                            findings)));
    new WrappedPowers(edit, compiled).inspect(findings);
  }

  /** Returns what the edited classes can do, new or not. */
  static Set<Capability> capabilities(CompiledEdit compiled) {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    found(compiled.after(), compiled.changedAfter())
        .values()
        .forEach(uses -> all.add(uses.get(0).power().capability()));
    return all;
  }

  private static Map<String, List<Found>> found(Program program, List<ClassFacts> classes) {
    JdkUses jdk = new JdkUses(program);
    List<Found> found = new ArrayList<>();
    for (ClassFacts type : classes) {
      for (MemberFacts member : type.members().values()) {
        if (member.isMethod()) {
          member
              .references()
              .forEach(r -> jdk.power(r).ifPresent(p -> found.add(new Found(member, r, p))));
        }
      }
      jdk.inherited(type).forEach(p -> found.add(new Found(header(type), supertype(type), p)));
    }
    return found.stream()
        .collect(Collectors.groupingBy(f -> f.power().api(), TreeMap::new, Collectors.toList()));
  }

  private static MemberFacts header(ClassFacts type) {
    return new MemberFacts(type.name(), "", "()V", 0, Optional.empty(), List.of(), 0, "");
  }

  private static Reference supertype(ClassFacts type) {
    return new Reference(Reference.Kind.TYPE, type.superclass().orElse(""), "", "", 0);
  }

  private static void inspect(
      Edit edit,
      CompiledEdit compiled,
      Tier tier,
      List<Found> old,
      List<Found> now,
      Findings findings) {
    List<String> known = new ArrayList<>();
    old.forEach(use -> known.add(edit.lineBefore(place(compiled, use))));
    Optional<Found> added =
        now.stream()
            .filter(use -> !known.remove(edit.lineAfter(place(compiled, use))))
            .max(Comparator.comparing(use -> MemberCodeLayer.isDifferent(use.by(), compiled)));
    if (now.size() > old.size()) {
      Found shown = added.orElse(now.get(now.size() - 1));
      findings.add(PowerFindings.added(tier, shown.power(), place(compiled, shown)));
    } else if (tier == Tier.HARD) {
      added
          .filter(use -> MemberCodeLayer.isDifferent(use.by(), compiled))
          .ifPresent(use -> findings.add(PowerFindings.changed(use.power(), place(compiled, use))));
    }
  }

  private static Place place(CompiledEdit compiled, Found use) {
    return compiled.place(use.by().owner(), use.reference().line());
  }
}
