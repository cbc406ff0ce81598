package dev.ratchet.guardrails.form;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.guardrails.source.JavaScan;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.List;

/** An edit stays small enough to be read, and shallow enough to be parsed. */
public final class SizeLayer implements Layer {
  private static final Rule BYTES =
      Rule.hard("limits.bytes", "No file grows by more than the policy allows")
          .because("nobody reads so much, and data in it would not be seen")
          .stops("a table of 300 KiB in Solver.java")
          .passes("a table of 2 KiB in Solver.java");
  private static final Rule CHANGED_LINES =
      Rule.of(
              "limits.changed-lines",
              "An edit changes no more lines than the policy allows",
              Tier.ESCALATE,
              Tier.HARD)
          .because("a small edit can be judged, a large one only be trusted")
          .stops("150 lines added and 60 removed, where limits.changed-lines is 200")
          .passes("150 lines added and 40 removed");
  private static final Rule FILES =
      Rule.of(
              "limits.files",
              "An edit changes no more files than the policy allows",
              Tier.ESCALATE,
              Tier.HARD)
          .because("a small edit can be judged, a large one only be trusted")
          .stops("6 files, where limits.files is 5")
          .passes("5 files");
  private static final Rule LINE_LENGTH =
      Rule.hard("limits.line-length", "No added line is longer than the policy allows")
          .because("code far to the right is not seen")
          .stops("int a = 1; and, 600 blanks later, System.exit(0);")
          .passes("a line of 90 characters");
  private static final Rule NESTING =
      Rule.hard("limits.nesting", "Brackets are not nested deeper than the policy allows")
          .because("nobody reads such code, and parsers fail on it")
          .stops("int a = ((((...((1))...)))); with 4,000 brackets")
          .passes("int a = ((1 + b) * (2 + c));");

  private static final int MOST_FILES = 20;
  private static final int MOST_LINES = 1_000;

  @Override
  public List<Rule> rules() {
    return List.of(BYTES, CHANGED_LINES, FILES, LINE_LENGTH, NESTING);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    Rules.Limits limits = edit.rules().limits();
    int files = edit.files().size();
    if (files > limits.files()) {
      findings.add(size(FILES, files, limits.files(), MOST_FILES, "files", "fewer files"));
    }
    int lines = edit.changes().changedLines();
    if (lines > limits.changedLines()) {
      findings.add(
          size(CHANGED_LINES, lines, limits.changedLines(), MOST_LINES, "lines", "fewer lines"));
    }
    for (FileEdit file : edit.files()) {
      inspectLineLength(file, limits.lineLength(), findings);
      inspectNesting(file, limits.nesting(), findings);
      inspectGrowth(file, limits.bytes(), findings);
    }
  }

  private static Finding size(
      Rule rule, int found, int limit, int most, String what, String remedy) {
    Tier tier = found > Math.max(limit, most) ? Tier.HARD : Tier.ESCALATE;
    return rule.found(tier, "The edit changes " + found + " " + what + "; the limit is " + limit)
        .remedy("propose " + remedy + " at a time");
  }

  private static void inspectLineLength(FileEdit file, int limit, Findings findings) {
    file.added()
        .forEach(
            (number, line) -> {
              int length = line.stripTrailing().length();
              if (length > limit) {
                findings.add(
                    LINE_LENGTH
                        .found("An added line has " + length + " characters; the limit is " + limit)
                        .at(Place.of(file.path(), number))
                        .remedy("break the line"));
              }
            });
  }

  private static void inspectGrowth(FileEdit file, int limit, Findings findings) {
    int before = file.beforeFile().map(SourceFile::size).orElse(0);
    int growth = file.afterFile().map(SourceFile::size).orElse(0) - before;
    if (growth > limit) {
      findings.add(
          BYTES
              .found("A file grows by " + growth + " bytes; the limit is " + limit)
              .at(Place.of(file.path()))
              .remedy("add less, or let a person raise limits.bytes"));
    }
  }

  private static void inspectNesting(FileEdit file, int limit, Findings findings) {
    JavaScan scan = file.scan();
    inspect(file, "Brackets are nested ", scan.deepest(), limit, scan.deepestLine(), findings);
    inspect(
        file, "Lambdas are nested ", scan.deepestLambda(), FileEdit.DEEPEST_LAMBDA, 1, findings);
    inspect(
        file,
        "Operators are chained ",
        scan.longestStatement(),
        FileEdit.LONGEST_STATEMENT,
        1,
        findings);
  }

  private static void inspect(
      FileEdit file, String what, int found, int limit, int line, Findings findings) {
    if (found > limit) {
      findings.add(
          NESTING
              .found(what + found + " deep; the limit is " + limit)
              .at(Place.of(file.path(), line))
              .remedy("nest less"));
    }
  }
}
