package dev.ratchet.guardrails.rules;

import dev.ratchet.edit.PathGlob;
import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.document.Value;
import dev.ratchet.guardrails.policy.AdaptTerms;
import dev.ratchet.guardrails.policy.ReviewTerms;
import dev.ratchet.guardrails.policy.RiskLevel;
import dev.ratchet.guardrails.rules.Rules.EditRule;
import dev.ratchet.guardrails.rules.Rules.Limits;
import dev.ratchet.guardrails.rules.Rules.Protection;
import dev.ratchet.guardrails.text.Words;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the text of a policy into rules, refusing whatever it does not know. */
public final class PolicyReader {
  private static final int DEEPEST = 60;

  private static final Pattern ENDING = Pattern.compile("[a-z0-9]{1,16}");
  private static final int MANY = 1_000_000;

  private final PolicySection top;

  private PolicyReader(PolicySection top) {
    this.top = top;
  }

  public static Rules read(PolicyText written) {
    return new PolicyReader(
            PolicySection.of(written.file(), "", written.document(), PolicyKeys.TOP))
        .rules();
  }

  private Rules rules() {
    checkVersion();
    return new Rules(
        editable(),
        top.section("protect", PolicyKeys.PROTECT)
            .map(ProtectionReader::read)
            .orElse(Protection.NONE),
        JavaRulesReader.read(top.section("java", PolicyKeys.JAVA)),
        kinds(),
        text(),
        limits(),
        review(),
        adapt());
  }

  private void checkVersion() {
    Value version =
        top.value("ratchet")
            .orElseThrow(
                () -> top.complainMissing("ratchet", "begin the policy with 'ratchet: 1'"));
    boolean isOne =
        version instanceof Value.Scalar scalar
            && scalar.type() == Value.Type.INTEGER
            && scalar.text().equals("1");
    if (!isOne) {
      throw top.complain(version, "ratchet", "is the version of the policy's form and has to be 1");
    }
  }

  private List<EditRule> editable() {
    List<EditRule> rules =
        top.sections("editable", PolicyKeys.EDITABLE).stream().map(PolicyReader::editRule).toList();
    if (rules.isEmpty()) {
      String remedy = "name at least one, such as { paths: \"src/main/java/**/*.java\" }";
      throw top.value("editable")
          .map(value -> top.complain(value, "editable", "allows no file to be edited; " + remedy))
          .orElseGet(() -> top.complainMissing("editable", remedy));
    }
    return rules;
  }

  private static EditRule editRule(PolicySection section) {
    List<PathGlob> paths =
        section
            .oneOrMore("paths", PathGlob::of)
            .filter(globs -> !globs.isEmpty())
            .orElseThrow(() -> section.complainMissing("paths", "name the files by globs"));
    List<Operation> operations =
        section
            .list("operations", word -> Words.known(Operation.class, word))
            .orElse(List.of(Operation.MODIFY));
    if (operations.isEmpty()) {
      throw section.complainMissing(
          "operations", "name some of " + String.join(", ", Words.all(Operation.class)));
    }
    return new EditRule(paths, EnumSet.copyOf(operations));
  }

  private Set<String> kinds() {
    Optional<PolicySection> section = top.openSection("kinds");
    Set<String> kinds = new TreeSet<>();
    for (String ending : section.map(PolicySection::keys).orElse(List.of())) {
      PolicySection open = section.orElseThrow();
      Value value = open.value(ending).orElseThrow();
      if (!ENDING.matcher(ending).matches()
          || DocumentFormat.ofName("." + ending).isPresent()
          || ending.equals("java")) {
        throw open.complain(
            value, ending, "is no ending that can be chosen; write one such as md, txt or py");
      }
      if (!(value instanceof Value.Scalar scalar) || !scalar.text().equals("text")) {
        throw open.complain(value, ending, "has to be text, the only kind in this version");
      }
      kinds.add(ending);
    }
    return kinds;
  }

  private TextRules text() {
    Optional<PolicySection> section = top.section("text", PolicyKeys.TEXT);
    return new TextRules(
        text(section, "unicode-identifiers"),
        text(section, "ascii-escapes"),
        text(section, "mixed-line-ends"));
  }

  private static Stance text(Optional<PolicySection> section, String key) {
    return section.map(s -> s.stance(key, Set.of(Stance.values()))).orElse(Stance.DENY);
  }

  private Limits limits() {
    Optional<PolicySection> section = top.section("limits", PolicyKeys.LIMITS);
    return new Limits(
        limit(section, "files", 5, 10_000),
        limit(section, "changed-lines", 200, MANY),
        limit(section, "line-length", 500, 10_000),
        limit(section, "bytes", 256 * 1024, 100 * MANY),
        limit(section, "nesting", DEEPEST, 200),
        Duration.ofSeconds(limit(section, "seconds", 60, 3_600)));
  }

  private static int limit(Optional<PolicySection> section, String key, int fallback, int most) {
    return section.flatMap(s -> s.number(key, most)).orElse(fallback);
  }

  private ReviewTerms review() {
    return new ReviewTerms(
        top.section("review", PolicyKeys.REVIEW)
            .flatMap(
                section ->
                    section.text("when-risk-at-least", word -> Words.known(RiskLevel.class, word)))
            .orElse(RiskLevel.LOW));
  }

  private AdaptTerms adapt() {
    Optional<PolicySection> section = top.section("adapt", PolicyKeys.ADAPT);
    int tighten = limit(section, "tighten-after-violations", 1, MANY);
    int halt = limit(section, "halt-after-violations", Math.max(3, tighten), MANY);
    OptionalInt loosen =
        section
            .map(s -> s.numberOr("loosen-after-kept", MANY, "never"))
            .orElse(OptionalInt.empty());
    if (halt < tighten) {
      PolicySection written = section.orElseThrow();
      throw written.complain(
          written.value("halt-after-violations").orElseThrow(),
          "halt-after-violations",
          "is below tighten-after-violations (" + tighten + "), which would then never happen");
    }
    return new AdaptTerms(tighten, halt, loosen);
  }
}
