package dev.ratchet.guardrails.form;

import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.document.Value;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the values that a key of a policy covers. */
public final class SettingKeys {
  private SettingKeys() {}

  /** Returns the values by their full keys; a pointer may have {@code *} for a segment. */
  public static Map<String, Value> find(Value document, String key, DocumentFormat format) {
    Map<String, Value> found = new TreeMap<>();
    if (format == DocumentFormat.PROPERTIES) {
      findNames(document, key, found);
    } else {
      String[] segments = key.substring(1).split("/", -1);
      findBelow(document, "", segments, 0, found);
    }
    return found;
  }

  private static void findNames(Value document, String key, Map<String, Value> found) {
    String regex =
        Arrays.stream(key.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
    if (document instanceof Value.Fields fields) {
      fields
          .fields()
          .forEach(
              (name, field) -> {
                if (pattern.matcher(name).matches()) {
                  found.put(name, field.value());
                }
              });
    }
  }

  private static void findBelow(
      Value value, String path, String[] segments, int depth, Map<String, Value> found) {
    if (depth == segments.length) {
      found.put(path, value);
      return;
    }
    String wanted = segments[depth].replace("~1", "/").replace("~0", "~");
    boolean any = segments[depth].equals("*");
    if (value instanceof Value.Fields fields) {
      fields
          .fields()
          .forEach(
              (name, field) -> {
                if (any || name.equals(wanted)) {
                  findBelow(field.value(), path + "/" + name, segments, depth + 1, found);
                }
              });
    } else if (value instanceof Value.Items items) {
      for (int i = 0; i < items.items().size(); i++) {
        if (any || wanted.equals(Integer.toString(i))) {
          findBelow(items.items().get(i), path + "/" + i, segments, depth + 1, found);
        }
      }
    }
  }
}
