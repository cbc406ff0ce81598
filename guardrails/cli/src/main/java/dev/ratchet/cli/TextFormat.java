package dev.ratchet.cli;

import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.List;

/**
 * A report for people.
 *
 * <p>Foreign text begins no line: behind a bar it can neither pass for a line of the report nor for
 * a command to the machine that shows the log.
 */
final class TextFormat {
  private static final String BAR = "    | ";
  private static final String SAID_BELOW = "policy.in-force";

  private final StringBuilder text = new StringBuilder();

  private TextFormat() {}

  static String render(Report report) {
    TextFormat format = new TextFormat();
    report.findings().stream()
        .filter(finding -> !finding.rule().equals(SAID_BELOW))
        .forEach(format::finding);
    return format.text.append(summary(report)).toString();
  }

  private static String summary(Report report) {
    return "%s: %s; %s, %s, %s; judged by policy %s%n"
        .formatted(
            sentence(report),
            counted(report.touched().size(), "file"),
            report.count(Tier.HARD) + " hard",
            report.count(Tier.ESCALATE) + " to escalate",
            counted((int) report.count(Tier.NOTE), "note"),
            report.policy().hash());
  }

  private static String sentence(Report report) {
    return switch (report.exitCode()) {
      case ExitCode.ALLOWED -> "ALLOWED";
      case ExitCode.NEEDS_A_PERSON -> "NEEDS A PERSON";
      default -> "REJECTED";
    };
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void finding(Finding finding) {
    text.append(Report.word(finding.tier())).append(' ').append(Escaped.line(finding.rule()));
    if (!finding.place().equals(Place.NONE)) {
      text.append(" at ").append(Escaped.line(finding.place().toString()));
    }
    text.append('\n');
    lines("", finding.message());
    lines("because ", finding.because());
    lines("remedy: ", finding.remedy());
    text.append('\n');
  }

  private void lines(String label, String foreign) {
    List<String> lines = Escaped.lines(foreign);
    for (int i = 0; i < lines.size(); i++) {
      text.append(BAR).append(i == 0 ? label : "  ").append(lines.get(i)).append('\n');
    }
  }
}
