package org.lindenhof.clinic.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lindenhof.clinic.safety.SettingsCheck;

/** How the assistant runs. */
public record Settings(int maxSteps, int tokens) {

  public static Builder builder() {
    return new Builder();
  }

  /** Collects settings and checks them once. */
  public static final class Builder {
    private int maxSteps = 8;
    private int tokens = 4_000;

    public Builder maxSteps(int steps) {
      this.maxSteps = steps;
      return this;
    }

    public Builder tokens(int number) {
      this.tokens = number;
      return this;
    }

    public Settings build() {
      Map<String, Integer> all = new LinkedHashMap<>();
      all.put("max-steps", maxSteps);
      all.put("tokens", tokens);
      SettingsCheck.validate(all);
      return new Settings(maxSteps, tokens);
    }
  }
}
