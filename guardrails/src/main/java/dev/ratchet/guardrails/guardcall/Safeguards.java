package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.ProtectedIndex.Entry;
import dev.ratchet.guardrails.rules.ProtectedMember;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.source.MemberPattern;
import dev.ratchet.guardrails.source.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The members that are protected, as uses name them. */
public final class Safeguards {
  private static final Set<String> OF_EVERY_OBJECT =
      Set.of("equals", "hashCode", "toString", "getClass", "notify", "notifyAll", "wait", "new");

  private final List<ProtectedMember> named;
  private final Map<String, ProtectedMember> annotated = new HashMap<>();
  private final Set<String> names;
  private final Set<String> identifiers;

  public Safeguards(Edit edit) {
    List<ProtectedMember> members = edit.rules().protection().members();
    this.named = members.stream().filter(m -> !m.pattern().isAnnotation()).toList();
    List<Member> entries = edit.protectedMembers().entries().stream().map(Entry::member).toList();
    for (ProtectedMember member : members) {
      if (member.pattern().isAnnotation()) {
        entries.stream()
            .filter(entry -> entry.annotations().contains(member.pattern().type()))
            .forEach(entry -> annotated.put(reading(entry), member));
      }
    }
    this.identifiers =
        entries.stream().flatMap(m -> m.identifiers().stream()).collect(Collectors.toSet());
    this.names =
        entries.stream()
            .flatMap(entry -> names(edit, entry))
            .filter(name -> !OF_EVERY_OBJECT.contains(name))
            .collect(Collectors.toSet());
  }

  /** Members that an annotation protects are named one by one. */
  private static String reading(Member member) {
    return switch (member.kind()) {
      case TYPE, HEADER -> member.fullName();
      case CONSTRUCTOR -> member.owner() + "#new";
      default -> member.owner() + "#" + member.name();
    };
  }

  private static Stream<String> names(Edit edit, Member member) {
    return member.kind() == Member.Kind.TYPE
        ? edit.namesDeclaredIn(member.fullName())
        : Stream.of(member.name());
  }

  public boolean isEmpty() {
    return named.isEmpty() && annotated.isEmpty();
  }

  /** Returns the protected member that a use names for certain, if any. */
  public Optional<String> named(Use use, Predicate<String> own) {
    return use.readings(own).stream().filter(r -> member(r).isPresent()).findFirst();
  }

  /** Returns what the policy says of what a reading names. */
  Optional<ProtectedMember> member(String reading) {
    return Optional.ofNullable(annotated.get(reading))
        .or(() -> named.stream().filter(m -> m.pattern().isNamedBy(reading)).findFirst());
  }

  /** Returns whether a name stands in a protected member. */
  boolean mention(String name) {
    return identifiers.contains(name);
  }

  /** Returns the name of a use that could be one of a protected member. */
  public Optional<String> perhaps(Use use) {
    return use.resolved() ? Optional.empty() : use.member().filter(names::contains);
  }

  /** Returns whether edits may newly use a member. */
  public static boolean mayUse(Edit edit, String reading) {
    List<MemberPattern> allowed = edit.rules().protection().mayUse();
    return allowed.stream().anyMatch(pattern -> pattern.isNamedBy(reading));
  }
}
