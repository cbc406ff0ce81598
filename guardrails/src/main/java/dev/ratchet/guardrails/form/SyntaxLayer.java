package dev.ratchet.guardrails.form;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.source.SyntaxException;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.List;
import java.util.Optional;

/** Java files parse, and declare the package that their folder says. */
public final class SyntaxLayer implements Layer {
  private static final Rule BASELINE =
      Rule.hard("java.baseline", "A file that is edited could be parsed before")
          .because("an edit can only be judged against what was there")
          .stops("a change of Legacy.java, which was no Java before")
          .passes("a change of a file beside it");
  private static final Rule ONE_TYPE =
      Rule.escalate("java.one-type", "No file newly declares a second type beside its own")
          .because("a type is looked for in the file of its name")
          .stops("class Solver {} class Hidden {} in Solver.java")
          .passes("class Solver { static class Hidden {} } in Solver.java");
  private static final Rule PACKAGE =
      Rule.hard("java.package", "A file declares the package of its folder")
          .because("a type is looked for where its package says")
          .stops("package acme.agent; in src/main/java/acme/solver")
          .passes("package acme.solver; in src/main/java/acme/solver");
  private static final Rule SOURCE_ROOT =
      Rule.hard("java.source-root", "Java lies below a source root")
          .because("it is not known what program it belongs to")
          .stops("a new file tools/Solver.java")
          .passes("a new file src/main/java/acme/Solver.java");
  private static final Rule SYNTAX =
      Rule.hard("java.syntax", "Java parses at the level of the policy")
          .because("what can't be parsed can't be judged")
          .stops("switch (o) { case String s -> ... } at level 17")
          .passes("switch (word) { case \"a\" -> ... } at level 17");

  @Override
  public List<Rule> rules() {
    return List.of(BASELINE, ONE_TYPE, PACKAGE, SOURCE_ROOT, SYNTAX);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    for (FileEdit file : edit.files()) {
      if (file.wasJava()) {
        file.problemBefore().ifPresent(problem -> findings.add(unreadable(file, problem)));
      }
      if (file.isJava() && !file.isTooDeep()) {
        Optional<SyntaxException> problem = file.problemAfter();
        problem.ifPresentOrElse(
            p -> findings.add(unparsable(file, p, edit.rules().java().level())),
            () -> {
              inspectPackage(file, edit, findings);
              inspectTypes(file, findings);
            });
      }
    }
  }

  private static Finding unreadable(FileEdit file, SyntaxException problem) {
    return BASELINE
        .found("The file as it was can't be parsed: " + Shown.text(problem.reason()))
        .at(Place.of(file.from(), problem.line()))
        .remedy("leave the file alone, or let a person set java.level to the right level");
  }

  private static Finding unparsable(FileEdit file, SyntaxException problem, int level) {
    return SYNTAX
        .found("The file is not Java " + level + ": " + Shown.text(problem.reason()))
        .at(Place.of(file.path(), problem.line()))
        .remedy("mend the syntax");
  }

  private static void inspectPackage(FileEdit file, Edit edit, Findings findings) {
    Optional<SourcePath> root = edit.sourceRoot(file.path());
    if (root.isEmpty()) {
      findings.add(
          SOURCE_ROOT
              .found(file.path() + " lies outside every source root")
              .at(Place.of(file.path()))
              .remedy("put Java files under " + edit.rules().java().sources()));
      return;
    }
    String folder =
        file.path()
            .parent()
            .map(SourcePath::value)
            .filter(parent -> parent.length() > root.get().value().length())
            .map(parent -> parent.substring(root.get().value().length() + 1).replace('/', '.'))
            .orElse("");
    String declared = file.javaAfter().packageName();
    if (!declared.equals(folder)) {
      findings.add(
          PACKAGE
              .found(
                  "The file declares the package "
                      + Shown.quoted(declared)
                      + ", but its folder says "
                      + Shown.quoted(folder))
              .at(Place.of(file.path()))
              .remedy("declare the package of the folder"));
    }
  }

  private static void inspectTypes(FileEdit file, Findings findings) {
    List<Member> now = topTypes(file.javaAfter());
    if (now.size() > 1 && now.size() > topTypes(file.javaBefore()).size()) {
      Member last = now.get(now.size() - 1);
      findings.add(
          ONE_TYPE
              .found("The file newly declares " + last.fullName() + " beside another type")
              .at(Place.of(file.path(), last.line()))
              .remedy("put it into a file of its own, or inside the other type"));
    }
  }

  private static List<Member> topTypes(JavaSource source) {
    return source.members().stream()
        .filter(m -> m.kind() == Member.Kind.TYPE && m.owner().equals(source.packageName()))
        .toList();
  }
}
