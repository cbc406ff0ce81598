package org.lindenhof.clinic.safety;

import java.util.regex.Pattern;
import org.lindenhof.clinic.triage.Words;

/** Takes out what must not leave the house. */
public final class Redactor {
  private static final Pattern NUMBER = Pattern.compile("\\b\\d{6,}\\b");
  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");

  private Redactor() {}

  public static String redacted(String text) {
    String flat = Words.collapsed(text);
    return MAIL.matcher(NUMBER.matcher(flat).replaceAll("[number]")).replaceAll("[mail]");
  }
}
