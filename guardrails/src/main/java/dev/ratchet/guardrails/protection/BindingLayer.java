package dev.ratchet.guardrails.protection;

import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.inspection.ProtectedCode;
import dev.ratchet.guardrails.inspection.ProtectedIndex.Entry;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.rules.ProtectedMember;
import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.guardrails.rules.Stance;
import dev.ratchet.guardrails.source.Import;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.source.MemberPattern;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names in protected members keep meaning what they meant: no shadow, no other import. */
public final class BindingLayer implements Layer {
  private static final Rule BINDING =
      Rule.settable("members.binding", "Imports that protected code uses stay")
          .because("the names in protected members have to stand for what they stood for")
          .stops("import acme.solver.*; in a file with a protected member")
          .passes("import java.util.List; for a new method beside it");
  private static final Rule CAPTURED =
      Rule.settable("members.captured", "No new member takes a name that protected code uses")
          .because("the names in protected members have to stand for what they stood for")
          .stops("boolean refuses(Object task) beside the call refuses(null)")
          .passes("boolean rejects(Object task)");
  private static final Rule RESERVED =
      Rule.hard("members.reserved", "No new type has a name that everybody knows otherwise")
          .because("code around it would then mean it, and not what everybody knows by that name")
          .stops("class Math { static int min(int a, int b) ... }")
          .passes("class Maths { static int middle(int a, int b) ... }");
  private static final Rule SHADOWED =
      Rule.hard("members.shadowed", "No new type has the name of a protected one")
          .because("code could then use it in place of the protected one")
          .stops("class Alignment in the package acme.solver")
          .passes("class Aligned in the package acme.solver");

  @Override
  public List<Rule> rules() {
    return List.of(BINDING, CAPTURED, RESERVED, SHADOWED);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    List<Entry> entries = edit.protectedMembers().entries();
    inspectTypeNames(edit, findings);
    if (edit.compiled().isPresent()) {
      return; // what names stand for is then seen in the code of the members
    }
    for (FileEdit file : edit.files()) {
      inspectImports(file, entries, edit.rules(), findings);
      inspectNewMembers(file, entries, edit.rules(), findings);
    }
  }

  private static void inspectTypeNames(Edit edit, Findings findings) {
    Set<String> guarded =
        edit.rules().protection().patterns().stream()
            .map(MemberPattern::simpleName)
            .collect(Collectors.toSet());
    Set<String> reserved = edit.rules().ofJava().reserved();
    List<String> before = new ArrayList<>();
    edit.files().forEach(f -> f.javaBefore().typeNames().forEach(t -> before.add(t.name())));
    for (FileEdit file : edit.files()) {
      for (JavaSource.Named type : file.javaAfter().typeNames()) {
        if (before.remove(type.name())) {
          continue;
        }
        if (guarded.contains(type.name())) {
          findings.add(shadowed(file, type));
        } else if (reserved.contains(type.name())) {
          findings.add(reserved(file, type));
        }
      }
    }
  }

  private static Finding shadowed(FileEdit file, JavaSource.Named type) {
    return SHADOWED
        .found("A new type has the name of the protected type " + type.name())
        .at(Place.of(file.path(), type.line()))
        .remedy("choose another name");
  }

  private static Finding reserved(FileEdit file, JavaSource.Named type) {
    return RESERVED
        .found("A new type has the reserved name " + type.name())
        .at(Place.of(file.path(), type.line()))
        .remedy("choose another name, or let a person take it out of java.reserved");
  }

  private static void inspectImports(
      FileEdit file, List<Entry> all, Rules rules, Findings findings) {
    List<Entry> entries = all.stream().filter(e -> e.path().equals(file.from())).toList();
    Set<String> names = new HashSet<>();
    entries.forEach(entry -> names.addAll(entry.member().identifiers()));
    Tier tier = tier(entries, rules);
    if (names.isEmpty() || file.afterFile().isEmpty()) {
      return;
    }
    Set<String> before = binding(file.javaBefore(), names);
    Set<String> after = binding(file.javaAfter(), names);
    for (Import line : file.javaAfter().imports()) {
      if (after.contains(line.written()) && !before.contains(line.written())) {
        findings.add(binding(file, tier, line.written(), "A new", line.line()));
      }
    }
    before.removeAll(after);
    before.forEach(lost -> findings.add(binding(file, tier, lost, "The removed", 0)));
  }

  private static Set<String> binding(JavaSource source, Set<String> names) {
    return source.imports().stream()
        .filter(line -> line.onDemand() || names.contains(line.simpleName()))
        .map(Import::written)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Returns the tier of the strictest protection. */
  private static Tier tier(List<Entry> entries, Rules rules) {
    return entries.stream()
        .flatMap(entry -> ProtectedCode.covering(entry, rules).stream())
        .map(ProtectedMember::bindings)
        .min(Stance::compareTo)
        .flatMap(Stance::tier)
        .orElse(Tier.HARD);
  }

  private static Finding binding(FileEdit file, Tier tier, String line, String which, int number) {
    return BINDING
        .found(
            tier, which + " '" + line + "' can change what a protected member in this file means")
        .at(Place.of(file.path(), number))
        .remedy("keep the imports that protected members use; import other names one by one");
  }

  private static void inspectNewMembers(
      FileEdit file, List<Entry> entries, Rules rules, Findings findings) {
    Set<String> before =
        file.javaBefore().members().stream().map(Member::place).collect(Collectors.toSet());
    for (Member member : file.javaAfter().members()) {
      if (member.kind() == Member.Kind.HEADER || before.contains(member.place())) {
        continue;
      }
      List<Entry> captured = entries.stream().filter(entry -> captures(member, entry)).toList();
      if (!captured.isEmpty()) {
        findings.add(captured(file, tier(captured, rules), member, captured.get(0)));
      }
    }
  }

  /** A new name is seen by a member if it is declared around it or, being a type, beside it. */
  private static boolean captures(Member added, Entry entry) {
    Member member = entry.member();
    boolean around =
        member.owner().equals(added.owner())
            || member.owner().startsWith(added.owner() + ".") && !added.owner().isEmpty()
            || member.fullName().equals(added.owner());
    boolean beside = added.kind() == Member.Kind.TYPE && added.owner().equals(entry.packageName());
    return (around || beside) && member.identifiers().contains(added.name());
  }

  private static Finding captured(FileEdit file, Tier tier, Member member, Entry entry) {
    return CAPTURED
        .found(
            tier,
            "The new "
                + member.place()
                + " can take a name that the protected "
                + entry.member().place()
                + " uses")
        .at(Place.of(file.path(), member.line()))
        .remedy("choose another name");
  }
}
