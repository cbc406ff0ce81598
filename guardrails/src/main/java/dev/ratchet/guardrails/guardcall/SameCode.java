package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Located;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Pair;
import dev.ratchet.guardrails.inspection.CompiledEdit;
import dev.ratchet.guardrails.source.Body;
import java.util.List;
import java.util.Optional;

/**
 * Tells the bodies that compile to what they compiled to: locals are renamed, or words spelt out.
 */
final class SameCode {
  private final Optional<CompiledEdit> compiled;

  SameCode(Optional<CompiledEdit> compiled) {
    this.compiled = compiled;
  }

  boolean contains(Pair pair) {
    Body before = pair.before().body();
    return pair.after()
        .filter(after -> after.body().owner().equals(before.owner()))
        .filter(after -> after.body().name().equals(before.name()))
        .flatMap(after -> compiled.filter(edit -> isSame(after, edit)))
        .isPresent();
  }

  /** Overloads count together, since a body does not say the types of its parameters. */
  private static boolean isSame(Located located, CompiledEdit edit) {
    String owner = located.body().owner();
    Optional<ClassFacts> now =
        edit.compiledFrom(located.path()).stream()
            .filter(type -> ClassFacts.canonical(type.name()).equals(owner))
            .findFirst();
    Optional<ClassFacts> old = now.flatMap(type -> edit.before().facts(type.name()));
    return old.filter(type -> type.header().equals(now.orElseThrow().header()))
        .filter(type -> isSame(type, now.orElseThrow(), located.body(), edit))
        .isPresent();
  }

  private static boolean isSame(ClassFacts old, ClassFacts now, Body body, CompiledEdit edit) {
    List<String> keys = keys(old, body);
    return !keys.isEmpty()
        && keys.equals(keys(now, body))
        && keys.stream()
            .allMatch(
                key ->
                    edit.before().code(old.name(), key).equals(edit.after().code(old.name(), key)));
  }

  private static List<String> keys(ClassFacts type, Body body) {
    boolean isConstructor = body.owner().endsWith("." + body.name());
    String name = isConstructor ? "<init>" : body.name();
    return type.members().values().stream()
        .filter(member -> member.name().equals(name))
        .map(MemberFacts::key)
        .toList();
  }
}
