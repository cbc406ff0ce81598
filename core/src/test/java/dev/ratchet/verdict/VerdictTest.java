package dev.ratchet.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.edit.SourcePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Finding HARD = Finding.hard("a.hard", "no");
  private static final Finding ASK = Finding.of("an.ask", Tier.ESCALATE, "ask");
  private static final Finding NOTE = Finding.note("a.note", "by the way");

  @Test
  void the_strictest_tier_decides() {
    assertThat(Verdict.of(List.of(NOTE)).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(Verdict.of(List.of(NOTE, ASK)).kind()).isEqualTo(Verdict.Kind.ESCALATED);
    assertThat(Verdict.of(List.of(ASK, HARD, NOTE)).kind()).isEqualTo(Verdict.Kind.REJECTED);
  }

  @Test
  void several_verdicts_add_up_to_the_strictest_with_all_findings() {
    Verdict all =
        Verdict.all(
            List.of(Verdict.accepted(NOTE), Verdict.rejected(HARD), Verdict.inconclusive(ASK)));

    assertThat(all.kind()).isEqualTo(Verdict.Kind.REJECTED);
    assertThat(all.findings()).containsExactly(NOTE, HARD, ASK);
  }

  @Test
  void no_verdict_at_all_is_a_pass_of_nothing() {
    assertThat(Verdict.all(List.of()).isAccepted()).isTrue();
  }

  @Test
  void a_pass_with_a_finding_against_it_is_impossible() {
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.accepted(HARD));
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.accepted(ASK));
  }

  @Test
  void a_refusal_without_a_reason_is_impossible() {
    assertThatIllegalArgumentException().isThrownBy(Verdict::rejected);
    assertThatIllegalArgumentException().isThrownBy(Verdict::inconclusive);
  }

  @Test
  void a_finding_explains_itself() {
    Finding finding =
        Finding.hard("paths.editable", "pom.xml is modified")
            .at(Place.of(SourcePath.of("pom.xml"), 3))
            .because("the policy does not list it")
            .remedy("leave it as it is");

    assertThat(finding)
        .hasToString(
            "paths.editable: pom.xml is modified (pom.xml:3), because the policy does not list it."
                + " Remedy: leave it as it is");
  }
}
