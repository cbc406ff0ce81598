package org.forge.agent;

import java.util.List;
import org.forge.text.Table;
import org.forge.text.Texts;

/** A table of answers for people. */
final class Report {
  private static final int WIDTH = 40;
  private static final int UNUSED_MARGIN = 2;

  private Report() {}

  static String of(List<Answer> answers) {
    Table table = new Table();
    for (Answer answer : answers) {
      String kind;
      if (answer instanceof Answer.Solved) {
        kind = "solved";
      } else if (answer instanceof Answer.Refused) {
        kind = "refused";
      } else {
        kind = "gave up";
      }
      table.row(kind, Texts.shortened(answer.text(), WIDTH));
    }
    return table.render();
  }
}
