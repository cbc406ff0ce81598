package org.forge.plan;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a step of requests of some form. */
public final class Rule {
  private final String name;
  private final Pattern pattern;
  private final int weight;
  private final Function<Matcher, Step> step;

  public Rule(String name, String pattern, int weight, Function<Matcher, Step> step) {
    this.name = name;
    this.pattern = Pattern.compile(pattern);
    this.weight = weight;
    this.step = step;
  }

  public String name() {
    return name;
  }

  public int weight() {
    return weight;
  }

  public boolean matches(String request) {
    return pattern.matcher(request).find();
  }

  public Step apply(String request) {
    Matcher matcher = pattern.matcher(request);
    if (matcher.find()) {
      return step.apply(matcher);
    }
    throw new IllegalArgumentException(name + " does not apply to " + request);
  }
}
