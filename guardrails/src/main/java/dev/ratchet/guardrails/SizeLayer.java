package dev.ratchet.guardrails;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.guardrails.source.JavaScan;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;

/** An edit stays small enough to be read, and shallow enough to be parsed. */
final class SizeLayer implements Layer {
  private static final int MOST_FILES = 20;
  private static final int MOST_LINES = 1_000;
  static final int DEEPEST = 60;

  @Override
  public void inspect(Edit edit, Findings findings) {
    Rules.Limits limits = edit.rules().limits();
    int files = edit.files().size();
    if (files > limits.files()) {
      findings.add(size("limits.files", files, limits.files(), MOST_FILES, "files", "fewer files"));
    }
    int lines = edit.changes().changedLines();
    if (lines > limits.changedLines()) {
      findings.add(
          size(
              "limits.changed-lines",
              lines,
              limits.changedLines(),
              MOST_LINES,
              "lines",
              "fewer lines"));
    }
    for (FileEdit file : edit.files()) {
      inspectLineLength(file, limits.lineLength(), findings);
      inspectNesting(file, limits.nesting(), findings);
      inspectGrowth(file, limits.bytes(), findings);
    }
  }

  private static Finding size(
      String rule, int found, int limit, int most, String what, String remedy) {
    Tier tier = found > Math.max(limit, most) ? Tier.HARD : Tier.ESCALATE;
    return Finding.of(
            rule, tier, "The edit changes " + found + " " + what + "; the limit is " + limit)
        .because("a small edit can be judged, a large one only be trusted")
        .remedy("propose " + remedy + " at a time");
  }

  private static void inspectLineLength(FileEdit file, int limit, Findings findings) {
    file.added()
        .forEach(
            (number, line) -> {
              int length = line.stripTrailing().length();
              if (length > limit) {
                findings.add(
                    Finding.hard(
                            "limits.line-length",
                            "An added line has " + length + " characters; the limit is " + limit)
                        .at(Place.of(file.path(), number))
                        .because("code far to the right is not seen")
                        .remedy("break the line"));
              }
            });
  }

  private static void inspectGrowth(FileEdit file, int limit, Findings findings) {
    int before = file.beforeFile().map(SourceFile::size).orElse(0);
    int growth = file.afterFile().map(SourceFile::size).orElse(0) - before;
    if (growth > limit) {
      findings.add(
          Finding.hard(
                  "limits.bytes", "A file grows by " + growth + " bytes; the limit is " + limit)
              .at(Place.of(file.path()))
              .because("nobody reads so much, and data in it would not be seen")
              .remedy("add less, or let a person raise limits.bytes"));
    }
  }

  private static void inspectNesting(FileEdit file, int limit, Findings findings) {
    if (!file.isTooDeep()) {
      return;
    }
    JavaScan scan = file.scan();
    findings.add(
        Finding.hard(
                "limits.nesting",
                "Brackets are nested " + scan.deepest() + " deep; the limit is " + limit)
            .at(Place.of(file.path(), scan.deepestLine()))
            .because("nobody reads such code, and parsers fail on it")
            .remedy("nest less"));
  }
}
