package com.harbor.desk.report;

import com.harbor.desk.store.BerthStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Writes the daily report. */
public final class Report {
  private final BerthStore store;

  public Report(BerthStore store) {
    this.store = store;
  }

  /** Returns the report of a day. */
  public String of(LocalDate day) {
    List<String> free = store.freeNames();
    StringBuilder text = new StringBuilder();
    text.append("Harbour report, ").append(day).append('\n');
    text.append(String.format(Locale.ROOT, "%d berths free, %d m in all%n", free.size(), store.totalLength()));
    for (int i = 0; i < free.size(); i++) {
      text.append("  - ").append(free.get(i)).append('\n');
    }
    return text.toString();
  }

  /** Writes today's report. */
  public void write(Path file) throws IOException {
    Files.writeString(file, of(LocalDate.now()), StandardCharsets.UTF_8);
  }
}
