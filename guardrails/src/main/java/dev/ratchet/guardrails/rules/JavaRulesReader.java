package dev.ratchet.guardrails.rules;

import dev.ratchet.edit.PathGlob;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.policy.JavaSettings;
import dev.ratchet.guardrails.source.DeclarationKind;
import dev.ratchet.guardrails.source.JavaLevels;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.guardrails.text.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the section on the target as a Java program. */
public final class JavaRulesReader {
  /** A word for both reading and writing files. */
  static final String FILES = "files";

  private static final Pattern ENTRY_POINT =
      Pattern.compile("[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*(#[A-Za-z_$][\\w$]*)?");
  private static final Pattern PACKAGE = Pattern.compile("[a-z_]\\w*(\\.\\w+)*(\\.\\*\\*)?");
  private static final Pattern SIMPLE_NAME = Pattern.compile("[A-Za-z_$][\\w$]*");
  private static final int DEFAULT_LEVEL = 17;

  private final Optional<PolicySection> section;

  private JavaRulesReader(Optional<PolicySection> section) {
    this.section = section;
  }

  static JavaRules read(Optional<PolicySection> section) {
    return new JavaRulesReader(section).rules();
  }

  private JavaRules rules() {
    return new JavaRules(
        settings(),
        section.flatMap(JavaRulesReader::packages),
        stances("capabilities", Capability.class, JavaRulesReader::capabilities, fallback()),
        stances(
            "declarations",
            DeclarationKind.class,
            word -> List.of(Words.known(DeclarationKind.class, word)),
            kind -> Stance.DENY),
        section
            .flatMap(s -> s.list("reserved", JavaRulesReader::simpleName))
            .<Set<String>>map(TreeSet::new)
            .orElse(ReservedNames.DEFAULT),
        section.flatMap(s -> s.flag("tests-editable")).orElse(false));
  }

  private JavaSettings settings() {
    return new JavaSettings(
        section.flatMap(JavaRulesReader::level).orElse(DEFAULT_LEVEL),
        paths("sources", "src/main/java"),
        paths("tests", "src/test/java"),
        paths("resources", "src/main/resources"),
        section.flatMap(s -> s.list("class-path", PathGlob::of)).orElse(List.of()),
        section.flatMap(s -> s.text("entry-point", JavaRulesReader::entryPoint)));
  }

  private static Optional<Integer> level(PolicySection section) {
    Optional<Integer> level = section.number("level", 99);
    level
        .filter(number -> !JavaLevels.all().contains(number))
        .ifPresent(
            number -> {
              throw section.complain(
                  section.value("level").orElseThrow(),
                  "level",
                  "is " + number + ", but can only be one of " + JavaLevels.all());
            });
    return level;
  }

  private List<SourcePath> paths(String key, String fallback) {
    return section
        .flatMap(s -> s.list(key, SourcePath::of))
        .orElse(List.of(SourcePath.of(fallback)));
  }

  private static String entryPoint(String text) {
    if (!ENTRY_POINT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          Shown.quoted(text) + " is no entry point; write package.Type or package.Type#method");
    }
    return text;
  }

  private static String simpleName(String text) {
    if (!SIMPLE_NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(
          Shown.quoted(text) + " is no simple name of a type; write one such as Math");
    }
    return text;
  }

  private static Optional<List<String>> packages(PolicySection java) {
    return java.section("packages", PolicyKeys.PACKAGES)
        .map(
            section ->
                section
                    .list("allow", JavaRulesReader::packageName)
                    .orElseThrow(
                        () -> section.complainMissing("allow", "name packages that may be used")));
  }

  private static String packageName(String text) {
    if (!PACKAGE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          Shown.quoted(text)
              + " is no package; write java.util, or java.util.** with all below it");
    }
    return text;
  }

  private static Function<Capability, Stance> fallback() {
    return capability -> capability.isHard() ? Stance.DENY : Stance.ESCALATE;
  }

  /** Returns the words for capabilities, with the one for all that concerns files. */
  public static List<String> capabilityWords() {
    Set<String> words = new TreeSet<>(Words.all(Capability.class));
    words.remove(Words.of(Capability.UNCLASSIFIED));
    words.add(FILES);
    return List.copyOf(words);
  }

  private static List<Capability> capabilities(String word) {
    if (word.equals(FILES)) {
      return List.of(Capability.FILE_READ, Capability.FILE_WRITE);
    }
    return List.of(
        Words.constant(Capability.class, word)
            .filter(Capability::isSettable)
            .orElseThrow(() -> Words.unknown(word, capabilityWords())));
  }

  private <E extends Enum<E>> Map<E, Stance> stances(
      String key, Class<E> type, Function<String, List<E>> reader, Function<E, Stance> fallback) {
    Map<E, Stance> stances = new EnumMap<>(type);
    Optional<PolicySection> written = section.flatMap(s -> s.section(key, PolicyKeys.STANCES));
    for (Stance stance : Stance.values()) {
      written.flatMap(s -> s.list(Words.of(stance), reader)).orElse(List.of()).stream()
          .flatMap(List::stream)
          .forEach(constant -> putOnce(written.orElseThrow(), stances, constant, stance));
    }
    for (E constant : type.getEnumConstants()) {
      stances.putIfAbsent(constant, fallback.apply(constant));
    }
    return stances;
  }

  private static <E extends Enum<E>> void putOnce(
      PolicySection section, Map<E, Stance> stances, E constant, Stance stance) {
    Stance other = stances.put(constant, stance);
    if (other != null) {
      throw section.complain(
          section.value(Words.of(stance)).orElseThrow(),
          Words.of(stance),
          "names "
              + Words.of(constant)
              + " a second time, after "
              + Words.of(other)
              + "; name each once");
    }
  }
}
