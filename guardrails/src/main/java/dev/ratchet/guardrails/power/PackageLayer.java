package dev.ratchet.guardrails.power;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.guardrails.source.Import;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Use;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Files start to use only packages of the program itself and those that are allowed. */
public final class PackageLayer implements Layer {
  static final Rule NEW =
      Rule.of(
              "packages.new",
              "Only packages that the policy allows are newly used",
              Tier.ESCALATE,
              Tier.HARD)
          .because("what a file may depend on is for people to say")
          .stops("import com.example.magic.Oracle;")
          .passes("import java.util.ArrayDeque;");

  private static final List<String> USUAL =
      List.of(
          "java.lang",
          "java.math",
          "java.util.**",
          "java.text.**",
          "java.time.**",
          "java.nio.charset");

  @Override
  public List<Rule> rules() {
    return List.of(NEW);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    Map<FileEdit, Map<String, Integer>> before = packages(edit, FileEdit::javaBefore);
    Map<FileEdit, Map<String, Integer>> after = packages(edit, FileEdit::javaAfter);
    Map<String, Integer> balance = new HashMap<>();
    before
        .values()
        .forEach(names -> names.keySet().forEach(n -> balance.merge(n, -1, Integer::sum)));
    after.values().forEach(names -> names.keySet().forEach(n -> balance.merge(n, 1, Integer::sum)));
    after.forEach(
        (file, names) ->
            names.forEach(
                (name, line) -> {
                  boolean moved = balance.getOrDefault(name, 0) <= 0;
                  boolean known = before.getOrDefault(file, Map.of()).containsKey(name);
                  if (!moved && !known && !isAllowed(name, edit)) {
                    findings.add(finding(file, name, line, edit.rules()));
                  }
                }));
  }

  private static Map<FileEdit, Map<String, Integer>> packages(
      Edit edit, Function<FileEdit, JavaSource> side) {
    Map<FileEdit, Map<String, Integer>> packages = new LinkedHashMap<>();
    edit.files().forEach(file -> packages.put(file, packages(side.apply(file))));
    return packages;
  }

  private static Finding finding(FileEdit file, String name, int line, Rules rules) {
    Tier tier = rules.packages().isPresent() ? Tier.HARD : Tier.ESCALATE;
    return NEW.found(tier, "The file newly uses the package " + name)
        .at(Place.of(file.path(), line))
        .remedy("do without it, or let a person add it to java.packages.allow");
  }

  private static Map<String, Integer> packages(JavaSource source) {
    Map<String, Integer> packages = new LinkedHashMap<>();
    for (Import line : source.imports()) {
      packages.putIfAbsent(packageOf(line), line.line());
    }
    for (Use use : source.uses()) {
      use.sure().forEach(name -> packages.putIfAbsent(prefix(name), use.line()));
    }
    packages.remove("");
    return packages;
  }

  private static String packageOf(Import line) {
    return line.onDemand() && prefix(line.name()).isEmpty() ? line.name() : prefix(line.name());
  }

  /**
   * Returns what stands before the first segment that begins as types do; empty if none does,
   * because only a name with a type in it says where its package ends.
   */
  private static String prefix(String name) {
    int start = 0;
    while (start < name.length()) {
      if (Character.isUpperCase(name.charAt(start))) {
        return name.substring(0, Math.max(0, start - 1));
      }
      int dot = name.indexOf('.', start);
      start = dot < 0 ? name.length() : dot + 1;
    }
    return "";
  }

  private static boolean isAllowed(String name, Edit edit) {
    return edit.rules().packages().orElse(USUAL).stream().anyMatch(rule -> matches(rule, name))
        || edit.rules().packages().isEmpty() && isOwn(name, edit);
  }

  private static boolean matches(String rule, String name) {
    if (!rule.endsWith(".**")) {
      return name.equals(rule);
    }
    String root = rule.substring(0, rule.length() - 3);
    return name.equals(root) || name.startsWith(root + ".");
  }

  private static boolean isOwn(String name, Edit edit) {
    String folder = "/" + name.replace('.', '/') + "/";
    for (SourcePath path : edit.candidate().tree().paths()) {
      for (SourcePath root : edit.rules().java().sources()) {
        if (path.value().startsWith(root.value() + folder)) {
          return true;
        }
      }
    }
    return false;
  }
}
