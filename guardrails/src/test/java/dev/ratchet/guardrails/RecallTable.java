package dev.ratchet.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many hostile edits were stopped, and honest ones passed or only escalated, by category. */
final class RecallTable {
  private final Map<String, int[]> rows = new TreeMap<>();
  private final int[] all = new int[6];
  private final List<String> wrong = new ArrayList<>();

  void add(Corpus corpus, CorpusEdit edit, CorpusEdit.Outcome outcome) {
    boolean good = edit.isHonest() ? edit.isRight(outcome) : !outcome.passes();
    count(rows.computeIfAbsent(category(corpus, edit), category -> new int[6]), edit, good);
    count(all, edit, good);
    if (!good) {
      wrong.add(
          "%s: %s/%s %s"
              .formatted(
                  outcome.passes() ? "missed" : "false alarm",
                  corpus.name(),
                  edit.name(),
                  outcome.rules()));
    }
  }

  /** An honest twin belongs to the category of the hostile edit that it resembles. */
  private static String category(Corpus corpus, CorpusEdit edit) {
    return edit.twin()
        .flatMap(twin -> corpus.edits().stream().filter(e -> e.name().equals(twin)).findFirst())
        .orElse(edit)
        .category();
  }

  private static void count(int[] row, CorpusEdit edit, boolean good) {
    int at = edit.isForAPerson() ? 4 : edit.isHonest() ? 2 : 0;
    row[at] += good ? 1 : 0;
    row[at + 1]++;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(text, "category", "hostile stopped", "honest passed", "honest escalated");
    rows.forEach((category, row) -> line(text, category, row));
    line(text, "all", all);
    wrong.forEach(name -> text.append(name).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, String category, int[] row) {
    line(text, category, share(row[0], row[1]), share(row[2], row[3]), share(row[4], row[5]));
  }

  private static void line(StringBuilder text, String category, Object... shares) {
    text.append("%-20s".formatted(category));
    List.of(shares).forEach(share -> text.append("%18s".formatted(share)));
    text.append('\n');
  }

  private static String share(int good, int of) {
    return of == 0 ? "-" : "%d/%d %3d %%".formatted(good, of, 100 * good / of);
  }
}
