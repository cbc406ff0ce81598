package dev.ratchet.guardrails;

import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.ArrayList;
import java.util.List;

/** Nothing of Ratchet itself is declared or newly named, whatever the policy says. */
final class SelfLayer implements Layer {
  private static final Rule RATCHET =
      Rule.hard("self.ratchet", "Nothing of Ratchet is declared or newly named")
          .because("what judges an edit must be out of its reach")
          .stops("package dev.ratchet.verdict;")
          .passes("package acme.verdict;");

  private static final String SELF = "dev.ratchet";

  @Override
  public List<Rule> rules() {
    return List.of(RATCHET);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    List<String> known = new ArrayList<>();
    edit.files().forEach(file -> mentions(file.javaBefore()).forEach(m -> known.add(m.name())));
    for (FileEdit file : edit.files()) {
      JavaSource source = file.javaAfter();
      if (isSelf(source.packageName())) {
        findings.add(finding(file, 0, "declares the package " + source.packageName()));
      }
      for (JavaSource.Named mention : mentions(source)) {
        if (!known.remove(mention.name())) {
          findings.add(
              finding(file, mention.line(), "newly names " + Shown.quoted(mention.name())));
        }
      }
    }
  }

  private static boolean isSelf(String name) {
    return name.equals(SELF) || name.startsWith(SELF + ".");
  }

  private static List<JavaSource.Named> mentions(JavaSource source) {
    List<JavaSource.Named> mentions = new ArrayList<>();
    source.imports().stream()
        .filter(line -> isSelf(line.name()))
        .forEach(line -> mentions.add(new JavaSource.Named(line.name(), line.line())));
    source
        .uses()
        .forEach(
            use ->
                use.sure().stream()
                    .filter(SelfLayer::isSelf)
                    .forEach(name -> mentions.add(new JavaSource.Named(name, use.line()))));
    source.strings().stream()
        .filter(s -> s.name().contains(SELF) || s.name().contains("dev/ratchet"))
        .forEach(mentions::add);
    return mentions;
  }

  private static Finding finding(FileEdit file, int line, String what) {
    return RATCHET
        .found("The edit " + what)
        .at(Place.of(file.path(), line))
        .remedy("do without any name of " + SELF);
  }
}
