package dev.ratchet.guardrails.evaluator;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Use;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Nothing of Ratchet itself is declared or newly named, whatever the policy says. */
public final class SelfLayer implements Layer {
  private static final Rule RATCHET =
      Rule.hard("self.ratchet", "Nothing of Ratchet is declared or newly named")
          .because("what judges an edit must be out of its reach")
          .stops("package dev.ratchet.verdict;")
          .passes("package acme.verdict;");

  private static final Rule EVALUATOR =
      Rule.hard("self.evaluator", "No name of the evaluator's sources is taken")
          .because("what judges an edit must be what a person wrote")
          .stops("package acme.bench; in a new file, where acme.bench.Judge is of the evaluator")
          .passes("package acme.solver; in a new file");
  private static final Rule POLICY =
      Rule.hard("self.policy", "No edit touches or makes a policy")
          .because("what judges an edit must be out of its reach")
          .stops("ratchet: 1 at the head of rules.yaml")
          .passes("ratchet-wheels: 1 at the head of parts.yaml");

  private static final Pattern IS_POLICY =
      Pattern.compile("(?m)(?:^|\\A\\s*\\{\\s*)[\"']?ratchet[\"']?\\s*:\\s*\\d");
  private static final String SELF = "dev.ratchet";

  @Override
  public List<Rule> rules() {
    return List.of(EVALUATOR, POLICY, RATCHET);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    inspectRatchet(edit, findings);
    inspectEvaluator(edit, findings);
    inspectPolicies(edit, findings);
  }

  private static void inspectEvaluator(Edit edit, Findings findings) {
    EvaluatorTypes types = EvaluatorIndex.of(edit).types();
    List<String> known = new ArrayList<>();
    edit.files().forEach(f -> types.takenBy(f.javaBefore()).forEach(n -> known.add(n.name())));
    for (FileEdit file : edit.files()) {
      for (JavaSource.Named taken : types.takenBy(file.javaAfter())) {
        if (!known.remove(taken.name())) {
          findings.add(
              EVALUATOR
                  .found("The edit newly " + taken.name() + ", as the evaluator does")
                  .at(Place.of(file.path(), taken.line()))
                  .remedy("choose a package and names of its own"));
        }
      }
    }
  }

  private static void inspectPolicies(Edit edit, Findings findings) {
    for (FileEdit file : edit.files()) {
      if (isPolicy(file.from(), file.before()) || isPolicy(file.path(), file.after())) {
        findings.add(
            POLICY
                .found(file.path() + " is a policy of Ratchet")
                .at(Place.of(file.path()))
                .remedy("leave it alone; a person keeps it outside of the tree"));
      }
    }
  }

  private static boolean isPolicy(SourcePath path, String text) {
    return DocumentFormat.ofName(path.value())
            .filter(f -> f != DocumentFormat.PROPERTIES)
            .isPresent()
        && IS_POLICY.matcher(text).find();
  }

  private static void inspectRatchet(Edit edit, Findings findings) {
    List<String> known = new ArrayList<>();
    edit.files().forEach(file -> mentions(file.javaBefore()).forEach(m -> known.add(m.name())));
    for (FileEdit file : edit.files()) {
      JavaSource source = file.javaAfter();
      if (isSelf(source.packageName())) {
        findings.add(finding(file, 0, "declares the package " + source.packageName()));
      }
      for (JavaSource.Named mention : mentions(source)) {
        if (!known.remove(mention.name())) {
          findings.add(
              finding(file, mention.line(), "newly names " + Shown.quoted(mention.name())));
        }
      }
    }
  }

  private static boolean isSelf(String name) {
    return name.equals(SELF) || name.startsWith(SELF + ".");
  }

  private static List<JavaSource.Named> mentions(JavaSource source) {
    List<JavaSource.Named> mentions = new ArrayList<>();
    source.imports().stream()
        .filter(line -> isSelf(line.name()))
        .forEach(line -> mentions.add(new JavaSource.Named(line.name(), line.line())));
    for (Use use : source.uses()) {
      for (String name : use.sure()) {
        if (isSelf(name)) {
          mentions.add(new JavaSource.Named(name, use.line()));
        }
      }
    }
    source.strings().stream()
        .filter(s -> s.name().contains(SELF) || s.name().contains("dev/ratchet"))
        .forEach(mentions::add);
    return mentions;
  }

  private static Finding finding(FileEdit file, int line, String what) {
    return RATCHET
        .found("The edit " + what)
        .at(Place.of(file.path(), line))
        .remedy("do without any name of " + SELF);
  }
}
