package dev.ratchet.cli;

import java.util.Locale;
import java.util.function.Function;

/** How a report is written. */
enum Format {
  TEXT(TextFormat::render),
  JSON(JsonFormat::render),
  SARIF(SarifFormat::render);

  private final Function<Report, String> renderer;

  Format(Function<Report, String> renderer) {
    this.renderer = renderer;
  }

  String render(Report report) {
    return renderer.apply(report);
  }

  /** Returns the word that the command line takes. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
