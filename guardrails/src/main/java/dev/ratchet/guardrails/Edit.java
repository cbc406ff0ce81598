package dev.ratchet.guardrails;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.spi.Candidate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An edit with the rules it is judged by: what every layer looks at. */
final class Edit {
  private final Candidate candidate;
  private final Rules rules;
  private final JavaCache java;
  private final ProtectedIndex index;
  private final List<FileEdit> files;
  private final Map<String, Boolean> declared = new HashMap<>();

  Edit(Candidate candidate, Rules rules, JavaCache java, ProtectedIndex index) {
    this.candidate = candidate;
    this.rules = rules;
    this.java = java;
    this.index = index;
    this.files =
        candidate.changes().changes().stream().map(change -> new FileEdit(change, java)).toList();
  }

  Candidate candidate() {
    return candidate;
  }

  SourceTree base() {
    return candidate.base();
  }

  Rules rules() {
    return rules;
  }

  List<FileEdit> files() {
    return files;
  }

  /** Returns the protected members of the base. */
  ProtectedIndex.Snapshot protectedMembers() {
    return index.of(candidate.base());
  }

  /** Returns the names of the methods and fields that a protected type of the base declares. */
  Stream<String> namesDeclaredIn(String type) {
    return protectedMembers().entries().stream()
        .filter(entry -> entry.member().kind() == Member.Kind.TYPE)
        .filter(entry -> entry.member().fullName().equals(type))
        .flatMap(entry -> base().file(entry.path()).stream())
        .flatMap(file -> java.facts(file).members().stream())
        .filter(m -> m.kind() == Member.Kind.METHOD || m.kind() == Member.Kind.FIELD)
        .filter(m -> m.owner().equals(type) || m.owner().startsWith(type + "."))
        .map(Member::name);
  }

  /** Returns the source root that a file is in. */
  Optional<SourcePath> sourceRoot(SourcePath path) {
    return Stream.concat(rules.java().sources().stream(), rules.java().tests().stream())
        .filter(root -> path.value().startsWith(root.value() + "/"))
        .findFirst();
  }

  /** Returns the full name of the type that a Java file is named for. */
  Optional<String> typeOf(SourcePath path) {
    return FileEdit.isJava(path)
        ? sourceRoot(path)
            .map(root -> path.value().substring(root.value().length() + 1))
            .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
        : Optional.empty();
  }

  /** Returns whether the program has a type of this full name, before or after the edit. */
  boolean declares(String fullName) {
    return declared.computeIfAbsent(
        fullName, name -> declaredInTree(name) || declaredInEdit().contains(name));
  }

  private Set<String> declaredInEdit() {
    return files.stream()
        .<JavaSource>mapMulti(
            (file, facts) -> {
              facts.accept(file.javaBefore());
              facts.accept(file.javaAfter());
            })
        .flatMap(source -> source.members().stream())
        .filter(member -> member.kind() == Member.Kind.TYPE)
        .map(Member::fullName)
        .collect(Collectors.toSet());
  }

  private boolean declaredInTree(String fullName) {
    String file = fullName.replace('.', '/') + ".java";
    Function<SourcePath, String> inRoot = root -> root.value() + "/" + file;
    return rules.java().sources().stream()
        .map(inRoot)
        .filter(path -> SourcePath.problem(path).isEmpty())
        .anyMatch(path -> base().contains(SourcePath.of(path)));
  }
}
