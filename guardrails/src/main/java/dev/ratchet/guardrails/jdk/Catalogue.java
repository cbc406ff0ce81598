package dev.ratchet.guardrails.jdk;

import dev.ratchet.guardrails.source.Use;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The API of the JDK by the powers it gives. Rules ask it what a member or a type stands for.
 *
 * <p>Class files name members exactly and get exact answers; the names in a source file may leave
 * overloads open, and then the gravest counts. A member that is inherited within the JDK has the
 * power of what it is inherited from. What the catalogue should know and does not is {@link
 * Capability#UNCLASSIFIED}. Which tier applies is said by {@link Capability} and may be changed by
 * a policy.
 */
public final class Catalogue {
  private static final String OBJECT = "java.lang.Object";
  private static final String VERSION = "jdk-powers-1";
  private static final Catalogue JDK = new Catalogue(Ratings.read(VERSION + ".txt"));

  private final Ratings ratings;
  private final Map<String, List<Section>> above = new ConcurrentHashMap<>();

  Catalogue(Ratings ratings) {
    this.ratings = ratings;
  }

  /** Returns the catalogue of the JDK. */
  public static Catalogue jdk() {
    return JDK;
  }

  /** Returns the name and version of the catalogue, which changes with what it says. */
  public String version() {
    return VERSION;
  }

  /**
   * A power that a use has, and the API that gives it.
   *
   * @param capability the power
   * @param api the API, such as {@code java.lang.System#exit}
   * @param isCertain whether that is sure; a name may have overloads without the power
   */
  public record Power(Capability capability, String api, boolean isCertain) {}

  /**
   * Returns the power of a member as class files name it; empty if it has none, or the type is not
   * one of the JDK's.
   *
   * <p>For a type of the program, ask with each type of the JDK above it: a member that such a type
   * does not have has no power there.
   *
   * @param owner the type, such as {@code java.lang.System} or {@code java.util.Map$Entry}
   * @param member its name; {@code new} or {@code <init>} for a constructor, <code>{}</code> for a
   *     subtype
   * @param descriptor the descriptor, such as {@code (I)V}
   */
  public Optional<Power> power(String owner, String member, String descriptor) {
    String type = JdkNames.dotted(owner);
    if (!isOfJdk(type)) {
      return Optional.empty();
    }
    String name = member.equals("<init>") ? "new" : member;
    boolean overloaded = ratings.section(type).filter(s -> s.tellsApart(name)).isPresent();
    return power(
        rating(type, name, section -> section.part(name, descriptor))
            .orElseGet(() -> unlisted(type, name)),
        name.equals("{}")
            ? type
            : type + "#" + name + (overloaded ? JdkNames.parameters(descriptor) : ""));
  }

  /** Returns the power of a type of the JDK that is cast to, or named in any other way. */
  public Optional<Power> power(String owner) {
    String type = JdkNames.dotted(owner);
    return isOfJdk(type)
        ? power(ratings.type(type).orElse(Rating.UNCLASSIFIED), type)
        : Optional.empty();
  }

  private boolean isOfJdk(String type) {
    return type.startsWith("java.")
        || JdkNames.mayBeOfJdk(type)
            && (ratings.knowsPackageOf(type) || JdkTypes.find(type).isPresent());
  }

  private static Optional<Power> power(Rating rating, String api) {
    return rating.power().map(power -> new Power(power, api, !rating.isMixed()));
  }

  /** Returns the rating of a member; empty if the catalogue has none. */
  private Optional<Rating> rating(
      String type, String member, Function<Section, Optional<Rating>> explicit) {
    Optional<Rating> own = ratings.section(type).flatMap(explicit);
    if (own.isPresent()) {
      return own;
    }
    Optional<Rating> whole = ratings.type(type);
    return inherited(type, member, explicit)
        .filter(rating -> rating.isPower() || !hasPower(whole) || isOfAnyObject(explicit))
        .or(() -> whole.filter(rating -> !rating.isMixed() || member.equals("{}")))
        .or(() -> ofDeclaring(type, member));
  }

  private static boolean hasPower(Optional<Rating> rating) {
    return rating.filter(Rating::isPower).isPresent();
  }

  private boolean isOfAnyObject(Function<Section, Optional<Rating>> explicit) {
    return ratings.section(OBJECT).flatMap(explicit).isPresent();
  }

  private Optional<Rating> inherited(
      String type, String member, Function<Section, Optional<Rating>> explicit) {
    List<Section> supertypes = member.equals("new") ? List.of() : above(type);
    return supertypes.stream().flatMap(section -> explicit.apply(section).stream()).findFirst();
  }

  private List<Section> above(String type) {
    List<Section> known = above.get(type);
    if (known != null) {
      return known;
    }
    List<Section> found =
        JdkTypes.lineage(type).stream()
            .skip(1)
            .flatMap(supertype -> ratings.section(JdkTypes.nameOf(supertype)).stream())
            .toList();
    if (!found.isEmpty()) {
      above.put(type, found);
    }
    return found;
  }

  /** Returns the rating of the type that the member is inherited from, where it is of one piece. */
  private Optional<Rating> ofDeclaring(String type, String member) {
    return declaring(type, member)
        .flatMap(declaring -> ratings.type(JdkTypes.nameOf(declaring)))
        .filter(rating -> !rating.isMixed());
  }

  /** A type that the running JDK does not have may be anything. */
  private static Rating unlisted(String type, String member) {
    return JdkTypes.find(type).isEmpty() || declaring(type, member).isPresent()
        ? Rating.UNCLASSIFIED
        : Rating.HARMLESS;
  }

  private static Optional<Class<?>> declaring(String type, String member) {
    return JdkTypes.lineage(type).stream()
        .limit(member.equals("new") ? 1 : Long.MAX_VALUE)
        .filter(candidate -> JdkTypes.declares(candidate, member))
        .findFirst();
  }

  /** Returns the power of a use by its readings, the most exact first, and its bare name. */
  public Optional<Power> power(Use use, List<String> readings) {
    Set<String> harmless = new HashSet<>();
    boolean open = !use.resolved();
    for (String reading : readings) {
      int hash = reading.indexOf('#');
      String type = hash < 0 ? reading : reading.substring(0, hash);
      String member = reading.substring(hash + 1);
      if (!harmless.contains(type) && isOfJdk(type)) {
        Optional<Rating> rating = hash < 0 ? named(type) : named(type, member);
        Optional<Power> power = rating.flatMap(found -> power(found, reading));
        if (power.isPresent()) {
          return power;
        }
        rating.filter(found -> hash > 0).ifPresent(found -> harmless.add(type));
        open &= hash < 0 || declaring(type, member).isEmpty();
      }
    }
    return open ? use.member().flatMap(this::guess) : Optional.empty();
  }

  /** Names that are only guessed may name nothing. */
  private Optional<Rating> named(String type) {
    return ratings.type(type).or(() -> JdkTypes.find(type).map(found -> Rating.UNCLASSIFIED));
  }

  private Optional<Rating> named(String type, String member) {
    return rating(type, member, section -> section.part(member))
        .or(() -> declaring(type, member).map(found -> Rating.UNCLASSIFIED));
  }

  private Optional<Power> guess(String member) {
    return ratings
        .name(member)
        .flatMap(Rating::power)
        .map(power -> new Power(power, "#" + member, false));
  }

  /** Returns whether only its members tell what a type can do. */
  boolean isMixed(String type) {
    return ratings.section(type).isPresent();
  }

  /** Returns everything that is named, for the test against the JDK's own classes. */
  List<Entry> entries() {
    return ratings.entries();
  }
}
