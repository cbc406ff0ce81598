package dev.ratchet.guardrails.rules;

import dev.ratchet.guardrails.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A policy as sentences for a proposer. */
public final class RulesInWords {
  private RulesInWords() {}

  public static List<String> of(Rules rules) {
    List<String> words = new ArrayList<>();
    rules
        .editable()
        .forEach(
            rule ->
                words.add(
                    "You may "
                        + rule.operations().stream()
                            .map(Operation::word)
                            .collect(Collectors.joining(", "))
                        + " files that match "
                        + list(rule.paths())
                        + "."));
    words.add(
        rules.ofJava().testsEditable()
            ? "Every other file is closed; so are build files and descriptors. Tests may not get"
                + " weaker."
            : "Every other file is closed; so are tests, build files and descriptors.");
    Rules.Protection protection = rules.protection();
    add(words, "Never touch these files: ", protection.paths());
    add(words, "Never change, move or shadow these members: ", protection.patterns());
    protection
        .settings()
        .forEach(
            rule ->
                words.add(
                    "Never change the settings " + list(rule.keys()) + " in " + rule.file() + "."));
    if (!protection.evaluator().isEmpty()) {
      words.add("Work results out; write no values of the data that you are judged by.");
    }
    words.add("Do not write comparisons that take everything for equal.");
    if (!protection.members().isEmpty()) {
      words.add(
          "Keep every use of protected members in its method; new uses are allowed only of: "
              + (protection.mayUse().isEmpty() ? "none" : list(protection.mayUse()))
              + ".");
    }
    words.add(
        "Change at most "
            + rules.limits().files()
            + " files and "
            + rules.limits().changedLines()
            + " lines; no line longer than "
            + rules.limits().lineLength()
            + " characters.");
    add(words, "Never newly use: ", stances(rules.capabilities(), Stance.DENY));
    add(words, "New uses need a person's leave: ", stances(rules.capabilities(), Stance.ESCALATE));
    add(words, "Never newly declare: ", stances(rules.declarations(), Stance.DENY));
    add(words, "Never declare a type of these names: ", new TreeSet<>(rules.ofJava().reserved()));
    words.add("Write ASCII code without Unicode escapes, and keep the line ends of the file.");
    words.add("Write Java " + rules.java().level() + ".");
    return words;
  }

  private static <E extends Enum<E>> List<String> stances(Map<E, Stance> stances, Stance wanted) {
    return stances.entrySet().stream()
        .filter(entry -> entry.getValue() == wanted)
        .map(entry -> Words.of(entry.getKey()))
        .toList();
  }

  private static void add(List<String> words, String sentence, Collection<?> items) {
    if (!items.isEmpty()) {
      words.add(sentence + list(items) + ".");
    }
  }

  private static String list(Collection<?> items) {
    return items.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
