package dev.ratchet.guardrails;

import dev.ratchet.edit.PathGlob;
import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.source.DeclarationKind;
import dev.ratchet.guardrails.source.MemberPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy says, with every default filled in.
 *
 * @param editable what may be edited, and how
 * @param protection what may not
 * @param java the target as a Java program
 * @param packages the packages that edits may newly use; empty for the default
 * @param capabilities the stance to each capability
 * @param declarations the stance to each kind of declaration
 * @param textKinds endings of files that are judged as plain text
 * @param limits the size of an edit
 */
record Rules(
    List<EditRule> editable,
    Protection protection,
    JavaSettings java,
    Optional<List<String>> packages,
    Map<Capability, Stance> capabilities,
    Map<DeclarationKind, Stance> declarations,
    Set<String> textKinds,
    Limits limits) {

  /** Files that may be edited, and how. */
  record EditRule(List<PathGlob> paths, Set<Operation> operations) {}

  /** Keys of settings files that may not change: pointers, or names of properties. */
  record SettingRule(PathGlob file, List<String> keys) {}

  /** What may not change. */
  record Protection(
      List<PathGlob> paths,
      List<MemberPattern> members,
      List<SettingRule> settings,
      List<MemberPattern> mayUse) {}

  /** The size that an edit may have. */
  record Limits(int files, int changedLines, int lineLength) {}

  /** Returns one text per meaning: sets sorted, defaults spelled out. */
  String canonical() {
    List<String> lines = new ArrayList<>();
    lines.add("ratchet: 1");
    editable.stream()
        .map(rule -> "editable: " + list(rule.operations()) + " " + list(rule.paths()))
        .sorted()
        .forEach(lines::add);
    lines.add("protect.paths: " + list(protection.paths()));
    lines.add("protect.members: " + list(protection.members()));
    protection.settings().stream()
        .map(rule -> "protect.settings: " + rule.file() + " " + list(rule.keys()))
        .sorted()
        .forEach(lines::add);
    lines.add("protect.may-use: " + list(protection.mayUse()));
    lines.add("java.level: " + java.level());
    lines.add("java.sources: " + list(java.sources()));
    lines.add("java.tests: " + list(java.tests()));
    lines.add("java.resources: " + list(java.resources()));
    lines.add("java.class-path: " + list(java.classPath()));
    lines.add("java.entry-point: " + java.entryPoint().orElse("none"));
    lines.add("java.packages: " + packages.map(Rules::list).orElse("default"));
    capabilities.forEach(
        (c, s) -> lines.add("java.capabilities." + Words.of(c) + ": " + Words.of(s)));
    declarations.forEach(
        (d, s) -> lines.add("java.declarations." + Words.of(d) + ": " + Words.of(s)));
    lines.add("kinds.text: " + list(textKinds));
    lines.add("limits.files: " + limits.files());
    lines.add("limits.changed-lines: " + limits.changedLines());
    lines.add("limits.line-length: " + limits.lineLength());
    return String.join("\n", lines) + "\n";
  }

  private static String list(Collection<?> items) {
    return items.stream().map(item -> "\"" + item + "\"").sorted().distinct().toList().toString();
  }
}
