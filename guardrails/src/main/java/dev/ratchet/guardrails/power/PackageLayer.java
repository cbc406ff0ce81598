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
    Map<String, Integer> balance = new HashMap<>();
    for (FileEdit file : edit.files()) {
      packages(file.javaBefore()).keySet().forEach(name -> balance.merge(name, -1, Integer::sum));
      packages(file.javaAfter()).keySet().forEach(name -> balance.merge(name, 1, Integer::sum));
    }
    for (FileEdit file : edit.files()) {
      Map<String, Integer> before = packages(file.javaBefore());
      packages(file.javaAfter())
          .forEach(
              (name, line) -> {
                boolean moved = balance.getOrDefault(name, 0) <= 0;
                if (!moved && !before.containsKey(name) && !isAllowed(name, edit)) {
                  findings.add(finding(file, name, line, edit.rules()));
                }
              });
    }
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
      use.sure().stream()
          .filter(PackageLayer::isSpelledInFull)
          .forEach(name -> packages.putIfAbsent(prefix(name), use.line()));
    }
    packages.remove("");
    return packages;
  }

  private static String packageOf(Import line) {
    return line.onDemand() && prefix(line.name()).isEmpty() ? line.name() : prefix(line.name());
  }

  /** Only a name with a type in it says where its package ends. */
  private static boolean isSpelledInFull(String name) {
    return !prefix(name).isEmpty();
  }

  /** Returns what stands before the first segment that begins as types do; empty if none does. */
  private static String prefix(String name) {
    StringBuilder prefix = new StringBuilder();
    for (String segment : name.split("\\.")) {
      if (Character.isUpperCase(segment.charAt(0))) {
        return prefix.toString();
      }
      prefix.append(prefix.length() == 0 ? "" : ".").append(segment);
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
