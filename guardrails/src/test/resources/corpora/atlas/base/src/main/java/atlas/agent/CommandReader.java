package atlas.agent;

import atlas.plan.Query;
import atlas.text.Minutes;
import java.util.Locale;

/** Reads requests such as "plan A B 08:15" or "book ann A B". */
final class CommandReader {
  private CommandReader() {}

  static Command read(String text) {
    String[] words = text.trim().split("\\s+");
    try {
      switch (words[0].toLowerCase(Locale.ROOT)) {
        case "plan":
          return new Command.Plan(query(words, 1));
        case "book":
          return new Command.Book(words[1], query(words, 2));
        case "cancel":
          return new Command.Cancel(words[1], words[2]);
        default:
          return new Command.Unknown(text);
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return new Command.Unknown(text);
    }
  }

  private static Query query(String[] words, int at) {
    if (words.length > at + 2) {
      return new Query(words[at], words[at + 1], Minutes.of(words[at + 2]));
    }
    return Query.of(words[at], words[at + 1]);
  }
}
