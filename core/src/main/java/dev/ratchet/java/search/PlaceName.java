package dev.ratchet.java.search;

import com.github.javaparser.ast.body.CallableDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a place in a profile, taken apart.
 *
 * @param type the binary name of the type
 * @param member the name of the method
 * @param parameters the simple names of the types of its parameters
 * @param line the line; 0 for the whole method
 */
record PlaceName(String type, String member, List<String> parameters, int line) {
  private static final Pattern PLACE =
      Pattern.compile("([^#]+)#([^(:]+)(?:\\(([^)]*)\\)[^:]*)?(?::(\\d{1,9}))?");
  private static final Pattern PARAMETER = Pattern.compile("(\\[*)(?:L([^;]+);|([BCDFIJSZ]))");
  private static final String LETTERS = "BCDFIJSZ";
  private static final List<String> PRIMITIVES =
      List.of("byte", "char", "double", "float", "int", "long", "short", "boolean");

  static Optional<PlaceName> parse(String place) {
    Matcher matcher = PLACE.matcher(place);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> parameters = new ArrayList<>();
    Matcher each = PARAMETER.matcher(Optional.ofNullable(matcher.group(3)).orElse(""));
    while (each.find()) {
      String name =
          each.group(3) == null
              ? each.group(2).replaceAll(".*[/$]", "")
              : PRIMITIVES.get(LETTERS.indexOf(each.group(3)));
      parameters.add(name + "[]".repeat(each.group(1).length()));
    }
    int line = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
    return Optional.of(new PlaceName(matcher.group(1), matcher.group(2), parameters, line));
  }

  /** The top-level type that the place is in. */
  String outermost() {
    int dollar = type.indexOf('$', type.lastIndexOf('.') + 2);
    return dollar < 0 ? type : type.substring(0, dollar);
  }

  /** The type, method and number of parameters. */
  String method() {
    return type + "#" + member + "/" + parameters.size();
  }

  boolean hasParametersOf(CallableDeclaration<?> callable) {
    for (int i = 0; i < parameters.size(); i++) {
      String declared = callable.getParameter(i).getType().asString().replaceAll("<.*>", "");
      String simple = declared.substring(declared.lastIndexOf('.') + 1);
      if (callable.getParameter(i).isVarArgs()) {
        simple += "[]";
      }
      boolean variable = simple.length() == 1 && parameters.get(i).equals("Object");
      if (!variable && !simple.equals(parameters.get(i))) {
        return false;
      }
    }
    return true;
  }
}
