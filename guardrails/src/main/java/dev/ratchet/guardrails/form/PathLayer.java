package dev.ratchet.guardrails.form;

import dev.ratchet.edit.FileMode;
import dev.ratchet.edit.PathGlob;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.rules.Operation;
import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.verdict.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Only editable files may be edited, in the way allowed, and protected ones never. */
public final class PathLayer implements Layer {
  private static final Rule EDITABLE =
      Rule.hard(
              "paths.editable",
              "Only files that the policy names are edited, in the ways that it names")
          .because("everything that the policy does not name is closed")
          .stops("a new file notes.txt, where only src/main/java/**/*.java is editable")
          .passes("a new file src/main/java/acme/Queue.java");
  private static final Rule MODE =
      Rule.hard("paths.mode", "An edit does not change what a file may do")
          .because("an edit changes what files say, not what they may do")
          .stops("Solver.java becomes executable")
          .passes("Solver.java gets another content");
  private static final Rule PROTECTED =
      Rule.hard(
              "paths.protected",
              "Protected files, tests, build files and descriptors stay as they are")
          .because("they decide how an edit is built and judged")
          .stops("pom.xml gets another dependency")
          .passes("Solver.java gets another loop");
  private static final Rule NOT_ANALYSED =
      Rule.note("kinds.not-analysed", "What was judged as plain text only is named")
          .because("the policy says so under 'kinds'")
          .stops("tools/run.py, where the policy has kinds: { py: text }")
          .passes("Run.java, which is judged as Java");
  private static final Rule UNKNOWN =
      Rule.hard("kinds.unknown", "What no rule can read is refused")
          .because("what no rule can read is refused")
          .stops("a new file src/main/java/acme/model.bin")
          .passes("a new file src/main/java/acme/Model.java");

  /** What decides how a program is built, tested, described or delivered. */
  static final List<PathGlob> ALWAYS_PROTECTED =
      globs(
          "**/pom.xml",
          "**/build.gradle*",
          "**/settings.gradle*",
          "**/gradle.properties",
          "**/gradle/wrapper/**",
          "**/gradlew*",
          "**/mvnw*",
          "**/.mvn/**",
          "**/build.xml",
          "**/Makefile",
          "**/.github/**",
          "**/.gitlab-ci.yml",
          "**/.ci/**",
          "**/Jenkinsfile",
          "**/.git*",
          "**/META-INF/**",
          "**/module-info.java",
          "**/package-info.java",
          "**/*.class",
          "**/*.jar",
          "**/CODEOWNERS",
          "**/*.policy.{yaml,yml,json}",
          "**/journal.jsonl",
          "**/dev/ratchet/**");

  private static List<PathGlob> globs(String... texts) {
    return List.of(texts).stream().map(PathLayer::folded).toList();
  }

  private static PathGlob folded(String glob) {
    return PathGlob.of(glob.toLowerCase(Locale.ROOT));
  }

  @Override
  public List<Rule> rules() {
    return List.of(EDITABLE, MODE, PROTECTED, NOT_ANALYSED, UNKNOWN);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    for (FileEdit file : edit.files()) {
      boolean apart = isAllowedApart(file, edit.rules());
      for (SourcePath path : file.change().touched()) {
        inspect(path, file.operation(), apart, edit.rules(), findings);
      }
      inspectMode(file, findings);
      inspectKind(file, edit, findings);
    }
  }

  /** Returns whether an edit moves a file that it could delete here and create there as well. */
  private static boolean isAllowedApart(FileEdit file, Rules rules) {
    return file.operation() == Operation.MOVE
        && isEditable(file.from(), Operation.DELETE, rules)
        && isEditable(file.path(), Operation.CREATE, rules);
  }

  private static void inspect(
      SourcePath path, Operation how, boolean apart, Rules rules, Findings findings) {
    Optional<String> protector = protector(path, rules);
    if (protector.isPresent()) {
      findings.add(
          PROTECTED
              .found(path + " is protected and must not change")
              .at(Place.of(path))
              .because(protector.get())
              .remedy("leave the file as it is"));
    } else if (!apart && !isEditable(path, how, rules)) {
      findings.add(
          EDITABLE
              .found(notEditable(path, how, rules))
              .at(Place.of(path))
              .remedy(
                  "edit only files that the policy names, or let a person add the path to"
                      + " 'editable'"));
    }
  }

  private static String notEditable(SourcePath path, Operation how, Rules rules) {
    boolean otherwise =
        rules.editable().stream()
            .anyMatch(rule -> rule.paths().stream().anyMatch(glob -> glob.matches(path)));
    return otherwise
        ? path + " may be edited, but not by the operation '" + how.word() + "'"
        : path + " is not among the editable files";
  }

  private static Optional<String> protector(SourcePath path, Rules rules) {
    for (PathGlob glob : rules.protection().paths()) {
      if (covers(glob, path)) {
        return Optional.of("the policy protects " + glob);
      }
    }
    for (PathGlob glob : rules.protection().evaluator()) {
      if (covers(glob, path)) {
        return Optional.of("the policy names " + glob + " as data of the evaluator");
      }
    }
    if (isAlwaysProtected(path)) {
      return Optional.of("it decides how the program is built, checked or described");
    }
    if (rules.ofJava().testsEditable()) {
      return Optional.empty();
    }
    return rules.java().tests().stream()
        .filter(root -> path.folded().startsWith(root.folded() + "/"))
        .findFirst()
        .map(root -> "tests under " + root + " judge the edit");
  }

  private static boolean covers(PathGlob glob, SourcePath path) {
    return glob.matches(path) || folded(glob.toString()).matches(SourcePath.of(path.folded()));
  }

  public static boolean isAlwaysProtected(SourcePath path) {
    SourcePath folded = SourcePath.of(path.folded());
    return ALWAYS_PROTECTED.stream().anyMatch(glob -> glob.matches(folded));
  }

  private static boolean isEditable(SourcePath path, Operation how, Rules rules) {
    return rules.editable().stream()
        .filter(rule -> rule.operations().contains(how))
        .anyMatch(rule -> rule.paths().stream().anyMatch(glob -> glob.matches(path)));
  }

  private static void inspectMode(FileEdit file, Findings findings) {
    FileMode before = file.beforeFile().map(SourceFile::mode).orElse(FileMode.REGULAR);
    FileMode after = file.afterFile().map(SourceFile::mode).orElse(before);
    if (before != after) {
      findings.add(
          MODE.found(file.path() + " changes its mode from " + before + " to " + after)
              .at(Place.of(file.path()))
              .remedy("keep the mode"));
    }
  }

  private static void inspectKind(FileEdit file, Edit edit, Findings findings) {
    if (file.afterFile().isEmpty() || isRead(file.path())) {
      return;
    }
    Optional<String> ending = ending(file.path());
    if (ending.filter(edit.rules().textKinds()::contains).isPresent()) {
      findings.add(
          NOT_ANALYSED
              .found(file.path() + " was judged as plain text only")
              .at(Place.of(file.path())));
    } else {
      findings.add(
          UNKNOWN
              .found("No rule can read " + file.path())
              .at(Place.of(file.path()))
              .remedy("edit Java or settings files" + ending.map(PathLayer::orAllow).orElse("")));
    }
  }

  private static String orAllow(String ending) {
    return ", or let a person add to the policy: " + lineFor(ending);
  }

  /** Returns what a policy has to say for files of an ending to be judged as text. */
  public static String lineFor(String ending) {
    return "kinds: { " + Shown.text(ending) + ": text }";
  }

  private static boolean isRead(SourcePath path) {
    return FileEdit.isJava(path) || DocumentFormat.ofName(path.fileName()).isPresent();
  }

  private static Optional<String> ending(SourcePath path) {
    String name = path.fileName();
    return name.contains(".")
        ? Optional.of(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Returns the ending that makes a file unreadable for every rule, if there is one. */
  public static Optional<String> unread(SourcePath path, Rules rules) {
    return isRead(path)
        ? Optional.empty()
        : ending(path).filter(ending -> !rules.textKinds().contains(ending));
  }
}
