package dev.ratchet.guardrails.jdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of types and parameters as the catalogue spells them. */
final class JdkNames {
  private static final Pattern PARAMETER = Pattern.compile("(\\[*)(?:L([^;]*);|([BCDFIJSZ]))");
  private static final List<String> ROOTS =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "org.w3c.",
          "org.xml.",
          "org.ietf.",
          "netscape.");

  private JdkNames() {}

  /** Returns the name with dots before nested types. */
  static String dotted(String name) {
    return name.replace('$', '.');
  }

  /** Returns whether the name may be one of the JDK's. */
  static boolean mayBeOfJdk(String name) {
    return ROOTS.stream().anyMatch(name::startsWith);
  }

  /** Returns the length of the package of a full name; -1 if it names no type. */
  static int packageEnd(String name) {
    int end = -1;
    for (int start = 0; start < name.length(); ) {
      boolean type = Character.isUpperCase(name.charAt(start));
      if (!type && end >= 0) {
        return -1;
      }
      end = type && end < 0 ? start - 1 : end;
      int dot = name.indexOf('.', start);
      start = dot < 0 ? name.length() : dot + 1;
    }
    return end;
  }

  /** Returns the name that a class loader knows. */
  static String binary(String name) {
    int end = packageEnd(name) + 1;
    return name.substring(0, end) + name.substring(end).replace('.', '$');
  }

  /** Returns parameters as the catalogue writes them, such as {@code (File,int[])}. */
  static String parameters(String descriptor) {
    if (!descriptor.startsWith("(")) {
      return "";
    }
    List<String> names = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(descriptor.substring(1, descriptor.indexOf(')')));
    while (parameter.find()) {
      names.add(simpleName(parameter) + "[]".repeat(parameter.group(1).length()));
    }
    return "(" + String.join(",", names) + ")";
  }

  private static String simpleName(Matcher parameter) {
    return Optional.ofNullable(parameter.group(2))
        .map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1))
        .orElseGet(() -> primitive(parameter.group(3).charAt(0)));
  }

  private static String primitive(char letter) {
    return switch (letter) {
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'D' -> "double";
      case 'F' -> "float";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'S' -> "short";
      default -> "boolean";
    };
  }
}
