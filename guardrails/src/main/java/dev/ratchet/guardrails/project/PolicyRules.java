package dev.ratchet.guardrails.project;

import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.verdict.Tier;
import java.util.List;

/** The rules that a policy itself is held to. */
public final class PolicyRules {
  public static final Rule ALL_ALLOWED =
      Rule.escalate("policy.all-allowed", "A policy does not allow every capability")
          .because("edits could newly do anything that the JDK can")
          .stops("capabilities: { allow: [network, process, ... all of them] }")
          .passes("capabilities: { allow: [clock] }");
  public static final Rule CARRIED =
      Rule.note("policy.carried", "What a policy says to the host alone is named")
          .because("the guard carries it and does not enforce it")
          .stops("review: { when-risk-at-least: medium }")
          .passes("a policy without review and adapt");
  public static final Rule DEAD_GLOB =
      Rule.of(
              "policy.dead-glob",
              "Globs match files of the target",
              Tier.ESCALATE,
              Tier.HARD,
              Tier.NOTE)
          .because("a rule that matches nothing guards nothing, and mostly is a misspelling")
          .stops("paths: [\"doc/**\"], where the folder is docs")
          .passes("paths: [\"docs/**\"]");
  public static final Rule ENTRY_POINT_MISSING =
      Rule.escalate("policy.entry-point-missing", "The entry point exists")
          .because("nothing can be said of what is started")
          .stops("entry-point: acme.Main#start, where Main has only run")
          .passes("entry-point: acme.Main#run");
  public static final Rule INSIDE_TARGET =
      Rule.hard("policy.inside-target", "A policy lies outside the tree that is edited")
          .because("an edit could widen it")
          .stops("policy.yaml in the root of the target")
          .passes("policy.yaml beside the target's directory");
  public static final Rule KIND_UNREAD =
      Rule.note("policy.kind-unread", "Files that may be edited are of a kind that is read")
          .because("what no rule can read is refused")
          .stops("editable: README.md, and no kinds")
          .passes("editable: README.md, and kinds: { md: text }");
  public static final Rule LEVEL =
      Rule.escalate("policy.level", "The sources are of the level that the policy names")
          .because("what can't be parsed can't be judged")
          .stops("level: 11 for a target with records")
          .passes("level: 17 for a target with records");
  static final Rule MAY_USE_UNPROTECTED =
      Rule.escalate("policy.may-use-unprotected", "What may be used is protected")
          .because("edits may use anyway what nothing protects")
          .stops("may-use: [acme.Text#lower], which nothing protects")
          .passes("may-use: [acme.agent.Alignment#MAX_STEPS]");
  public static final Rule NOTHING_PROTECTED =
      Rule.note("policy.nothing-protected", "A policy that protects nothing by name is named")
          .because("only tests, build files and descriptors are closed then")
          .stops("a policy without protect")
          .passes("protect: { members: [acme.agent.Alignment#*] }");
  public static final Rule OUTSIDE_ROOTS =
      Rule.escalate("policy.outside-roots", "Java that may be edited lies in a source root")
          .because("names in it mean nothing otherwise")
          .stops("editable: tools/**, where sources are src/main/java")
          .passes("editable: src/main/java/**");
  public static final Rule OVERLAP =
      Rule.of("policy.overlap", "What may be edited is not protected too", Tier.ESCALATE, Tier.NOTE)
          .because("protection wins")
          .stops("editable: config/**, protected: config/**")
          .passes("editable: config/**, protected: secrets/**");
  public static final Rule POWER_ALLOWED =
      Rule.note("policy.power-allowed", "What is allowed but denied by default is named")
          .because("edits may newly use it")
          .stops("capabilities: { allow: [network] }")
          .passes("capabilities: { allow: [clock] }");
  public static final Rule ROOT_MISSING =
      Rule.of("policy.root-missing", "Roots of the target exist", Tier.ESCALATE, Tier.HARD)
          .because("only files below the target's roots are compiled")
          .stops("sources: [\"src/man/java\"]")
          .passes("sources: [\"src/main/java\"]");
  static final Rule SETTING_UNREADABLE =
      Rule.hard("policy.setting-unreadable", "Protected settings can be read in one way only")
          .because("what two readers take differently can't be compared")
          .stops("agent.yaml with harm-limit twice")
          .passes("agent.yaml with harm-limit once");
  public static final Rule TESTS_CLOSED =
      Rule.escalate("policy.tests-closed", "Tests that may be edited are among the editable files")
          .because("everything that the policy does not name is closed")
          .stops("tests-editable: true, and no test under editable")
          .passes("tests-editable: true, and editable: src/test/java/**");

  public static final List<Rule> ALL =
      List.of(
          ALL_ALLOWED,
          CARRIED,
          DEAD_GLOB,
          ENTRY_POINT_MISSING,
          INSIDE_TARGET,
          KIND_UNREAD,
          LEVEL,
          MAY_USE_UNPROTECTED,
          NOTHING_PROTECTED,
          OUTSIDE_ROOTS,
          OVERLAP,
          POWER_ALLOWED,
          ROOT_MISSING,
          SETTING_UNREADABLE,
          TESTS_CLOSED);

  private PolicyRules() {}
}
