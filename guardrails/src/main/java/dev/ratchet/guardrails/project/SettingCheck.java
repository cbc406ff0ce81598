package dev.ratchet.guardrails.project;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.document.DocumentException;
import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.document.Value;
import dev.ratchet.guardrails.form.SettingKeys;
import dev.ratchet.guardrails.form.SettingsLayer;
import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.guardrails.rules.Rules.SettingRule;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.verdict.Tier;
import java.util.ArrayList;
import java.util.List;

/** Settings that a policy names have to be in the target. */
public final class SettingCheck {
  private final Rules rules;
  private final Remarks remarks;

  public SettingCheck(Rules rules, Remarks remarks) {
    this.rules = rules;
    this.remarks = remarks;
  }

  public void inspect(SourceTree tree) {
    List<SettingRule> settings = rules.protection().settings();
    for (int i = 0; i < settings.size(); i++) {
      inspect(settings.get(i), "protect.settings[" + i + "]", tree);
    }
  }

  private void inspect(SettingRule rule, String key, SourceTree tree) {
    List<SourcePath> files = tree.paths().stream().filter(rule.file()::matches).toList();
    if (files.isEmpty()) {
      missing(key + ".file", "No file of the target matches " + rule.file());
      return;
    }
    List<Value> documents = new ArrayList<>();
    for (SourcePath path : files) {
      read(path, key, tree, documents);
    }
    DocumentFormat format = DocumentFormat.ofName(rule.file().toString()).orElseThrow();
    for (int i = 0; i < rule.keys().size() && !documents.isEmpty(); i++) {
      String name = rule.keys().get(i);
      if (documents.stream().allMatch(d -> SettingKeys.find(d, name, format).isEmpty())) {
        missing(
            key + ".keys[" + i + "]",
            "No file that matches " + rule.file() + " has the key " + Shown.quoted(name));
      }
    }
  }

  private void read(SourcePath path, String key, SourceTree tree, List<Value> into) {
    try {
      String text = tree.file(path).flatMap(file -> file.text()).orElse("");
      into.add(DocumentFormat.ofName(path.value()).orElseThrow().read(text));
    } catch (DocumentException e) {
      remarks.add(
          PolicyRules.SETTING_UNREADABLE,
          Tier.HARD,
          key + ".file",
          path + ":" + e.line() + " can't be read for certain: " + Shown.text(e.reason()),
          "write one plain document in which every key stands once");
    }
  }

  private void missing(String key, String message) {
    remarks.add(
        SettingsLayer.MISSING,
        Tier.HARD,
        key,
        message,
        "correct the entry, so that it protects what is meant");
  }
}
