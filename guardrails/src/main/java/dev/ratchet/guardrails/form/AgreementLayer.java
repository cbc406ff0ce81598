package dev.ratchet.guardrails.form;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.inspection.CompiledEdit;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.verdict.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The parser of the rules and the compiler have to agree on what a file declares. */
public final class AgreementLayer implements Layer {
  private static final Rule DISAGREEMENT =
      Rule.hard("java.disagreement", "Parser and compiler agree on what a file declares")
          .because("then one of them was led astray, and rules would judge another program")
          .stops("a method that only the compiler sees")
          .passes("a method that both see");

  private static final Set<String> OF_ENUMS = Set.of("values/0", "valueOf/1");
  private static final Set<String> OF_RECORDS = Set.of("equals/1", "hashCode/0", "toString/0");

  @Override
  public List<Rule> rules() {
    return List.of(DISAGREEMENT);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    edit.compiled()
        .ifPresent(
            compiled ->
                edit.files().stream()
                    .filter(file -> file.isJava() && edit.isSource(file.path()))
                    .filter(file -> file.problemAfter().isEmpty())
                    .forEach(file -> inspect(file, compiled, findings)));
  }

  private static void inspect(FileEdit file, CompiledEdit compiled, Findings findings) {
    List<ClassFacts> classes =
        compiled.compiledFrom(file.path()).stream().filter(AgreementLayer::hasName).toList();
    List<Member> members = file.javaAfter().members();
    Set<String> parsed = typesIn(members);
    Set<String> built =
        classes.stream().map(c -> ClassFacts.canonical(c.name())).collect(Collectors.toSet());
    report(file.path(), "types", parsed, built, findings);
    for (ClassFacts type : classes) {
      inspectMembers(file.path(), type, members, findings);
    }
  }

  /** Local classes and those without a name have a digit after the dollar. */
  private static boolean hasName(ClassFacts type) {
    return !type.name().matches(".*\\$\\d.*");
  }

  private static Set<String> typesIn(List<Member> members) {
    return members.stream()
        .filter(m -> m.kind() == Member.Kind.TYPE)
        .map(Member::fullName)
        .collect(Collectors.toSet());
  }

  private static void inspectMembers(
      SourcePath path, ClassFacts type, List<Member> members, Findings findings) {
    String name = ClassFacts.canonical(type.name());
    Set<String> parsed = new HashSet<>();
    members.stream()
        .filter(m -> m.owner().equals(name))
        .filter(m -> m.kind() != Member.Kind.TYPE && m.kind() != Member.Kind.HEADER)
        .filter(m -> m.kind() != Member.Kind.CONSTRUCTOR && m.kind() != Member.Kind.INITIALIZER)
        .forEach(m -> parsed.add(m.kind() == Member.Kind.METHOD ? key(m) : m.name()));
    Set<String> built = new HashSet<>();
    type.members().values().stream()
        .filter(m -> !m.isSynthetic() && !m.name().startsWith("<"))
        .forEach(m -> built.add(m.isMethod() ? key(m) : m.name()));
    built.removeIf(key -> isImplicit(key, type, parsed));
    report(path, "members of " + name, parsed, built, findings);
  }

  private static String key(Member method) {
    return method.name() + "/" + method.parameters().size();
  }

  private static String key(ClassFacts.MemberFacts method) {
    return method.name() + "/" + method.parameterCount();
  }

  private static boolean isImplicit(String key, ClassFacts type, Set<String> parsed) {
    if (parsed.contains(key)) {
      return false;
    }
    return switch (type.superclass().orElse("")) {
      case "java.lang.Enum" -> OF_ENUMS.contains(key);
      case "java.lang.Record" ->
          OF_RECORDS.contains(key)
              || key.endsWith("/0") && parsed.contains(key.substring(0, key.length() - 2));
      default -> false;
    };
  }

  private static void report(
      SourcePath path, String what, Set<String> parsed, Set<String> built, Findings findings) {
    if (parsed.equals(built)) {
      return;
    }
    Set<String> odd = new TreeSet<>(parsed);
    odd.addAll(built);
    odd.removeIf(name -> parsed.contains(name) && built.contains(name));
    findings.add(
        DISAGREEMENT
            .found(
                "The parser and the compiler do not see the same "
                    + what
                    + ": "
                    + Shown.text(String.join(", ", odd)))
            .at(Place.of(path))
            .remedy("write it plainly, without escapes and unusual characters"));
  }
}
