package dev.ratchet.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limits that the host itself is under, which nobody but root may raise. */
record HardLimits(Map<String, Long> byName) {
  private static final Pattern LINE = Pattern.compile("(Max [a-z ]+?)\\s{2,}\\S+\\s+(\\d+)\\s.*");

  static HardLimits ofHost() {
    Map<String, Long> limits = new HashMap<>();
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/limits"))) {
        Matcher limit = LINE.matcher(line);
        if (limit.matches()) {
          limits.put(limit.group(1), Long.parseLong(limit.group(2)));
        }
      }
    } catch (IOException e) {
      return new HardLimits(Map.of());
    }
    return new HardLimits(limits);
  }

  long least(String name, long wanted) {
    return Math.min(wanted, byName.getOrDefault(name, Long.MAX_VALUE));
  }
}
