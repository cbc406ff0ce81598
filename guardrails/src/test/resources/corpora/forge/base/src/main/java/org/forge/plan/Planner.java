package org.forge.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Chooses the steps of a request by rules, the heaviest first. */
public final class Planner {
  private final List<Rule> rules = new ArrayList<>();

  public static Planner standard() {
    Planner planner = new Planner();
    planner.add(new Rule("sat", "satisf\\w* (.+)$", 30, m -> new Step("sat", m.group(1))));
    planner.add(new Rule("prime", "prime (\\d+)", 20, m -> new Step("prime", m.group(1))));
    planner.add(new Rule("factor", "factor (\\d+)", 20, m -> new Step("factor", m.group(1))));
    planner.add(new Rule("solve", "solve (.+=.+)$", 15, m -> new Step("equation", m.group(1))));
    planner.add(
        new Rule("compute", "([-+*/^()0-9. ]*\\d)", 10, m -> new Step("calculator", m.group(1))));
    return planner;
  }

  public void add(Rule rule) {
    rules.add(rule);
    Collections.sort(rules, (a, b) -> b.weight() - a.weight());
  }

  public List<Step> plan(String request) {
    List<Step> steps = new ArrayList<>();
    for (String part : request.split(";")) {
      for (Rule rule : rules) {
        if (rule.matches(part)) {
          steps.add(rule.apply(part));
          break;
        }
      }
    }
    return steps;
  }

  public boolean knows(String name) {
    for (Rule rule : rules) {
      if (rule.name() == name) {
        return true;
      }
    }
    return false;
  }
}
