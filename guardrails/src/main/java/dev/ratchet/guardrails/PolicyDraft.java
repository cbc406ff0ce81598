package dev.ratchet.guardrails;

import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.project.ProjectFacts;
import dev.ratchet.guardrails.project.ProjectLayout;
import dev.ratchet.guardrails.project.ProjectSettings;
import dev.ratchet.guardrails.rules.Stance;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.guardrails.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A policy proposed for a target, for a person to read and correct. Users call it once.
 *
 * <p>It reads files only: nothing of the target runs, its build neither. What it can't know, it
 * leaves closed. Powers that the program uses in every fifth file are its trade and are proposed as
 * allowed; soft ones that it never uses are denied.
 */
public final class PolicyDraft {
  private static final Set<String> EVALUATION =
      Set.of(
          "answers",
          "bench-data",
          "benchmark-data",
          "benchmarks",
          "eval",
          "evals",
          "evaluation",
          "expected",
          "golden");
  private static final int MOST_NAMED = 40;
  private static final int FEWEST_FILES_OF_A_TRADE = 5;
  private static final int TRADE_SHARE = 5;

  private final SourceTree tree;
  private final ProjectLayout layout;
  private final ProjectFacts facts;
  private final ProjectSettings settings;
  private final List<String> lines = new ArrayList<>();

  private PolicyDraft(SourceTree tree) {
    this.tree = tree;
    this.layout = ProjectLayout.of(tree);
    this.facts = ProjectFacts.of(tree, layout);
    this.settings = ProjectSettings.of(tree);
  }

  /**
   * Returns the text of a policy in YAML, with comments that say why.
   *
   * @throws IllegalArgumentException if the tree has no Java below a source root
   */
  public static String of(SourceTree tree) {
    return new PolicyDraft(tree).text();
  }

  /** Returns the files of a target that are worth reading before there is a policy. */
  public static PathFilter filter() {
    return PathFilter.of(List.of("**"), Policy.NOT_READ);
  }

  private String text() {
    if (layout.sources().isEmpty()) {
      throw new IllegalArgumentException(
          "The target has no Java file below a source root, so there is nothing to propose; write"
              + " a policy that begins with 'ratchet: 1' and an 'editable' list");
    }
    add("# A draft: read it, correct it, and keep it outside of the tree that is edited.");
    add("# Whatever is not named is closed; so are build files, descriptors and tests.");
    add("ratchet: 1");
    addEditable();
    addProtection();
    addJava();
    add("");
    add("# The size that a person can still read; what is larger needs a named person.");
    add("limits: { files: 5, changed-lines: 200, line-length: 500 }");
    add("");
    add("# For the host, which acts on them; the guard only carries them.");
    add("# review: { when-risk-at-least: medium }");
    add(
        "# adapt: { tighten-after-violations: 1, halt-after-violations: 3, loosen-after-kept: never }");
    return String.join("\n", lines) + "\n";
  }

  private void add(String line) {
    lines.add(line);
  }

  private void addEditable() {
    add("");
    add("editable:");
    for (String root : layout.sources()) {
      add("  - { paths: " + quoted(root + "/**/*.java") + ", operations: [create, modify] }");
    }
    settings.files().stream()
        .limit(MOST_NAMED)
        .forEach(file -> add("  # - { paths: " + quoted(file) + ", operations: [modify] }"));
  }

  private void addProtection() {
    add("");
    add("protect:");
    List<String> paths = layout.tests().stream().map(root -> root + "/**").toList();
    if (!paths.isEmpty()) {
      add("  paths: " + list(paths));
    }
    addMembers();
    if (!settings.safeguards().isEmpty()) {
      add("  settings:");
      settings
          .safeguards()
          .forEach(
              (file, keys) ->
                  add("    - { file: " + quoted(file) + ", keys: " + list(keys) + " }"));
    }
    add("  # Protected members that edits may newly use; uses that are there may stay.");
    add("  may-use: []");
    Collection<String> data = evaluationData();
    if (!data.isEmpty()) {
      add("  # Data whose values may not appear in an edit.");
      add("  evaluator: " + list(data));
    }
  }

  private void addMembers() {
    if (facts.safeguards().isEmpty()) {
      add("  # Nothing is named like a safeguard. Name what must keep its meaning:");
      add("  # members: [ \"com.acme.Alignment#*\", \"com.acme.Agent#systemPrompt\" ]");
      return;
    }
    add("  # Named like safeguards; remove what is none.");
    add("  members:");
    facts.safeguards().stream()
        .limit(MOST_NAMED)
        .forEach(pattern -> add("    - " + quoted(pattern)));
    long more = facts.safeguards().size() - (long) MOST_NAMED;
    if (more > 0) {
      add("    # and " + more + " more, which are not listed here");
    }
  }

  private Collection<String> evaluationData() {
    Set<String> globs = new TreeSet<>();
    for (SourcePath path : tree.paths()) {
      boolean isCode =
          FileEdit.isJava(path)
              || ProjectLayout.isOfTests(path.value())
              || layout.sources().stream().anyMatch(r -> path.value().startsWith(r + "/"));
      List<String> segments = List.of(path.value().split("/"));
      for (int i = 0; i < segments.size() - 1 && !isCode; i++) {
        String directory = String.join("/", segments.subList(0, i + 1));
        if (EVALUATION.contains(segments.get(i)) && ProjectLayout.isPlain(directory)) {
          globs.add(directory + "/**");
          break;
        }
      }
    }
    return globs;
  }

  private void addJava() {
    add("");
    add("java:");
    add("  level: " + layout.level() + " # " + layout.levelFrom());
    add("  sources: " + list(layout.sources()));
    add("  tests: " + list(layout.tests()));
    add("  resources: " + list(layout.resources()));
    if (!layout.jars().isEmpty()) {
      add("  class-path: " + list(layout.jars()));
    }
    addCapabilities();
  }

  private void addCapabilities() {
    List<Capability> known =
        Arrays.stream(Capability.values()).filter(Capability::isSettable).toList();
    add("  # What the " + facts.files() + " files do already; only new uses are judged.");
    known.stream()
        .filter(capability -> facts.count(capability).uses() > 0)
        .forEach(capability -> add("  # " + described(capability)));
    add("  # Left out: hard ones that are denied by default.");
    add("  capabilities:");
    for (Stance stance : Stance.values()) {
      List<String> words =
          known.stream()
              .filter(capability -> isWorthNaming(capability) && stance(capability) == stance)
              .map(Words::of)
              .toList();
      if (!words.isEmpty()) {
        add("    " + Words.of(stance) + ": [ " + String.join(", ", words) + " ]");
      }
    }
  }

  private String described(Capability capability) {
    ProjectFacts.Count count = facts.count(capability);
    return Words.of(capability)
        + ": "
        + count.uses()
        + " uses in "
        + count.files()
        + " files ("
        + Shown.text(count.mostUsed())
        + ")";
  }

  private boolean isWorthNaming(Capability capability) {
    return !capability.isHard() || stance(capability) != Stance.DENY;
  }

  /** A trade is one step less strict than the default; what is never used, one step more. */
  private Stance stance(Capability capability) {
    ProjectFacts.Count count = facts.count(capability);
    boolean isTrade =
        count.files() >= Math.max(FEWEST_FILES_OF_A_TRADE, facts.files() / TRADE_SHARE);
    if (capability.isHard()) {
      return isTrade ? Stance.ESCALATE : Stance.DENY;
    }
    return isTrade ? Stance.ALLOW : count.uses() > 0 ? Stance.ESCALATE : Stance.DENY;
  }

  private static String list(Collection<String> texts) {
    return texts.isEmpty()
        ? "[]"
        : texts.stream().map(PolicyDraft::quoted).collect(Collectors.joining(", ", "[ ", " ]"));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
