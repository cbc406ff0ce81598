package dev.ratchet.verdict;

import java.util.Objects;

/**
 * One thing that a check has to say about an edit. Checks create it, everybody reads it.
 *
 * <p>A finding explains itself: which rule, what was found and where, because of what, and how to
 * mend or allow it. Immutable; the {@code with} methods return copies. Texts may quote a candidate,
 * so whoever shows them escapes them. Each text is cut after 10,000 characters.
 */
public final class Finding {
  private static final int LONGEST = 10_000;

  private final String rule;
  private final Tier tier;
  private final String message;
  private final Place place;
  private final String because;
  private final String remedy;

  private Finding(
      String rule, Tier tier, String message, Place place, String because, String remedy) {
    this.rule = Objects.requireNonNull(rule, "rule");
    this.tier = Objects.requireNonNull(tier, "tier");
    this.message = cut(message, "message");
    this.place = Objects.requireNonNull(place, "place");
    this.because = cut(because, "because");
    this.remedy = cut(remedy, "remedy");
  }

  private static String cut(String text, String name) {
    return Objects.requireNonNull(text, name).length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
  }

  /**
   * Returns a finding without place, reason or remedy.
   *
   * @param rule the rule's id, such as {@code paths.editable}
   * @param tier how firmly it speaks against the edit
   * @param message what was found, as a sentence
   */
  public static Finding of(String rule, Tier tier, String message) {
    return new Finding(rule, tier, message, Place.NONE, "", "");
  }

  /** Returns a finding of tier {@link Tier#HARD}. */
  public static Finding hard(String rule, String message) {
    return of(rule, Tier.HARD, message);
  }

  /** Returns a finding of tier {@link Tier#NOTE}. */
  public static Finding note(String rule, String message) {
    return of(rule, Tier.NOTE, message);
  }

  /** Returns this finding at a place. */
  public Finding at(Place newPlace) {
    return new Finding(rule, tier, message, newPlace, because, remedy);
  }

  /** Returns this finding with the reason of its rule. */
  public Finding because(String newBecause) {
    return new Finding(rule, tier, message, place, newBecause, remedy);
  }

  /** Returns this finding with what to do about it. */
  public Finding remedy(String newRemedy) {
    return new Finding(rule, tier, message, place, because, newRemedy);
  }

  /** Returns the rule's id. */
  public String rule() {
    return rule;
  }

  /** Returns how firmly it speaks against the edit. */
  public Tier tier() {
    return tier;
  }

  /** Returns what was found. */
  public String message() {
    return message;
  }

  /** Returns where it was found. */
  public Place place() {
    return place;
  }

  /** Returns the reason of the rule; empty when there is none to give. */
  public String because() {
    return because;
  }

  /** Returns what to do about it; empty when there is nothing to do. */
  public String remedy() {
    return remedy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Finding that
        && rule.equals(that.rule)
        && tier == that.tier
        && message.equals(that.message)
        && place.equals(that.place)
        && because.equals(that.because)
        && remedy.equals(that.remedy);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, tier, message, place, because, remedy);
  }

  /** Returns the finding as one paragraph: rule, message, place, reason, remedy. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(rule).append(": ").append(message);
    if (!place.equals(Place.NONE)) {
      text.append(" (").append(place).append(')');
    }
    if (!because.isEmpty()) {
      text.append(", because ").append(because);
    }
    if (!remedy.isEmpty()) {
      text.append(". Remedy: ").append(remedy);
    }
    return text.toString();
  }
}
