package dev.ratchet.guardrails;

import dev.ratchet.edit.PathGlob;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.form.PathLayer;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.policy.JavaSettings;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.project.MemberCheck;
import dev.ratchet.guardrails.project.PolicyRules;
import dev.ratchet.guardrails.project.SettingCheck;
import dev.ratchet.guardrails.rules.Operation;
import dev.ratchet.guardrails.rules.PolicyText;
import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.guardrails.rules.Rules.EditRule;
import dev.ratchet.guardrails.rules.Stance;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.guardrails.text.Words;
import dev.ratchet.verdict.Tier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a policy against the target it is for. Users call it before the first edit.
 *
 * <p>A rule that matches nothing guards nothing, and mostly is a misspelling: every glob, member,
 * key and root that the target does not have is reported with its place in the policy.
 */
public final class PolicyCheck {
  private final Policy policy;
  private final Rules rules;
  private final List<SourcePath> paths;
  private final List<PolicyRemark> remarks = new ArrayList<>();

  private PolicyCheck(Policy policy, SourceTree tree) {
    this.policy = policy;
    this.rules = policy.rules();
    this.paths = List.copyOf(tree.paths());
  }

  /**
   * Returns what speaks against a policy for the target in a directory, in the policy's order.
   *
   * @throws IOException if the target can't be read
   */
  public static List<PolicyRemark> of(Policy policy, Path directory) throws IOException {
    return of(policy, directory, SourceTree.read(directory, policy.filter()));
  }

  /** Returns what speaks against a policy for the target in a directory that was read before. */
  public static List<PolicyRemark> of(Policy policy, Path directory, SourceTree tree) {
    PolicyCheck check = new PolicyCheck(policy, SourceTree.empty());
    if (policy.liesIn(directory)) {
      check.remark(
          PolicyRules.INSIDE_TARGET,
          Tier.HARD,
          "",
          "The policy lies inside the tree that is edited, so an edit could widen it",
          "move it outside");
    }
    List<PolicyRemark> all = new ArrayList<>(check.remarks);
    all.addAll(of(policy, tree));
    return List.copyOf(all);
  }

  /** Returns what speaks against a policy for a target, in the policy's order. */
  public static List<PolicyRemark> of(Policy policy, SourceTree tree) {
    PolicyCheck check = new PolicyCheck(policy, tree);
    check.inspectEditable();
    check.inspectProtection(tree);
    check.inspectJava(tree);
    check.inspectCarried();
    return List.copyOf(check.remarks);
  }

  private void remark(Rule rule, Tier tier, String key, String message, String remedy) {
    PolicyText.At at = policy.written().at(key);
    remarks.add(
        new PolicyRemark(
            rule.id(),
            tier,
            policy.written().file(),
            at.line(),
            at.column(),
            key,
            message,
            remedy));
  }

  private void inspectEditable() {
    List<EditRule> editable = rules.editable();
    for (int i = 0; i < editable.size(); i++) {
      EditRule rule = editable.get(i);
      for (int j = 0; j < rule.paths().size(); j++) {
        inspectEditable(rule, rule.paths().get(j), "editable[" + i + "].paths[" + j + "]");
      }
    }
  }

  private void inspectEditable(EditRule rule, PathGlob glob, String key) {
    List<SourcePath> matched = paths.stream().filter(glob::matches).toList();
    if (matched.isEmpty()) {
      boolean isForNewFiles = rule.operations().contains(Operation.CREATE);
      dead(key, isForNewFiles ? Tier.NOTE : Tier.ESCALATE, glob);
      return;
    }
    long closed = matched.stream().filter(this::isProtected).count();
    if (closed > 0) {
      boolean isAll = closed == matched.size();
      remark(
          PolicyRules.OVERLAP,
          isAll ? Tier.ESCALATE : Tier.NOTE,
          key,
          (isAll ? "All " : closed + " of the ")
              + matched.size()
              + " files that match "
              + glob
              + " are protected too, and protection wins",
          isAll ? "name files that are not protected, or remove the entry" : "");
    }
    inspectKinds(matched, key);
    matched.stream()
        .filter(FileEdit::isJava)
        .filter(path -> Stream.of(roots()).noneMatch(root -> isBelow(path, root)))
        .findFirst()
        .ifPresent(
            path ->
                remark(
                    PolicyRules.OUTSIDE_ROOTS,
                    Tier.ESCALATE,
                    key,
                    path + " is Java, but lies in no source root, so names in it mean nothing",
                    "name its root under java.sources"));
  }

  private void inspectKinds(List<SourcePath> matched, String key) {
    matched.stream()
        .filter(path -> !isProtected(path) && !PathLayer.isAlwaysProtected(path))
        .flatMap(path -> PathLayer.unread(path, rules).stream())
        .distinct()
        .sorted()
        .forEach(
            ending ->
                remark(
                    PolicyRules.KIND_UNREAD,
                    Tier.NOTE,
                    key,
                    "Edits to its files that end in ." + Shown.text(ending) + " are refused",
                    "let them be judged as text: " + PathLayer.lineFor(ending)));
  }

  private SourcePath[] roots() {
    JavaSettings java = rules.java();
    return Stream.of(java.sources(), java.tests(), java.resources())
        .flatMap(List::stream)
        .toArray(SourcePath[]::new);
  }

  private static boolean isBelow(SourcePath path, SourcePath root) {
    return path.value().startsWith(root.value() + "/");
  }

  /** What is always protected is no surprise, and left out. */
  private boolean isProtected(SourcePath path) {
    boolean isTest =
        !rules.ofJava().testsEditable()
            && rules.java().tests().stream().anyMatch(root -> isBelow(path, root));
    return isTest
        || Stream.of(rules.protection().paths(), rules.protection().evaluator())
            .flatMap(List::stream)
            .anyMatch(glob -> glob.matches(path));
  }

  private void dead(String key, Tier tier, PathGlob glob) {
    remark(
        PolicyRules.DEAD_GLOB,
        tier,
        key,
        "No file of the target matches " + glob,
        tier == Tier.NOTE ? "" : "correct the spelling, or remove the entry");
  }

  private void inspectGlobs(String key, Tier tier, List<PathGlob> globs) {
    for (int i = 0; i < globs.size(); i++) {
      if (paths.stream().noneMatch(globs.get(i)::matches)) {
        dead(key + "[" + i + "]", tier, globs.get(i));
      }
    }
  }

  private void inspectProtection(SourceTree tree) {
    Rules.Protection protection = rules.protection();
    boolean isNothing =
        protection.paths().isEmpty()
            && protection.members().isEmpty()
            && protection.settings().isEmpty();
    if (isNothing) {
      remark(
          PolicyRules.NOTHING_PROTECTED,
          Tier.NOTE,
          "protect",
          "The policy protects nothing by name; only tests, build files and descriptors are closed",
          "name the program's safeguards under protect.members");
    }
    inspectGlobs("protect.paths", Tier.ESCALATE, protection.paths());
    new MemberCheck(rules, this::remark).inspect(tree);
    new SettingCheck(rules, this::remark).inspect(tree);
    inspectGlobs("protect.evaluator", Tier.HARD, protection.evaluator());
  }

  private void inspectJava(SourceTree tree) {
    if (paths.stream().noneMatch(FileEdit::isJava)) {
      return;
    }
    JavaSettings java = rules.java();
    if (java.sources().stream().noneMatch(this::isRoot)) {
      remark(
          PolicyRules.ROOT_MISSING,
          Tier.HARD,
          "java.sources",
          "The target has Java, but none below " + java.sources(),
          "name the source roots under java.sources");
    } else {
      inspectRoots("java.sources", java.sources());
      inspectLevel(tree);
    }
    inspectRoots("java.tests", java.tests());
    inspectRoots("java.resources", java.resources());
    inspectClassPath(java.classPath());
    java.entryPoint().ifPresent(entry -> inspectEntryPoint(entry, tree));
    inspectTests();
    inspectCapabilities();
  }

  private boolean isRoot(SourcePath root) {
    return paths.stream().anyMatch(path -> isBelow(path, root));
  }

  private void inspectRoots(String key, List<SourcePath> roots) {
    for (int i = 0; i < roots.size() && policy.written().has(key); i++) {
      if (!isRoot(roots.get(i))) {
        remark(
            PolicyRules.ROOT_MISSING,
            Tier.ESCALATE,
            key + "[" + i + "]",
            "The target has no file below " + roots.get(i),
            "correct the spelling, or remove the entry");
      }
    }
  }

  private void inspectLevel(SourceTree tree) {
    int level = rules.java().level();
    List<SourcePath> unreadable =
        paths.stream()
            .filter(FileEdit::isJava)
            .filter(path -> rules.java().sources().stream().anyMatch(root -> isBelow(path, root)))
            .filter(path -> !JavaSource.isOfLevel(text(tree, path), level))
            .toList();
    if (!unreadable.isEmpty()) {
      remark(
          PolicyRules.LEVEL,
          Tier.ESCALATE,
          "java.level",
          unreadable.size()
              + " files can't be parsed as Java "
              + rules.java().level()
              + ", the first is "
              + unreadable.get(0),
          "name the level that the target is written in");
    }
  }

  private static String text(SourceTree tree, SourcePath path) {
    return tree.file(path).flatMap(SourceFile::text).orElse("");
  }

  /** Build output is not part of the tree, so nothing can be said of jars there. */
  private void inspectClassPath(List<PathGlob> globs) {
    for (int i = 0; i < globs.size(); i++) {
      PathGlob glob = globs.get(i);
      boolean isOutput =
          Policy.NOT_READ.stream()
              .map(output -> output.replace("**", ""))
              .anyMatch(glob.toString()::startsWith);
      if (!isOutput && paths.stream().noneMatch(glob::matches)) {
        dead("java.class-path[" + i + "]", Tier.ESCALATE, glob);
      }
    }
  }

  private void inspectEntryPoint(String entry, SourceTree tree) {
    if (!MemberCheck.exists(entry, rules, tree)) {
      remark(
          PolicyRules.ENTRY_POINT_MISSING,
          Tier.ESCALATE,
          "java.entry-point",
          "The target has no " + entry,
          "name a type or method of the target");
    }
  }

  private void inspectTests() {
    boolean isNamed =
        paths.stream()
            .filter(path -> rules.java().tests().stream().anyMatch(root -> isBelow(path, root)))
            .anyMatch(
                path ->
                    rules.editable().stream()
                        .anyMatch(rule -> rule.paths().stream().anyMatch(g -> g.matches(path))));
    if (rules.ofJava().testsEditable() && !isNamed) {
      remark(
          PolicyRules.TESTS_CLOSED,
          Tier.ESCALATE,
          "java.tests-editable",
          "Tests may be edited, but no entry of 'editable' matches one",
          "name them under 'editable', or remove the key");
    }
  }

  private void inspectCapabilities() {
    Set<Capability> allowed =
        rules.capabilities().entrySet().stream()
            .filter(entry -> entry.getValue() == Stance.ALLOW)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    if (Arrays.stream(Capability.values())
        .filter(Capability::isSettable)
        .allMatch(allowed::contains)) {
      remark(
          PolicyRules.ALL_ALLOWED,
          Tier.ESCALATE,
          "java.capabilities.allow",
          "Every capability is allowed, so edits may newly do anything that the JDK can",
          "allow only what the program's work needs");
      return;
    }
    String hard =
        allowed.stream()
            .filter(Capability::isHard)
            .map(Words::of)
            .collect(Collectors.joining(", "));
    if (!hard.isEmpty()) {
      remark(
          PolicyRules.POWER_ALLOWED,
          Tier.NOTE,
          "java.capabilities.allow",
          "Edits may newly use what is denied by default: " + hard,
          "");
    }
  }

  private void inspectCarried() {
    for (String key : List.of("review", "adapt")) {
      Optional.of(key)
          .filter(policy.written()::has)
          .ifPresent(
              written ->
                  remark(
                      PolicyRules.CARRIED,
                      Tier.NOTE,
                      written,
                      "The guard carries '" + written + "' for the host and does not enforce it",
                      ""));
    }
  }
}
