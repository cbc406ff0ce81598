package org.forge.logic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Clauses that must all hold; a literal is a number, its negation the negative number. */
public record Formula(List<List<Integer>> clauses) {

  /** Reads {@code 1 -2, 3}: clauses are separated by commas. */
  public static Formula parse(String text) {
    List<List<Integer>> clauses = new ArrayList<>();
    for (String part : text.split(",")) {
      List<Integer> clause = new ArrayList<>();
      for (String literal : part.trim().split(" ")) {
        clause.add(Integer.parseInt(literal));
      }
      clauses.add(clause);
    }
    return new Formula(clauses);
  }

  public Set<Integer> variables() {
    Set<Integer> names = new HashSet<>();
    for (List<Integer> clause : clauses) {
      for (Integer literal : clause) {
        names.add(Math.abs(literal));
      }
    }
    return names;
  }

  public boolean holds(Set<Integer> truths) {
    for (List<Integer> clause : clauses) {
      boolean any = false;
      for (int literal : clause) {
        if (literal > 0 == truths.contains(Math.abs(literal))) {
          any = true;
        }
      }
      if (!any) {
        return false;
      }
    }
    return true;
  }
}
