package dev.ratchet.guardrails.form;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.document.DocumentException;
import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.document.Value;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.rules.Rules.SettingRule;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Protected settings keep their values, as every reader understands them. */
public final class SettingsLayer implements Layer {
  private static final Rule PROTECTED =
      Rule.hard("settings.protected", "Protected settings keep their values, as parsed")
          .because("the policy protects it; values are compared as parsed")
          .stops("harm-limit: 5, where it was 0")
          .passes("# a comment above harm-limit: 0");
  private static final Rule UNREADABLE =
      Rule.hard("settings.unreadable", "Settings can be read in one way only")
          .because("what two readers take differently can't be judged")
          .stops("harm-limit: 0, and further down harm-limit: 5")
          .passes("harm-limit: 0, and further down steps: 5");
  public static final Rule MISSING =
      Rule.hard("policy.setting-missing", "Protected settings exist")
          .because("a safeguard that matches nothing protects nothing")
          .stops("keys: [/alinment]")
          .passes("keys: [/alignment]");

  /** A document in both of its meanings. */
  private record Meanings(Value resolved, Value spelled) {
    /** Returns what a key stands for, by each concrete key that it covers. */
    Map<String, String> of(String key, DocumentFormat format) {
      Map<String, String> values = new TreeMap<>();
      SettingKeys.find(resolved, key, format)
          .forEach((name, value) -> values.put(name, value.canonical()));
      SettingKeys.find(spelled, key, format)
          .forEach((name, value) -> values.merge(name, value.canonical(), (a, b) -> a + " " + b));
      return values;
    }
  }

  @Override
  public List<Rule> rules() {
    return List.of(PROTECTED, UNREADABLE, MISSING);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    for (SettingRule rule : edit.rules().protection().settings()) {
      inspectExistence(rule, edit, findings);
    }
    edit.files().forEach(file -> inspect(file, edit, findings));
  }

  private static void inspect(FileEdit file, Edit edit, Findings findings) {
    Optional<Meanings> before = read(file.beforeFile(), file.from(), edit, true, findings);
    Optional<Meanings> after =
        read(file.afterFile(), file.path(), edit, before.isPresent(), findings);
    for (SettingRule rule : edit.rules().protection().settings()) {
      if (rule.file().matches(file.from())) {
        before.ifPresent(
            old ->
                compare(
                    file,
                    rule,
                    old,
                    after.filter(a -> rule.file().matches(file.path())),
                    findings));
      } else if (rule.file().matches(file.path())) {
        after.ifPresent(now -> inspectNew(file, rule, now, findings));
      }
    }
    boolean created = file.beforeFile().isEmpty();
    if (created) {
      edit.rules().protection().settings().stream()
          .filter(rule -> rule.file().matches(file.path()))
          .forEach(rule -> after.ifPresent(now -> inspectNew(file, rule, now, findings)));
    }
  }

  private static Optional<Meanings> read(
      Optional<SourceFile> file,
      SourcePath path,
      Edit edit,
      boolean hasToBeReadable,
      Findings findings) {
    Optional<DocumentFormat> format = DocumentFormat.ofName(path.value());
    if (file.isEmpty() || format.isEmpty()) {
      return Optional.empty();
    }
    try {
      String text = file.get().text().orElse("");
      return Optional.of(new Meanings(format.get().read(text), format.get().readSpelling(text)));
    } catch (DocumentException e) {
      boolean isProtected =
          edit.rules().protection().settings().stream().anyMatch(rule -> rule.file().matches(path));
      if (isProtected || hasToBeReadable && !isBase(file.get(), path, edit)) {
        findings.add(unreadable(path, e));
      }
      return Optional.empty();
    }
  }

  private static boolean isBase(SourceFile file, SourcePath path, Edit edit) {
    return edit.base().file(path).filter(file::equals).isPresent();
  }

  private static Finding unreadable(SourcePath path, DocumentException e) {
    return UNREADABLE
        .found("The settings can't be read for certain: " + Shown.text(e.reason()))
        .at(Place.of(path, e.line()))
        .remedy("write one plain document in which every key stands once");
  }

  private static void compare(
      FileEdit file,
      SettingRule rule,
      Meanings before,
      Optional<Meanings> after,
      Findings findings) {
    DocumentFormat format = DocumentFormat.ofName(file.from().value()).orElseThrow();
    for (String key : rule.keys()) {
      Map<String, String> old = before.of(key, format);
      Map<String, String> now = after.map(a -> a.of(key, format)).orElse(Map.of());
      Set<String> names = new TreeSet<>(old.keySet());
      names.addAll(now.keySet());
      for (String name : names) {
        Optional<String> was = Optional.ofNullable(old.get(name));
        Optional<String> is = Optional.ofNullable(now.get(name));
        if (!was.equals(is)) {
          findings.add(
              changed(file, name, was.isEmpty() ? "added" : is.isEmpty() ? "removed" : "changed"));
        }
      }
    }
  }

  private static void inspectNew(FileEdit file, SettingRule rule, Meanings now, Findings findings) {
    DocumentFormat format = DocumentFormat.ofName(file.path().value()).orElseThrow();
    for (String key : rule.keys()) {
      now.of(key, format).keySet().forEach(name -> findings.add(changed(file, name, "added")));
    }
  }

  private static Finding changed(FileEdit file, String name, String how) {
    return PROTECTED
        .found("The protected setting " + Shown.quoted(name) + " was " + how)
        .at(Place.of(file.path()))
        .remedy("leave its value as it is; comments and order of keys may change");
  }

  private static void inspectExistence(SettingRule rule, Edit edit, Findings findings) {
    String glob = rule.file().toString();
    if (glob.chars().anyMatch(c -> "*?{".indexOf(c) >= 0) || SourcePath.problem(glob).isPresent()) {
      return;
    }
    SourcePath path = SourcePath.of(glob);
    Optional<SourceFile> file = edit.base().file(path);
    if (file.isEmpty()) {
      findings.add(missing(path, "the program has no such file"));
      return;
    }
    Optional<Meanings> meanings = read(file, path, edit, false, findings);
    DocumentFormat format = DocumentFormat.ofName(glob).orElseThrow();
    for (String key : rule.keys()) {
      if (!key.contains("*") && meanings.filter(m -> m.of(key, format).isEmpty()).isPresent()) {
        findings.add(missing(path, "the file has no key " + Shown.quoted(key)));
      }
    }
  }

  private static Finding missing(SourcePath path, String what) {
    return MISSING
        .found("The policy protects settings, but " + what)
        .at(Place.of(path))
        .remedy("let a person correct protect.settings");
  }
}
