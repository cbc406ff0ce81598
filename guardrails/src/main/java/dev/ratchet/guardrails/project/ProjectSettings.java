package dev.ratchet.guardrails.project;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.document.DocumentException;
import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.document.Value;
import dev.ratchet.guardrails.form.PathLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The settings files of a target, and the keys in them that are named like a safeguard. */
public final class ProjectSettings {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final int DEEPEST = 4;

  private final Map<String, List<String>> safeguards = new TreeMap<>();
  private final List<String> files = new ArrayList<>();

  private ProjectSettings() {}

  public static ProjectSettings of(SourceTree tree) {
    ProjectSettings settings = new ProjectSettings();
    tree.paths().stream()
        .filter(path -> DocumentFormat.ofName(path.value()).isPresent())
        .filter(path -> ProjectLayout.isPlain(path.value()))
        .filter(path -> !path.value().startsWith(".") && !path.value().contains("/."))
        .filter(path -> !PathLayer.isAlwaysProtected(path))
        .filter(path -> !ProjectLayout.judges(path.value()))
        .forEach(path -> tree.file(path).ifPresent(file -> settings.add(path, file)));
    return settings;
  }

  private void add(SourcePath path, SourceFile file) {
    DocumentFormat format = DocumentFormat.ofName(path.value()).orElseThrow();
    List<String> keys = new ArrayList<>();
    try {
      collect(format.read(file.text().orElse("")), "", format, keys);
    } catch (DocumentException e) {
      return; // it could not be protected key by key either
    }
    files.add(path.value());
    if (!keys.isEmpty()) {
      safeguards.put(path.value(), keys);
    }
  }

  private static void collect(Value value, String at, DocumentFormat format, List<String> into) {
    if (!(value instanceof Value.Fields fields) || at.split("/", -1).length > DEEPEST) {
      return;
    }
    fields
        .fields()
        .forEach(
            (key, field) -> {
              if (!PLAIN_KEY.matcher(key).matches()) {
                return;
              }
              String name = format == DocumentFormat.PROPERTIES ? key : at + "/" + key;
              if (SafeguardNames.isType(key)) {
                into.add(name);
              } else {
                collect(field.value(), name, format, into);
              }
            });
  }

  /** Returns the keys that are named like a safeguard, by file. */
  public Map<String, List<String>> safeguards() {
    return safeguards;
  }

  /** Returns all settings files that can be read. */
  public List<String> files() {
    return files;
  }
}
