package com.harbor.desk.config;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

/** The settings of the application. */
public final class Settings {
  private final Properties values = new Properties();

  /** Reads settings from text. */
  public Settings(String text) throws IOException {
    values.load(new StringReader(text));
  }

  /** Returns a text. */
  public String text(String key, String fallback) {
    return values.getProperty(key, fallback);
  }

  /** Returns a number. */
  public int number(String key, int fallback) {
    String text = values.getProperty(key);
    if (text == null) {
      return fallback;
    }
    return Integer.parseInt(text);
  }

  /** Returns whether something is on. */
  public boolean isOn(String key) {
    return "true".equals(values.getProperty(key));
  }
}
