package dev.ratchet.guardrails.rules;

import dev.ratchet.edit.PathGlob;
import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.jdk.Catalogue;
import dev.ratchet.guardrails.policy.AdaptTerms;
import dev.ratchet.guardrails.policy.JavaSettings;
import dev.ratchet.guardrails.policy.ReviewTerms;
import dev.ratchet.guardrails.source.DeclarationKind;
import dev.ratchet.guardrails.source.MemberPattern;
import dev.ratchet.guardrails.text.Words;
import java.time.Duration;
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
 * @param ofJava what holds for Java
 * @param textKinds endings of files that are judged as plain text
 * @param text what holds for the characters of every file
 * @param limits the size of an edit
 * @param review when a person has to look; carried, not enforced
 * @param adapt how constraints change over a run; carried, not enforced
 */
public record Rules(
    List<EditRule> editable,
    Protection protection,
    JavaRules ofJava,
    Set<String> textKinds,
    TextRules text,
    Limits limits,
    ReviewTerms review,
    AdaptTerms adapt) {

  /** Files that may be edited, and how. */
  public record EditRule(List<PathGlob> paths, Set<Operation> operations) {}

  /** Keys of settings files that may not change: pointers, or names of properties. */
  public record SettingRule(PathGlob file, List<String> keys) {}

  /** What may not change, and data whose values may not appear. */
  public record Protection(
      List<PathGlob> paths,
      List<ProtectedMember> members,
      List<SettingRule> settings,
      List<MemberPattern> mayUse,
      List<PathGlob> evaluator) {
    static final Protection NONE =
        new Protection(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Returns what the protected members are named by, without how far protection reaches. */
    public List<MemberPattern> patterns() {
      return members.stream().map(ProtectedMember::pattern).toList();
    }
  }

  /**
   * The size that an edit may have, and the time that judging it may take.
   *
   * @param bytes by how much one file may grow
   * @param nesting how deep brackets may be nested
   */
  public record Limits(
      int files, int changedLines, int lineLength, int bytes, int nesting, Duration time) {}

  public JavaSettings java() {
    return ofJava.settings();
  }

  public Optional<List<String>> packages() {
    return ofJava.packages();
  }

  public Map<Capability, Stance> capabilities() {
    return ofJava.capabilities();
  }

  public Stance stance(Capability capability) {
    return capabilities().getOrDefault(capability, Stance.DENY);
  }

  public Map<DeclarationKind, Stance> declarations() {
    return ofJava.declarations();
  }

  /** Returns one text per meaning: sets sorted, defaults spelled out. */
  public String canonical() {
    List<String> lines = new ArrayList<>();
    lines.add("ratchet: 1");
    editable.stream()
        .map(rule -> "editable: " + list(rule.operations()) + " " + list(rule.paths()))
        .sorted()
        .forEach(lines::add);
    addProtection(lines);
    addJava(lines);
    lines.add("kinds.text: " + list(textKinds));
    lines.add("text.unicode-identifiers: " + Words.of(text.unicodeIdentifiers()));
    lines.add("text.ascii-escapes: " + Words.of(text.asciiEscapes()));
    lines.add("text.mixed-line-ends: " + Words.of(text.mixedLineEnds()));
    addLimits(lines);
    lines.add("review.when-risk-at-least: " + Words.of(review.whenRiskAtLeast()));
    lines.add("adapt.tighten-after-violations: " + adapt.tightenAfterViolations());
    lines.add("adapt.halt-after-violations: " + adapt.haltAfterViolations());
    lines.add("adapt.loosen-after-kept: " + orNever(adapt));
    return String.join("\n", lines) + "\n";
  }

  private void addProtection(List<String> lines) {
    lines.add("protect.paths: " + list(protection.paths()));
    protection.members().stream()
        .map(member -> "protect.members: " + member.canonical())
        .sorted()
        .forEach(lines::add);
    protection.settings().stream()
        .map(rule -> "protect.settings: " + quoted(rule.file()) + " " + list(rule.keys()))
        .sorted()
        .forEach(lines::add);
    lines.add("protect.may-use: " + list(protection.mayUse()));
    lines.add("protect.evaluator: " + list(protection.evaluator()));
  }

  private void addJava(List<String> lines) {
    JavaSettings java = java();
    lines.add("java.level: " + java.level());
    lines.add("java.sources: " + list(java.sources()));
    lines.add("java.tests: " + list(java.tests()));
    lines.add("java.tests-editable: " + ofJava.testsEditable());
    lines.add("java.resources: " + list(java.resources()));
    lines.add("java.class-path: " + list(java.classPath()));
    lines.add("java.entry-point: " + java.entryPoint().orElse("none"));
    lines.add("java.packages: " + packages().map(Rules::list).orElse("default"));
    lines.add("java.reserved: " + list(ofJava.reserved()));
    lines.add("java.capabilities: by " + Catalogue.jdk().version());
    capabilities()
        .forEach((c, s) -> lines.add("java.capabilities." + Words.of(c) + ": " + Words.of(s)));
    declarations()
        .forEach((d, s) -> lines.add("java.declarations." + Words.of(d) + ": " + Words.of(s)));
  }

  private void addLimits(List<String> lines) {
    lines.add("limits.files: " + limits.files());
    lines.add("limits.changed-lines: " + limits.changedLines());
    lines.add("limits.line-length: " + limits.lineLength());
    lines.add("limits.bytes: " + limits.bytes());
    lines.add("limits.nesting: " + limits.nesting());
    lines.add("limits.seconds: " + limits.time().toSeconds());
  }

  private static String orNever(AdaptTerms adapt) {
    return adapt.loosenAfterKept().isPresent()
        ? Integer.toString(adapt.loosenAfterKept().getAsInt())
        : "never";
  }

  private static String list(Collection<?> items) {
    return items.stream().map(Rules::quoted).sorted().distinct().toList().toString();
  }

  /** Quotes within are escaped, so that no two lists read the same. */
  static String quoted(Object item) {
    return "\"" + item.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
