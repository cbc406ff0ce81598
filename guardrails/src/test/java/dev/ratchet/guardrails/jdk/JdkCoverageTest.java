package dev.ratchet.guardrails.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Member;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The catalogue against the JDK that the build runs on, which is why the build runs on several.
 *
 * <p>When a newer JDK makes this fail: look at each name in the list, and put it where it belongs
 * in {@code jdk-powers-1.txt}, with {@code >} and the version that did not have it yet.
 */
class JdkCoverageTest {
  private static final int OLDEST = 17;
  private static final int NEWEST = 25;
  private static final int RUNNING = Runtime.version().feature();

  private final Catalogue catalogue = Catalogue.jdk();
  private final Map<String, String> packages = RunningJdk.packages();
  private final Map<String, List<Class<?>>> types =
      packages.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, home -> RunningJdk.types(home.getValue(), home.getKey())));

  @Test
  void every_type_and_member_is_classified() {
    assertThat(packages).hasSizeGreaterThan(200);
    assertThat(types.entrySet().stream().flatMap(this::unclassified).sorted().distinct()).isEmpty();
  }

  /** A package of which we can see no type has to be of one piece. */
  private Stream<String> unclassified(Map.Entry<String, List<Class<?>>> home) {
    return home.getValue().isEmpty()
        ? Stream.of(home.getKey() + ".Any").filter(this::isMissing)
        : home.getValue().stream().flatMap(this::unclassified);
  }

  private Stream<String> unclassified(Class<?> type) {
    String name = JdkTypes.nameOf(type);
    return catalogue.isMixed(name)
        ? RunningJdk.members(type)
            .filter(member -> isUnknown(power(name, member)))
            .map(member -> name + "#" + written(member))
        : Stream.of(name).filter(this::isMissing);
  }

  private Optional<Catalogue.Power> power(String type, Member member) {
    return catalogue.power(type, RunningJdk.name(member), RunningJdk.descriptor(member));
  }

  private static String written(Member member) {
    return RunningJdk.name(member) + JdkNames.parameters(RunningJdk.descriptor(member));
  }

  private boolean isMissing(String type) {
    return isUnknown(catalogue.power(type));
  }

  private static boolean isUnknown(Optional<Catalogue.Power> power) {
    return power.filter(p -> p.capability() == Capability.UNCLASSIFIED).isPresent();
  }

  @Test
  void every_entry_names_something() {
    Set<String> there = there();
    assertThat(catalogue.entries()).hasSizeGreaterThan(2000);
    assertThat(catalogue.entries().stream().filter(entry -> isWrong(entry, there)))
        .as("wrong for JDK " + RUNNING)
        .isEmpty();
  }

  /** Between the two versions that we know, a note says nothing certain. */
  private static boolean isWrong(Entry entry, Set<String> there) {
    boolean known = RUNNING <= OLDEST || RUNNING >= NEWEST;
    boolean always = entry.after() == 0 && entry.before() > NEWEST;
    boolean expected = RUNNING > entry.after() && RUNNING < entry.before();
    return (known || always) && there.contains(entry.name()) != expected;
  }

  private Set<String> there() {
    Set<String> names =
        types.values().stream()
            .flatMap(List::stream)
            .flatMap(this::names)
            .collect(Collectors.toSet());
    names.addAll(packages.keySet());
    for (String name : RunningJdk.allPackages()) {
      for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
        names.add(name.substring(0, end) + ".**");
      }
    }
    return names;
  }

  private Stream<String> names(Class<?> type) {
    String name = JdkTypes.nameOf(type);
    Stream<String> members =
        catalogue.isMixed(name)
            ? RunningJdk.members(type)
                .flatMap(member -> Stream.of(RunningJdk.name(member), written(member)))
            : Stream.of();
    return Stream.concat(Stream.of(name, name + "#{}"), members.map(member -> name + "#" + member));
  }

  /** Its next type would be harmless unseen; a package with a power in it has to be mixed. */
  @Test
  void a_harmless_package_has_no_exceptions() throws IOException {
    List<String> lines;
    try (var text = Catalogue.class.getResourceAsStream(catalogue.version() + ".txt")) {
      lines =
          new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.US_ASCII)
              .lines()
              .toList();
    }
    for (int i = 0; i + 1 < lines.size(); i++) {
      assertThat(lines.get(i).endsWith(": harmless") && lines.get(i + 1).startsWith("  "))
          .as(lines.get(i))
          .isFalse();
    }
  }
}
