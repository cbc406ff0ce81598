package dev.ratchet.guardrails.power;

import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.bytecode.Program;
import dev.ratchet.guardrails.bytecode.Reference;
import dev.ratchet.guardrails.bytecode.Reference.Kind;
import dev.ratchet.guardrails.inspection.CompiledEdit;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.jdk.Catalogue.Power;
import dev.ratchet.guardrails.rules.Stance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds powers that are not allowed that an edit newly reaches through code that it does not
 * change.
 */
final class WrappedPowers {
  /** A power and the members on the way to it. */
  private record Way(Power power, String steps) {}

  private final Edit edit;
  private final CompiledEdit compiled;
  private final Map<String, Map<Capability, Way>> reachBefore = new HashMap<>();
  private final Map<String, Map<Capability, Way>> reachAfter = new HashMap<>();

  WrappedPowers(Edit edit, CompiledEdit compiled) {
    this.edit = edit;
    this.compiled = compiled;
  }

  void inspect(Findings findings) {
    for (ClassFacts type : compiled.changedAfter()) {
      Set<Capability> before = reachedBefore(type.name());
      for (MemberFacts member : type.members().values()) {
        for (Reference reference : member.references()) {
          if (reference.kind() == Kind.CALL) {
            inspect(member, reference, before, findings);
          }
        }
      }
    }
  }

  /** What any method of the class reached before is not new to it. */
  private Set<Capability> reachedBefore(String className) {
    Set<Capability> reached = new HashSet<>();
    compiled
        .before()
        .facts(className)
        .ifPresent(
            type ->
                type.members()
                    .values()
                    .forEach(
                        m -> reached.addAll(ways(compiled.before(), m, reachBefore).keySet())));
    return reached;
  }

  private void inspect(
      MemberFacts by, Reference reference, Set<Capability> before, Findings findings) {
    Optional<MemberFacts> target =
        compiled
            .after()
            .resolve(reference)
            .filter(member -> !compiled.changed().contains(member.owner()));
    if (target.isEmpty()) {
      return;
    }
    ways(compiled.after(), target.get(), reachAfter)
        .forEach(
            (capability, way) -> {
              if (!before.contains(capability)) {
                findings.add(
                    PowerFindings.wrapped(
                        way.power(),
                        by.place(),
                        way.steps(),
                        compiled.place(by.owner(), reference.line())));
              }
            });
  }

  /** Returns the powers that are not allowed that a member reaches by calls with a known target. */
  private Map<Capability, Way> ways(
      Program program, MemberFacts start, Map<String, Map<Capability, Way>> known) {
    String id = start.owner() + " " + start.key();
    Map<Capability, Way> ways = known.get(id);
    if (ways == null) {
      ways = search(program, start);
      known.put(id, ways);
    }
    return ways;
  }

  private Map<Capability, Way> search(Program program, MemberFacts start) {
    JdkUses jdk = new JdkUses(program);
    Map<Capability, Way> ways = new EnumMap<>(Capability.class);
    Set<String> seen = new HashSet<>(Set.of(start.owner() + " " + start.key()));
    Deque<MemberFacts> open = new ArrayDeque<>(Set.of(start));
    while (!open.isEmpty()) {
      MemberFacts member = open.pop();
      for (Reference reference : member.references()) {
        Optional<Power> power = jdk.power(reference).filter(this::isWatched);
        power.ifPresent(
            p ->
                ways.putIfAbsent(
                    p.capability(), new Way(p, start.place() + " .. " + member.place())));
        if (power.isEmpty() && reference.kind() == Kind.CALL) {
          program
              .resolve(reference)
              .filter(target -> seen.add(target.owner() + " " + target.key()))
              .ifPresent(open::add);
        }
      }
    }
    return ways;
  }

  private boolean isWatched(Power power) {
    return edit.rules().stance(power.capability()) != Stance.ALLOW;
  }
}
