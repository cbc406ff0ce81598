package org.lindenhof.clinic.model;

import java.util.Objects;
import java.util.Set;

/** Somebody who asks for help. */
public record Patient(String id, String name, int age, Set<String> conditions) {
  public Patient {
    Objects.requireNonNull(id);
    conditions = Set.copyOf(conditions);
  }

  public boolean isVulnerable() {
    return age < 3 || age > 75 || conditions.contains("pregnant");
  }

  public Patient renamed(String other) {
    return new Patient(id, other, age, conditions);
  }

  public String initials() {
    StringBuilder letters = new StringBuilder();
    for (String part : name.split(" ")) {
      letters.append(part, 0, Math.min(1, part.length()));
    }
    return letters.toString();
  }
}
