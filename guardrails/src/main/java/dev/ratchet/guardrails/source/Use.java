package dev.ratchet.guardrails.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A use of a name, with everything that the name may stand for.
 *
 * @param sure full names that imports, spelling or declarations in the file give it
 * @param guesses full names that it has if no type of the program hides them
 * @param hiding full names of the program's own types that would hide the guesses
 * @param resolved whether nothing else can be meant: by an import, a type of the file, or the only
 *     variable of that name
 * @param member the member that is used of it; empty for the type itself, {@code new} for a
 *     constructor, {@code {}} for a subtype
 * @param enclosing the method, field or type that the use is in
 * @param line the line, from 1
 */
public record Use(
    List<String> sure,
    List<String> guesses,
    List<String> hiding,
    boolean resolved,
    Optional<String> member,
    String enclosing,
    int line) {

  /** Returns a use; lists are copied. */
  public Use {
    sure = List.copyOf(sure);
    guesses = List.copyOf(guesses);
    hiding = List.copyOf(hiding);
  }

  /** Returns a use of a member of what only a compiler could tell. */
  static Use unknown(String member, String enclosing, int line) {
    return new Use(List.of(), List.of(), List.of(), false, Optional.of(member), enclosing, line);
  }

  /** Returns the use of another member of the same thing. */
  public Use withMember(String other) {
    return new Use(sure, guesses, hiding, resolved, Optional.of(other), enclosing, line);
  }

  /** Returns whether it may stand for the same, wherever it is. */
  boolean isLike(Use other) {
    return member.equals(other.member)
        && resolved == other.resolved
        && sure.equals(other.sure)
        && guesses.equals(other.guesses)
        && hiding.equals(other.hiding);
  }

  /**
   * Returns all readings of the use: {@code pkg.Type#member} before {@code pkg.Type}.
   *
   * @param own whether the program declares a type of this full name
   */
  public List<String> readings(Predicate<String> own) {
    List<String> readings = new ArrayList<>();
    sure.forEach(name -> addReadings(name, readings));
    List<String> hidden = hiding.stream().filter(own).toList();
    guesses.stream()
        .filter(name -> hidden.isEmpty() || hidden.stream().anyMatch(type -> isIn(name, type)))
        .forEach(name -> addReadings(name, readings));
    return readings;
  }

  private static boolean isIn(String name, String type) {
    return name.equals(type) || name.startsWith(type + ".");
  }

  private void addReadings(String name, List<String> readings) {
    String whole = member.map(m -> name + "." + m).orElse(name);
    int end = whole.length();
    if (member.isEmpty()) {
      readings.add(whole);
    }
    for (int dot = whole.lastIndexOf('.'); dot > 0; dot = whole.lastIndexOf('.', dot - 1)) {
      readings.add(whole.substring(0, dot) + "#" + whole.substring(dot + 1, end));
      readings.add(whole.substring(0, dot));
      end = dot;
    }
  }
}
