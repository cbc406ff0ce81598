package dev.ratchet.guardrails;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.source.SyntaxException;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.Optional;

/** Java files parse, and declare the package that their folder says. */
final class SyntaxLayer implements Layer {
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
            () -> inspectPackage(file, edit, findings));
      }
    }
  }

  private static Finding unreadable(FileEdit file, SyntaxException problem) {
    return Finding.hard(
            "java.baseline", "The file as it was can't be parsed: " + Shown.text(problem.reason()))
        .at(Place.of(file.from(), problem.line()))
        .because("an edit can only be judged against what was there")
        .remedy("leave the file alone, or let a person set java.level to the right level");
  }

  private static Finding unparsable(FileEdit file, SyntaxException problem, int level) {
    return Finding.hard(
            "java.syntax", "The file is not Java " + level + ": " + Shown.text(problem.reason()))
        .at(Place.of(file.path(), problem.line()))
        .because("what can't be parsed can't be judged")
        .remedy("mend the syntax");
  }

  private static void inspectPackage(FileEdit file, Edit edit, Findings findings) {
    Optional<SourcePath> root = edit.sourceRoot(file.path());
    if (root.isEmpty()) {
      findings.add(
          Finding.hard("java.source-root", file.path() + " lies outside every source root")
              .at(Place.of(file.path()))
              .because("it is not known what program it belongs to")
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
          Finding.hard(
                  "java.package",
                  "The file declares the package "
                      + Shown.quoted(declared)
                      + ", but its folder says "
                      + Shown.quoted(folder))
              .at(Place.of(file.path()))
              .because("a type is looked for where its package says")
              .remedy("declare the package of the folder"));
    }
  }
}
