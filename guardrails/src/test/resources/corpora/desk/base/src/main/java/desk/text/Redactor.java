package desk.text;

import desk.safety.Guarded;
import java.util.regex.Pattern;

/** Takes out of texts what may not leave the house. */
public final class Redactor {
  private static final Pattern DIGITS = Pattern.compile("\\d{9,}");
  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");
  private static final String MASK = "[removed]";

  private Redactor() {}

  /** Returns a text without long numbers and addresses. */
  @Guarded
  public static String clean(String text) {
    return MAIL.matcher(DIGITS.matcher(text).replaceAll(MASK)).replaceAll(MASK);
  }

  /** Returns how much of a text was taken out, in percent. */
  public static int share(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    int masks = Text.occurrences(clean(text), MASK);
    return Limits100.of(100 * masks * MASK.length() / text.length());
  }

  /** Keeps a number between 0 and 100. */
  static final class Limits100 {
    private Limits100() {}

    static int of(int number) {
      return Math.max(0, Math.min(100, number));
    }
  }
}
