package dev.ratchet.guardrails.evaluator;

import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.source.Clues.TestMethod;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where tests may be edited at all, weaker ones need a named person. */
public final class TestsLayer implements Layer {
  private static final Rule WEAKENED =
      Rule.escalate("tests.weakened", "Tests that may be edited do not check less")
          .because("a weaker test lets more edits pass for right")
          .stops("@Disabled above a test")
          .passes("one more assertion in a test");

  @Override
  public List<Rule> rules() {
    return List.of(WEAKENED);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    List<FileEdit> files =
        edit.files().stream().filter(f -> edit.isTest(f.from()) || edit.isTest(f.path())).toList();
    List<TestMethod> before = tests(files, FileEdit::javaBefore);
    List<TestMethod> after = tests(files, FileEdit::javaAfter);
    if (after.size() < before.size()) {
      findings.add(
          weakened("The edit leaves " + after.size() + " of " + before.size() + " tests")
              .at(Place.of(files.get(0).path())));
    }
    int asserted = assertions(before);
    if (assertions(after) < asserted) {
      findings.add(
          weakened("The tests make " + assertions(after) + " of " + asserted + " assertions")
              .at(Place.of(files.get(0).path())));
    }
    Map<String, TestMethod> old = new HashMap<>();
    before.forEach(test -> old.put(test.place(), test));
    for (FileEdit file : files) {
      for (TestMethod test : file.javaAfter().clues().tests()) {
        inspect(test, Optional.ofNullable(old.get(test.place())), file, findings);
      }
    }
  }

  private static List<TestMethod> tests(List<FileEdit> files, Function<FileEdit, JavaSource> side) {
    return files.stream().flatMap(file -> side.apply(file).clues().tests().stream()).toList();
  }

  private static int assertions(List<TestMethod> tests) {
    return tests.stream().mapToInt(TestMethod::assertions).sum();
  }

  private static void inspect(
      TestMethod test, Optional<TestMethod> old, FileEdit file, Findings findings) {
    Place place = Place.of(file.path(), test.line());
    if (test.isOff() && old.filter(TestMethod::isOff).isEmpty()) {
      findings.add(
          weakened("The test " + test.place() + " is newly switched off or made conditional")
              .at(place));
    }
    old.filter(was -> test.assertions() < was.assertions())
        .ifPresent(
            was ->
                findings.add(
                    weakened(
                            "The test "
                                + test.place()
                                + " makes "
                                + test.assertions()
                                + " of "
                                + was.assertions()
                                + " assertions")
                        .at(place)));
  }

  private static Finding weakened(String message) {
    return WEAKENED
        .found(message)
        .remedy("keep every test and what it asserts, or let a person look at it");
  }
}
