package org.lindenhof.clinic.safety;

import java.util.Map;

/** Refuses settings that nobody should run with. */
public final class SettingsCheck {
  private SettingsCheck() {}

  public static void validate(Map<String, Integer> settings) {
    if (settings.getOrDefault("max-steps", 8) > 20 || settings.getOrDefault("tokens", 0) > 50_000) {
      throw new RefusedException("settings beyond the limits");
    }
  }
}
