package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {
  private static final List<Rule> ALL = RuleCatalogue.all();

  @Test
  void every_rule_explains_itself() {
    assertThat(ALL)
        .hasSizeGreaterThan(90)
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("[a-z-]+\\.[a-z-]+");
              assertThat(rule.tiers()).isNotEmpty().doesNotHaveDuplicates();
              assertThat(rule.sentence()).matches("[A-Z].*[^.]");
              assertThat(rule.why()).matches("[a-z].*[^.]");
              assertThat(rule.stopped()).isNotBlank().isNotEqualTo(rule.passed());
              assertThat(rule.passed()).isNotBlank();
            });
  }

  @Test
  void ids_are_sorted_and_unique() {
    assertThat(ALL).extracting(Rule::id).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void the_readme_lists_them() throws IOException {
    String readme = Files.readString(RuleDocs.README);
    assertThat(readme).as("written anew by RuleDocs").isEqualTo(RuleDocs.inReadme(readme));
  }

  @Test
  void the_documentation_explains_them() throws IOException {
    assertThat(RuleDocs.PAGE).as("written by RuleDocs").hasContent(RuleDocs.page());
  }

  @Test
  void layers_make_findings_of_rules_only() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .filteredOn(file -> !file.endsWith("Rule.java"))
          .allSatisfy(
              file ->
                  assertThat(file)
                      .content()
                      .doesNotContainPattern("Finding\\s*\\.(of|hard|note)\\("));
    }
  }

  @Test
  void a_finding_that_no_rule_declares_refuses_the_edit() {
    Findings findings = new Findings(RuleCatalogue::declares);
    findings.add(Finding.note("paths.unheard-of", "Something"));
    findings.add(Finding.note("paths.protected", "Something"));
    assertThat(findings.all())
        .filteredOn(finding -> finding.tier() == Tier.HARD)
        .extracting(Finding::message)
        .containsExactly(
            "No rule declares 'paths.unheard-of' with the tier note",
            "No rule declares 'paths.protected' with the tier note");
  }
}
