package dev.ratchet.guardrails.evaluator;

import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.JavaSource.Named;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.text.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names that belong to the Java sources of the evaluator.
 *
 * @param packages the packages that are theirs alone
 * @param types the full names of their types
 */
record EvaluatorTypes(Set<String> packages, Set<String> types) {
  static final EvaluatorTypes NONE = new EvaluatorTypes(Set.of(), Set.of());

  /**
   * Returns the names in sources.
   *
   * @param others folders of Java that is not the evaluator's; a package in one is shared
   */
  static EvaluatorTypes of(Collection<JavaSource> sources, Collection<String> others) {
    return new EvaluatorTypes(
        sources.stream()
            .map(JavaSource::packageName)
            .filter(name -> !name.isEmpty() && others.stream().noneMatch(f -> isIn(f, name)))
            .collect(Collectors.toUnmodifiableSet()),
        sources.stream()
            .flatMap(source -> source.members().stream())
            .filter(EvaluatorTypes::isType)
            .map(Member::fullName)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static boolean isIn(String folder, String packageName) {
    return ("/" + folder).endsWith("/" + packageName.replace('.', '/'));
  }

  private static boolean isType(Member member) {
    return member.kind() == Member.Kind.TYPE;
  }

  /** Returns what a source takes of these names, in words. */
  List<Named> takenBy(JavaSource source) {
    List<Named> taken = new ArrayList<>();
    if (packages.contains(source.packageName())) {
      taken.add(new Named("declares the package " + source.packageName(), 0));
    }
    source.members().stream()
        .filter(member -> isType(member) && isTaken(member))
        .forEach(type -> taken.add(new Named("declares " + type.fullName(), type.line())));
    source.strings().stream()
        .filter(text -> types.stream().anyMatch(type -> names(text.name(), type)))
        .forEach(text -> taken.add(new Named("names " + Shown.quoted(text.name()), text.line())));
    return taken;
  }

  /** A type with the name of a package hides what is in the package. */
  private boolean isTaken(Member type) {
    String name = type.fullName();
    return packages.contains(type.owner())
        || types.contains(name)
        || packages.stream().anyMatch(taken -> (taken + ".").startsWith(name + "."));
  }

  private static boolean names(String text, String type) {
    return type.contains(".") && (text.contains(type) || text.contains(type.replace('.', '/')));
  }
}
