package org.harbor.safety;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.harbor.text.Splitter;

/** What the agent neither answers nor says. */
public class Harmlessness {
  private static final int TOLERATED = 0;

  private final List<String> forbidden;
  private final Splitter splitter;

  public Harmlessness(List<String> forbidden, Splitter splitter) {
    this.forbidden = List.copyOf(forbidden);
    this.splitter = Objects.requireNonNull(splitter);
  }

  public boolean allows(String text) {
    long bad = splitter.words(text).stream().filter(forbidden::contains).count();
    return bad <= TOLERATED;
  }

  public String redacted(String text) {
    String result = text;
    for (String word : forbidden) {
      result = result.replaceAll("(?i)" + word.toLowerCase(Locale.ROOT), "***");
    }
    return result;
  }
}
