package org.lindenhof.clinic.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Brings what people type into a form. */
public final class Words {
  private Words() {}

  public static String normalised(String text) {
    return collapsed(text).toLowerCase(Locale.ROOT);
  }

  public static String collapsed(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  public static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (String token : normalised(text).split(" ")) {
      if (!token.isEmpty()) {
        tokens.add(token);
      }
    }
    return tokens;
  }
}
