package dev.ratchet.java;

import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;

/** Says what an edit takes from those who use a program. */
final class ApiComparison {
  private final Compilation.Compiled base;
  private final Compilation.Compiled candidate;
  private final ApiView before;
  private final ApiView after;
  private final List<Finding> findings = new ArrayList<>();

  ApiComparison(
      Compilation.Compiled base, Compilation.Compiled candidate, ApiView before, ApiView after) {
    this.base = base;
    this.candidate = candidate;
    this.before = before;
    this.after = after;
  }

  List<Finding> findings() {
    before.shown().forEach(this::compare);
    return findings;
  }

  private void compare(ApiType was) {
    Optional<ApiType> now = after.own(was.name());
    if (now.isEmpty()) {
      add(was, "type-removed", "The " + was.kind() + " " + was.shown() + " is gone", "keep it");
    } else if (!after.shows(now.get())) {
      add(
          was,
          "access-reduced",
          "The " + was.kind() + " " + was.shown() + " can no longer be seen from outside",
          "keep it as public or protected as it was");
    } else {
      compare(was, now.get());
    }
  }

  private void compare(ApiType was, ApiType now) {
    compareHeaders(was, now);
    before.members(was).forEach(member -> compare(was, now, member));
    if (was.isExtendable() && now.isExtendable()) {
      after
          .owed(now)
          .filter(member -> before.method(was, member.key()).isEmpty())
          .forEach(member -> addOwed(now, member));
    }
  }

  private void addOwed(ApiType now, ApiMember member) {
    add(
        now,
        "abstract-added",
        "Whoever extends " + now.shown() + " now has to write " + member.in(now),
        now.kind().equals("annotation") ? "give it a default value" : "give it a default body");
  }

  private void compareHeaders(ApiType was, ApiType now) {
    String type = was.shown();
    if (!was.kind().equals(now.kind())) {
      add(
          was,
          "kind-changed",
          type + " was of the kind " + was.kind() + " and is now of the kind " + now.kind(),
          "keep its kind");
      return;
    }
    if (was.is(Opcodes.ACC_PUBLIC) && !now.is(Opcodes.ACC_PUBLIC)) {
      add(was, "access-reduced", type + " is no longer public", "keep it public");
    }
    if (was.isExtendable() && (now.is(Opcodes.ACC_FINAL) || now.isSealed())) {
      String how = now.isSealed() ? "sealed" : "final";
      add(was, "now-final", type + " is now " + how, "leave it open for subtypes");
    }
    if (!was.is(Opcodes.ACC_ABSTRACT) && now.is(Opcodes.ACC_ABSTRACT)) {
      add(was, "now-abstract", type + " is now abstract", "let it be created as before");
    }
    if (was.outer().isPresent() && was.is(Opcodes.ACC_STATIC) != now.is(Opcodes.ACC_STATIC)) {
      add(was, "static-changed", type + changedStatic(now.is(Opcodes.ACC_STATIC)), keepStatic());
    }
    if (!was.typeParameters().equals(now.typeParameters())) {
      add(was, "signature-changed", "The type parameters of " + type + " changed", keepTypes());
    }
    Set<String> lost = before.supertypeNames(was);
    lost.removeAll(after.supertypeNames(now));
    lost.removeIf(name -> before.own(name).filter(s -> !before.shows(s)).isPresent());
    if (!lost.isEmpty()) {
      add(was, "supertype-removed", type + " is no longer a " + shown(lost), "keep its supertypes");
    }
  }

  private static String shown(Set<String> names) {
    return names.stream()
        .map(name -> name.replace('/', '.').replace('$', '.'))
        .collect(Collectors.joining(", "));
  }

  private static String changedStatic(boolean isStatic) {
    return isStatic ? " is now static" : " is no longer static";
  }

  private static String keepStatic() {
    return "leave static as it was";
  }

  private static String keepTypes() {
    return "keep its types";
  }

  private void compare(ApiType was, ApiType now, ApiMember old) {
    Optional<ApiMember> found =
        old.isMethod() ? after.method(now, old.key()) : after.field(now, old.name());
    if (found.isEmpty()) {
      addMissing(was, now, old);
      return;
    }
    ApiMember linked = found.get();
    boolean bridge = old.isMethod() && linked.is(Opcodes.ACC_SYNTHETIC);
    ApiMember member = bridge ? sameCall(now, old).orElse(linked) : linked;
    String shown = old.in(was);
    if (rank(member) < rank(old)) {
      String words = rank(member) == 1 ? "now only protected" : "no longer public or protected";
      add(now, "access-reduced", shown + " is " + words, "keep it as accessible as it was");
    }
    if (old.is(Opcodes.ACC_STATIC) != member.is(Opcodes.ACC_STATIC)) {
      String changed = changedStatic(member.is(Opcodes.ACC_STATIC));
      add(now, "static-changed", shown + changed, keepStatic());
    }
    if (old.isMethod()) {
      compareMethods(was, now, old, member);
    } else {
      compareFields(was, now, old, member);
    }
  }

  private static int rank(ApiMember member) {
    if (member.is(Opcodes.ACC_PUBLIC)) {
      return 2;
    }
    return member.is(Opcodes.ACC_PROTECTED) ? 1 : 0;
  }

  private void addMissing(ApiType was, ApiType now, ApiMember old) {
    Optional<ApiMember> other = old.isMethod() ? sameCall(now, old) : Optional.empty();
    if (other.isPresent()) {
      add(
          now,
          "return-type-changed",
          old.in(was) + " returned " + old.type() + " and now returns " + other.get().type(),
          "return what it returned");
      return;
    }
    String kind = old.isConstructor() ? "constructor" : old.isMethod() ? "method" : "field";
    String message = "The " + kind + " " + old.in(was) + " is gone";
    add(now, kind + "-removed", message, "keep it; it may call what takes its place");
  }

  /** A method that is called alike, and gives something else. */
  private Optional<ApiMember> sameCall(ApiType now, ApiMember old) {
    return after.withSupertypes(now).stream()
        .flatMap(from -> from.methods().values().stream())
        .filter(m -> m.name().equals(old.name()) && m.parameters().equals(old.parameters()))
        .filter(m -> !m.isConstructor() && !m.is(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PRIVATE))
        .findFirst();
  }

  private void compareMethods(ApiType was, ApiType now, ApiMember old, ApiMember member) {
    String shown = old.in(was);
    boolean overridden = was.isExtendable() && !old.isConstructor() && !old.is(Opcodes.ACC_STATIC);
    if (overridden && !old.is(Opcodes.ACC_FINAL) && member.is(Opcodes.ACC_FINAL)) {
      add(now, "now-final", shown + " is now final", "let subtypes override it");
    }
    if (!old.isOwed() && member.isOwed()) {
      String what = old.hasDefault() ? " has no default any more" : " is now abstract";
      add(now, "now-abstract", shown + what, "keep what it did");
    }
    boolean sameOwner = old.owner().equals(member.owner());
    boolean varargs = old.is(Opcodes.ACC_VARARGS) && !member.is(Opcodes.ACC_VARARGS);
    boolean sameCall = sameOwner && old.key().equals(member.key());
    if (varargs || sameCall && !old.signature().equals(member.signature())) {
      String what = varargs ? " no longer takes any number of arguments" : " has other types";
      add(now, "signature-changed", shown + what, keepTypes());
    }
    compareExceptions(now, shown, old, member);
  }

  private void compareExceptions(ApiType now, String shown, ApiMember old, ApiMember member) {
    Set<String> more = new TreeSet<>(member.exceptions());
    more.removeAll(old.exceptions());
    more.removeIf(name -> !after.isChecked(name));
    if (!more.isEmpty()) {
      add(now, "exceptions-changed", shown + " now throws " + shown(more), "handle it inside");
    }
    Set<String> less = new TreeSet<>(old.exceptions());
    less.removeAll(member.exceptions());
    less.removeIf(name -> !before.isChecked(name));
    if (!less.isEmpty()) {
      String message = shown + " no longer throws " + shown(less);
      add(
          now,
          "exceptions-changed",
          message,
          "leave it in the throws clause, where callers need it");
    }
  }

  private void compareFields(ApiType was, ApiType now, ApiMember old, ApiMember member) {
    String shown = old.in(was);
    boolean sameOwner = old.owner().equals(member.owner());
    if (!old.descriptor().equals(member.descriptor())
        || sameOwner && !old.signature().equals(member.signature())) {
      String erased = old.type().equals(member.type()) ? " with other type arguments" : "";
      add(
          now,
          "field-type-changed",
          shown + " was a " + old.type() + " and is now a " + member.type() + erased,
          keepTypes());
    }
    if (!old.is(Opcodes.ACC_FINAL) && member.is(Opcodes.ACC_FINAL)) {
      add(now, "now-final", shown + " is now final", "let others assign it");
    }
  }

  private void add(ApiType type, String rule, String message, String remedy) {
    findings.add(
        Finding.hard("api." + rule, message)
            .at(place(type))
            .because("programs that use the public API must compile and link as before")
            .remedy(remedy + ", or leave its package out of the validator's packages"));
  }

  private Place place(ApiType type) {
    String name = type.name().replace('/', '.');
    return candidate.source(name).or(() -> base.source(name)).map(Place::of).orElse(Place.NONE);
  }
}
