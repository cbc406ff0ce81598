package dev.ratchet.guardrails.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that names members of a Java program. Policies create it, rules match with it.
 *
 * <p>Forms: {@code pkg.Type} and {@code pkg.Type#*} (all of a type), {@code pkg.Type#name} (every
 * field, method and nested type of that name), {@code pkg.Type#name(int,String)} (one method; types
 * by simple name), and {@code @pkg.Annotation} (whatever carries it). Nested types are written with
 * {@code .} or {@code $}; constructors have the name of their type.
 */
public final class MemberPattern {
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
  private static final String TYPE = NAME + "(?:[.$]" + NAME + ")*";
  private static final Pattern FORM =
      Pattern.compile(
          "(@?)(" + TYPE + ")(?:#(\\*|" + NAME + ")(?:\\(([A-Za-z0-9_.$,\\[\\] ]*)\\))?)?");
  private static final Pattern ARGUMENTS = Pattern.compile("<.*>");
  private static final String ALLOWED =
      "; allowed are pkg.Type, pkg.Type#*, pkg.Type#name, pkg.Type#name(int,String) and"
          + " @pkg.Annotation, in ASCII";

  private final String text;
  private final boolean annotation;
  private final String type;
  private final Optional<String> member;
  private final Optional<List<String>> parameters;
  private final String ofMember;
  private final String ofSubtype;

  private MemberPattern(String text, Matcher form) {
    this.text = text;
    this.annotation = !form.group(1).isEmpty();
    this.type = form.group(2).replace('$', '.');
    this.member = Optional.ofNullable(form.group(3)).filter(name -> !name.equals("*"));
    this.parameters = Optional.ofNullable(form.group(4)).map(MemberPattern::parameters);
    this.ofMember = type + "#" + member.orElse("");
    this.ofSubtype = type + "#{}";
  }

  /**
   * Returns the pattern that this text spells.
   *
   * @throws IllegalArgumentException if it is not a pattern; the message says what is allowed
   */
  public static MemberPattern of(String text) {
    Matcher form = FORM.matcher(text);
    boolean matches = form.matches();
    boolean contradictory =
        matches
            && (!form.group(1).isEmpty() && form.group(3) != null
                || "*".equals(form.group(3)) && form.group(4) != null);
    if (!matches || contradictory) {
      throw new IllegalArgumentException("'" + text + "' names no member" + ALLOWED);
    }
    return new MemberPattern(text, form);
  }

  private static List<String> parameters(String list) {
    if (list.isBlank()) {
      return List.of();
    }
    return Arrays.stream(list.split(",", -1)).map(MemberPattern::simpleType).toList();
  }

  private static String plain(String type) {
    boolean isPlain = type.indexOf('<') < 0 && type.indexOf(' ') < 0 && type.indexOf('.') < 0;
    return isPlain
        ? type
        : ARGUMENTS.matcher(type).replaceAll("").replace("...", "[]").replace(" ", "");
  }

  /** Returns the last segment of a type's name, without type arguments, varargs as an array. */
  static String simpleType(String type) {
    String bare = plain(type);
    return bare.substring(Math.max(bare.lastIndexOf('.'), bare.lastIndexOf('$')) + 1);
  }

  /** Returns whether the pattern names an annotation and not a member. */
  public boolean isAnnotation() {
    return annotation;
  }

  /** Returns whether the pattern covers a whole type. */
  public boolean isWholeType() {
    return member.isEmpty();
  }

  /** Returns the full name of the type or annotation, nested types with dots. */
  public String type() {
    return type;
  }

  /** Returns the simple name of the type or annotation. */
  public String simpleName() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Returns the name of the member; empty if the whole type is meant. */
  public Optional<String> member() {
    return member;
  }

  /** Returns whether this very declaration is protected; what is inside a type goes with it. */
  public boolean protects(Member candidate) {
    boolean isType = candidate.kind() == Member.Kind.TYPE && candidate.fullName().equals(type);
    if (annotation) {
      return isType || candidate.annotations().contains(type);
    }
    return member.isEmpty() ? isType : covers(candidate) || isHeader(candidate);
  }

  private boolean covers(Member candidate) {
    return candidate.kind() != Member.Kind.HEADER
        && candidate.owner().equals(type)
        && candidate.name().equals(member.orElse(""))
        && (parameters.isEmpty() || candidate.parameters().equals(parameters.get()));
  }

  /** What a type extends and implements decides what its members mean. */
  private boolean isHeader(Member candidate) {
    return candidate.kind() == Member.Kind.HEADER && candidate.fullName().equals(type);
  }

  /** Returns whether a reading of a use, as {@link Use#readings} gives it, names what it covers. */
  public boolean isNamedBy(String reading) {
    if (annotation || !reading.startsWith(type)) {
      return false;
    }
    if (member.isPresent()) {
      // A subtype ({}) could override the member.
      return reading.equals(ofMember) || reading.equals(ofSubtype);
    }
    int end = type.length();
    return reading.length() == end || reading.charAt(end) == '#' || reading.charAt(end) == '.';
  }

  /** Returns whether parameter types are given, so that overloads are not meant. */
  public boolean hasParameters() {
    return parameters.isPresent();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MemberPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
