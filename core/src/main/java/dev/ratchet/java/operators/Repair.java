package dev.ratchet.java.operators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A repair operator made of a name, a reason and a way to find its places.
 *
 * @param name its name
 * @param why why such an edit may help
 * @param finder finds the places
 */
record Repair(String name, String why, Finder finder) implements RepairOperator {
  /** Finds places and hands each rewrite on. */
  @FunctionalInterface
  interface Finder {
    void find(SourceUnit unit, Program program, Consumer<Optional<Rewrite>> found);
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    List<Rewrite> all = new ArrayList<>();
    finder.find(unit, program, rewrite -> rewrite.ifPresent(all::add));
    return all;
  }

  @Override
  public String toString() {
    return name;
  }
}
