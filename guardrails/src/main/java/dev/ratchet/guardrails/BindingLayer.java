package dev.ratchet.guardrails;

import dev.ratchet.guardrails.ProtectedIndex.Entry;
import dev.ratchet.guardrails.source.Import;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.source.MemberPattern;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names in protected members keep meaning what they meant: no shadow, no other import. */
final class BindingLayer implements Layer {
  @Override
  public void inspect(Edit edit, Findings findings) {
    List<Entry> entries = edit.protectedMembers().entries();
    inspectTypeNames(edit, findings);
    for (FileEdit file : edit.files()) {
      inspectImports(file, entries, findings);
      inspectNewMembers(file, entries, findings);
    }
  }

  private static void inspectTypeNames(Edit edit, Findings findings) {
    Set<String> reserved =
        edit.rules().protection().patterns().stream()
            .map(MemberPattern::simpleName)
            .collect(Collectors.toSet());
    List<String> before = new ArrayList<>();
    edit.files().forEach(f -> f.javaBefore().typeNames().forEach(t -> before.add(t.name())));
    for (FileEdit file : edit.files()) {
      for (JavaSource.Named type : file.javaAfter().typeNames()) {
        if (!before.remove(type.name()) && reserved.contains(type.name())) {
          findings.add(
              Finding.hard(
                      "members.shadowed",
                      "A new type has the name of the protected type " + type.name())
                  .at(Place.of(file.path(), type.line()))
                  .because("code could then use it in place of the protected one")
                  .remedy("choose another name"));
        }
      }
    }
  }

  private static void inspectImports(FileEdit file, List<Entry> entries, Findings findings) {
    Set<String> names = new HashSet<>();
    entries.stream()
        .filter(entry -> entry.path().equals(file.from()))
        .forEach(entry -> names.addAll(entry.member().identifiers()));
    if (names.isEmpty() || file.afterFile().isEmpty()) {
      return;
    }
    Set<String> before = binding(file.javaBefore(), names);
    Set<String> after = binding(file.javaAfter(), names);
    for (Import line : file.javaAfter().imports()) {
      if (after.contains(line.written()) && !before.contains(line.written())) {
        findings.add(binding(file, line.written(), "A new", line.line()));
      }
    }
    before.removeAll(after);
    before.forEach(lost -> findings.add(binding(file, lost, "The removed", 0)));
  }

  private static Set<String> binding(JavaSource source, Set<String> names) {
    return source.imports().stream()
        .filter(line -> line.onDemand() || names.contains(line.simpleName()))
        .map(Import::written)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Finding binding(FileEdit file, String line, String which, int number) {
    return Finding.hard(
            "members.binding",
            which + " '" + line + "' can change what a protected member in this file means")
        .at(Place.of(file.path(), number))
        .because("the names in protected members have to stand for what they stood for")
        .remedy("keep the imports that protected members use; import other names one by one");
  }

  private static void inspectNewMembers(FileEdit file, List<Entry> entries, Findings findings) {
    Set<String> before =
        file.javaBefore().members().stream().map(Member::place).collect(Collectors.toSet());
    for (Member member : file.javaAfter().members()) {
      if (member.kind() == Member.Kind.HEADER || before.contains(member.place())) {
        continue;
      }
      entries.stream()
          .filter(entry -> captures(member, entry))
          .findFirst()
          .ifPresent(entry -> findings.add(captured(file, member, entry)));
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

  private static Finding captured(FileEdit file, Member member, Entry entry) {
    return Finding.hard(
            "members.captured",
            "The new "
                + member.place()
                + " can take a name that the protected "
                + entry.member().place()
                + " uses")
        .at(Place.of(file.path(), member.line()))
        .because("the names in protected members have to stand for what they stood for")
        .remedy("choose another name");
  }
}
