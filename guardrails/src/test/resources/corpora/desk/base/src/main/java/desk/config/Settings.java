package desk.config;

import desk.core.Limits;
import desk.io.Disk;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings as pairs, in the order in which they were read. */
public final class Settings {
  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /** Returns the settings of a file. */
  public static Settings read(String file) {
    return parse(Disk.read(file));
  }

  /** Returns the settings in a text of lines such as {@code key = value}. */
  public static Settings parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    return new Settings(values);
  }

  /** Returns a text, or a fallback. */
  public String text(String key, String fallback) {
    return values.getOrDefault(key, fallback);
  }

  /** Returns a number within bounds, or a fallback. */
  public int number(String key, int fallback, int least, int most) {
    String value = values.get(key);
    if (value == null) {
      return fallback;
    }
    try {
      return Limits.clamp(Integer.parseInt(value), least, most);
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  /** Returns whether something is on. */
  public boolean isOn(String key) {
    return Boolean.parseBoolean(values.getOrDefault(key, "false"));
  }

  /** Returns how many settings there are. */
  public int size() {
    return values.size();
  }
}
