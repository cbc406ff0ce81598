package dev.ratchet.guardrails.power;

import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.Program;
import dev.ratchet.guardrails.bytecode.Reference;
import dev.ratchet.guardrails.jdk.Catalogue;
import dev.ratchet.guardrails.jdk.Catalogue.Power;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reference in a class file means to the catalogue of the JDK. */
final class JdkUses {
  private final Program program;

  JdkUses(Program program) {
    this.program = program;
  }

  /** Returns the power of a reference; a member that the program declares itself has none. */
  Optional<Power> power(Reference reference) {
    if (reference.kind() == Reference.Kind.IMPLEMENT) {
      return Optional.empty();
    }
    if (!program.has(reference.owner())) {
      return ofJdk(reference.owner(), reference);
    }
    if (reference.name().isEmpty() || program.resolve(reference).isPresent()) {
      return Optional.empty();
    }
    return program.foreignSupertypes(reference.owner()).stream()
        .flatMap(owner -> ofJdk(owner, reference).stream())
        .findFirst();
  }

  private static Optional<Power> ofJdk(String owner, Reference reference) {
    String member = reference.name().equals("<init>") ? "new" : reference.name();
    return member.isEmpty()
        ? Catalogue.jdk().power(owner)
        : Catalogue.jdk().power(owner, member, reference.descriptor());
  }

  /** Returns the powers of the types that a class extends or implements. */
  Stream<Power> inherited(ClassFacts type) {
    return type.supertypes().stream()
        .filter(Objects::nonNull)
        .filter(name -> !program.has(name))
        .flatMap(name -> Catalogue.jdk().power(name, "{}", "").stream());
  }
}
