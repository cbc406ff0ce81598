package dev.ratchet.guardrails;

import dev.ratchet.edit.PathGlob;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.Rules.EditRule;
import dev.ratchet.guardrails.Rules.Limits;
import dev.ratchet.guardrails.Rules.Protection;
import dev.ratchet.guardrails.Rules.SettingRule;
import dev.ratchet.guardrails.document.DocumentException;
import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.document.Value;
import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.source.DeclarationKind;
import dev.ratchet.guardrails.source.JavaLevels;
import dev.ratchet.guardrails.source.MemberPattern;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the text of a policy into rules, refusing whatever it does not know. */
final class PolicyReader {
  private static final List<String> TOP =
      List.of("ratchet", "editable", "protect", "java", "kinds", "limits", "review", "adapt");
  private static final List<String> PROTECT =
      List.of("paths", "members", "settings", "may-use", "evaluator");
  private static final List<String> JAVA =
      List.of(
          "level",
          "sources",
          "tests",
          "resources",
          "class-path",
          "entry-point",
          "packages",
          "capabilities",
          "declarations");
  private static final List<String> STANCES = List.of("deny", "escalate", "allow");
  private static final Pattern ENDING = Pattern.compile("[a-z0-9]{1,16}");
  private static final Pattern ENTRY_POINT =
      Pattern.compile("[A-Za-z_$][\\w$.]*(#[A-Za-z_$][\\w$]*)?");
  private static final Pattern PACKAGE = Pattern.compile("[a-z_]\\w*(\\.\\w+)*(\\.\\*\\*)?");
  private static final int DEFAULT_LEVEL = 17;

  private final PolicySection top;

  private PolicyReader(PolicySection top) {
    this.top = top;
  }

  static Rules read(Path file, String text) {
    return new PolicyReader(PolicySection.of(file, "", document(file, text), TOP)).rules();
  }

  private static Value document(Path file, String text) {
    DocumentFormat format =
        DocumentFormat.ofName(file.toString())
            .filter(f -> f != DocumentFormat.PROPERTIES)
            .orElseThrow(
                () ->
                    new PolicyException(file, 0, 0, "a policy has to end in .yaml, .yml or .json"));
    try {
      return format.readPlain(text);
    } catch (DocumentException e) {
      throw new PolicyException(file, e.line(), e.column(), e.reason());
    }
  }

  private Rules rules() {
    checkVersion();
    refuseUnsupported("review");
    refuseUnsupported("adapt");
    Optional<PolicySection> java = top.section("java", JAVA);
    return new Rules(
        editable(),
        protection(),
        java(java),
        java.flatMap(this::packages),
        stances(java, "capabilities", Capability.class, PolicyReader::defaultStance),
        stances(java, "declarations", DeclarationKind.class, kind -> Stance.DENY),
        kinds(),
        limits());
  }

  private static Stance defaultStance(Capability capability) {
    return capability.isHard() ? Stance.DENY : Stance.ESCALATE;
  }

  private void checkVersion() {
    Value version =
        top.value("ratchet")
            .orElseThrow(
                () -> top.complainMissing("ratchet", "begin the policy with 'ratchet: 1'"));
    if (!(version instanceof Value.Scalar scalar) || !scalar.text().equals("1")) {
      throw top.complain(version, "ratchet", "is the version of the policy's form and has to be 1");
    }
  }

  private void refuseUnsupported(String key) {
    top.value(key)
        .ifPresent(
            value -> {
              throw top.complain(
                  value,
                  key,
                  "is not supported yet in this version, and a safeguard that does nothing is"
                      + " worse than none; remove the section");
            });
  }

  private List<EditRule> editable() {
    List<EditRule> rules =
        top.sections("editable", List.of("paths", "operations")).stream()
            .map(PolicyReader::editRule)
            .toList();
    if (rules.isEmpty()) {
      String remedy = "name at least one, such as { paths: \"src/main/java/**/*.java\" }";
      throw top.value("editable")
          .map(value -> top.complain(value, "editable", "allows no file to be edited; " + remedy))
          .orElseGet(() -> top.complainMissing("editable", remedy));
    }
    return rules;
  }

  private static EditRule editRule(PolicySection section) {
    List<PathGlob> paths =
        section
            .oneOrMore("paths", PathGlob::of)
            .filter(globs -> !globs.isEmpty())
            .orElseThrow(() -> section.complainMissing("paths", "name the files by globs"));
    List<Operation> operations =
        section
            .list("operations", word -> constant(Operation.class, word))
            .orElse(List.of(Operation.MODIFY));
    if (operations.isEmpty()) {
      throw section.complainMissing(
          "operations", "name some of " + String.join(", ", Words.all(Operation.class)));
    }
    return new EditRule(paths, EnumSet.copyOf(operations));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Words.constant(type, word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Shown.quoted(word) + " is not known" + Words.hint(word, Words.all(type))));
  }

  private Protection protection() {
    return top.section("protect", PROTECT)
        .map(this::protection)
        .orElse(new Protection(List.of(), List.of(), List.of(), List.of()));
  }

  private Protection protection(PolicySection section) {
    section
        .value("evaluator")
        .ifPresent(
            value -> {
              throw section.complain(
                  value,
                  "evaluator",
                  "is not supported yet in this version; remove it, and protect the files under"
                      + " protect.paths");
            });
    return new Protection(
        section.list("paths", PathGlob::of).orElse(List.of()),
        section.list("members", MemberPattern::of).orElse(List.of()),
        section.sections("settings", List.of("file", "keys")).stream()
            .map(PolicyReader::settingRule)
            .toList(),
        section.list("may-use", PolicyReader::usable).orElse(List.of()));
  }

  private static MemberPattern usable(String text) {
    MemberPattern pattern = MemberPattern.of(text);
    if (pattern.isAnnotation()) {
      throw new IllegalArgumentException(
          Shown.quoted(text) + " is an annotation; name the members that edits may use");
    }
    return pattern;
  }

  private static SettingRule settingRule(PolicySection section) {
    PathGlob glob =
        section
            .text("file", PathGlob::of)
            .orElseThrow(() -> section.complainMissing("file", "name the file by a glob"));
    DocumentFormat format =
        DocumentFormat.ofName(glob.toString())
            .orElseThrow(
                () ->
                    section.complain(
                        section.value("file").orElseThrow(),
                        "file",
                        "has to end in .yaml, .yml, .json or .properties, one ending an entry"));
    List<String> keys =
        section
            .list("keys", key -> checkedKey(key, format))
            .filter(list -> !list.isEmpty())
            .orElseThrow(
                () -> section.complainMissing("keys", "name the keys that may not change"));
    return new SettingRule(glob, keys);
  }

  private static String checkedKey(String key, DocumentFormat format) {
    boolean pointer = key.startsWith("/");
    if (pointer == (format == DocumentFormat.PROPERTIES) || key.isBlank()) {
      throw new IllegalArgumentException(
          Shown.quoted(key)
              + (pointer
                  ? " is a pointer; in properties name keys such as alignment.limit or alignment.*"
                  : " is no pointer; in YAML and JSON write /alignment or /alignment/limit"));
    }
    return key;
  }

  private JavaSettings java(Optional<PolicySection> section) {
    return new JavaSettings(
        section.flatMap(this::level).orElse(DEFAULT_LEVEL),
        paths(section, "sources", "src/main/java"),
        paths(section, "tests", "src/test/java"),
        paths(section, "resources", "src/main/resources"),
        section.flatMap(s -> s.list("class-path", PathGlob::of)).orElse(List.of()),
        section.flatMap(s -> s.text("entry-point", PolicyReader::entryPoint)));
  }

  private Optional<Integer> level(PolicySection section) {
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

  private static List<SourcePath> paths(
      Optional<PolicySection> section, String key, String fallback) {
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

  private Optional<List<String>> packages(PolicySection java) {
    return java.section("packages", List.of("allow"))
        .map(
            section ->
                section
                    .list("allow", PolicyReader::packageName)
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

  private <E extends Enum<E>> Map<E, Stance> stances(
      Optional<PolicySection> java, String key, Class<E> type, Function<E, Stance> fallback) {
    Map<E, Stance> stances = new EnumMap<>(type);
    Optional<PolicySection> section = java.flatMap(s -> s.section(key, STANCES));
    for (Stance stance : Stance.values()) {
      String word = Words.of(stance);
      section
          .flatMap(s -> s.list(word, name -> constant(type, name)))
          .orElse(List.of())
          .forEach(constant -> putOnce(section.orElseThrow(), stances, constant, stance));
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

  private Set<String> kinds() {
    Optional<PolicySection> section = top.openSection("kinds");
    Set<String> kinds = new TreeSet<>();
    for (String ending : section.map(PolicySection::keys).orElse(List.of())) {
      PolicySection open = section.orElseThrow();
      Value value = open.value(ending).orElseThrow();
      if (!ENDING.matcher(ending).matches()
          || DocumentFormat.ofName("." + ending).isPresent()
          || ending.equals("java")) {
        throw open.complain(
            value, ending, "is no ending that can be chosen; write one such as md, txt or py");
      }
      if (!(value instanceof Value.Scalar scalar) || !scalar.text().equals("text")) {
        throw open.complain(value, ending, "has to be text, the only kind in this version");
      }
      kinds.add(ending);
    }
    return kinds;
  }

  private Limits limits() {
    Optional<PolicySection> section =
        top.section("limits", List.of("files", "changed-lines", "line-length"));
    return new Limits(
        limit(section, "files", 5, 10_000),
        limit(section, "changed-lines", 200, 1_000_000),
        limit(section, "line-length", 500, 10_000));
  }

  private static int limit(Optional<PolicySection> section, String key, int fallback, int most) {
    return section.flatMap(s -> s.number(key, most)).orElse(fallback);
  }
}
