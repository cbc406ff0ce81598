package dev.ratchet.guardrails;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.form.PathLayer;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.spi.Candidate;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A bundled project with a guardrail that all properties share, so that it is warmed up once. */
record Project(Corpus corpus, PolicyGuardrail guardrail) {
  private static final List<Project> ALL =
      Corpus.all().stream().map(c -> new Project(c, PolicyGuardrail.of(c.policy()))).toList();

  /** An edit of the corpus that can be applied. */
  record Case(Project project, CorpusEdit edit, ChangeSet changes) {
    Verdict verdict() {
      return project.inspect(changes);
    }

    @Override
    public String toString() {
      return project + "/" + edit.name();
    }
  }

  static List<Project> all() {
    return ALL;
  }

  static Project named(String name) {
    return ALL.stream().filter(p -> p.corpus().name().equals(name)).findFirst().orElseThrow();
  }

  static List<Case> allCases() {
    return ALL.stream().flatMap(project -> project.cases().stream()).toList();
  }

  private List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (CorpusEdit edit : corpus.edits()) {
      changes(edit).ifPresent(changes -> cases.add(new Case(this, edit, changes)));
    }
    return cases;
  }

  /** Returns what an edit changes; empty if it can't even be named. */
  private Optional<ChangeSet> changes(CorpusEdit edit) {
    try {
      ChangeSet changes = ChangeSet.of(edit.changes().stream().map(Supplier::get).toList());
      Corpus.candidate(corpus.base(), changes);
      return Optional.of(changes);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Candidate candidate(ChangeSet changes) {
    return Corpus.candidate(corpus.base(), changes);
  }

  Verdict inspect(ChangeSet changes) {
    return guardrail.inspect(candidate(changes));
  }

  Verdict inspect(SourcePath path, String text) {
    SourceFile file = corpus.base().file(path).orElseThrow();
    return inspect(ChangeSet.of(List.of(new Change.Modify(path, file, file.withText(text)))));
  }

  String text(SourcePath path) {
    return corpus.base().file(path).flatMap(SourceFile::text).orElseThrow();
  }

  /** Returns the Java files that may be modified as far as their paths go. */
  List<SourcePath> editableJava() {
    return corpus.base().paths().stream()
        .filter(FileEdit::isJava)
        .filter(this::isEditable)
        .toList();
  }

  private boolean isEditable(SourcePath path) {
    Policy policy = corpus.policy();
    PolicyGuardrail gate = PolicyGuardrail.of(policy, List.of(), List.of(new PathLayer()));
    SourceFile file = corpus.base().file(path).orElseThrow();
    Change change = new Change.Modify(path, file, file.withText(text(path) + "\n"));
    return gate.inspect(candidate(ChangeSet.of(List.of(change)))).isAccepted();
  }

  /** Returns what was decided, whatever the order of the findings. */
  static Set<String> findings(Verdict verdict) {
    return verdict.findings().stream().map(Finding::toString).collect(Collectors.toSet());
  }

  static Set<String> rules(Verdict verdict) {
    return verdict.findings().stream().map(Finding::rule).collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return corpus.name();
  }
}
