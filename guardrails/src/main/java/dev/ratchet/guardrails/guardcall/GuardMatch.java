package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.flow.GuardCall;
import dev.ratchet.guardrails.flow.Leave;
import dev.ratchet.guardrails.flow.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a guard call after an edit is as good as one before it. */
final class GuardMatch {
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

  /** What else has to hold, and what the whole is for. */
  private static final Pattern BESIDE = Pattern.compile("(.*?!?)&\\{(.*?)}&/(.*)", Pattern.DOTALL);

  private static final Pattern REFUSAL =
      Pattern.compile("if\\{goes on\\|(throws|returns|goes back|BREAK|CONTINUE).*", Pattern.DOTALL);

  /** What a body comes back with that has nothing to say. */
  private static final String NOTHING =
      "|'null|'0|'\"\"|\\.(Optional|List|Set|Map|Stream|Collections)\\.(of|empty\\w*)\\(\\)";

  private static final Pattern REFUSED =
      Pattern.compile("(?:&\\{}&/)?if\\{goes on\\|returns ('.*|" + NOTHING + ")}", Pattern.DOTALL);
  private static final Pattern SAID =
      Pattern.compile("(.*\\|(?:returns|goes back) '\")([^\"]*)(\".*)", Pattern.DOTALL);
  private static final Pattern WORDS_AROUND =
      Pattern.compile("(_\\+'\"[^/]*\"|'\"[^/]*\"\\+_|\\d+ of join|0 all)/");

  /** What is only wrapped on its way to where it is used. */
  private static final Pattern HANDED_ON = Pattern.compile("(\\d+ of \\w+|\\d+ all)/");

  /** How what is only measured for that has nothing in it. */
  private static final Pattern EMPTY =
      Pattern.compile("if \\[(!has\\()?(.*?)(\\.isEmpty\\(\\)|\\))]", Pattern.DOTALL);

  private static final Pattern MEDDLING =
      Pattern.compile(
          "\\.(add|put|remove|retain|clear|set|sort|replaceAll|push|pop|poll|offer|insert|append"
              + "|delete|accept|run|execute|enable|disable|reset)"
              + "|\\.(close|cancel|dispose|detach|stop|end|off|revoke|release|un[a-z]\\w*)/of its use.*");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern ROOT = Pattern.compile("\\b(p\\d+|given\\d+|each)\\b");
  private static final Pattern PERMISSION =
      Pattern.compile(
          "(allow|permit|approve|accept|may|can|fit|within|valid|safe|trust|isAllowed|isPermitted"
              + "|isValid|isSafe|isTrusted|isWithin|hasPermission).*");

  private final SafeguardNature nature;

  GuardMatch(SafeguardNature nature) {
    this.nature = nature;
  }

  boolean isSame(GuardCall before, GuardCall after) {
    return before.member().equals(after.member())
        && before.frames().equals(after.frames())
        && isSameWay(before, after)
        && isSameQuestion(before, after);
  }

  /** Returns whether a safeguard is asked the same, whatever its answer is for. */
  boolean isSameQuestion(GuardCall before, GuardCall after) {
    return isSameThing(before, after)
        && (!judges(before.member()) || isFilledAsWell(before, after));
  }

  private boolean judges(String member) {
    return !nature.isRecorder(member) && !nature.givesData(member);
  }

  /** What was put into the thing that a safeguard is asked about is still there. */
  private static boolean isFilledAsWell(GuardCall before, GuardCall after) {
    return added(after.filled(), before.filled()).isEmpty();
  }

  private boolean isSameThing(GuardCall before, GuardCall after) {
    return question(before).equals(question(after))
        || nature.givesData(before.member())
            && roots(after.arguments()).containsAll(roots(before.arguments()))
        || nature.isRecorder(before.member()) && saysNoLess(before, after);
  }

  /** What else there was before a first element was let through does not matter. */
  private static String question(GuardCall guard) {
    boolean isSifted = guard.way().startsWith(GuardCall.SIFTED);
    return isSifted ? guard.arguments().split(" or ")[0] : guard.arguments();
  }

  private static boolean saysNoLess(GuardCall before, GuardCall after) {
    return words(after.arguments()).containsAll(words(before.arguments()))
        && !after.arguments().contains("('\"\")");
  }

  /** Returns what a question comes from: parameters, elements of a loop or of a stream. */
  private static Set<String> roots(String term) {
    Set<String> roots = new HashSet<>();
    Matcher matcher = ROOT.matcher(term.replaceFirst("(?s) or var.*", ""));
    while (matcher.find()) {
      roots.add(matcher.group());
    }
    return roots;
  }

  /** What stands in quotes is only words. */
  private static Set<String> words(String term) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(term.replaceAll("\"(\\\\.|[^\"\\\\])*\"", ""));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /** A permission may depend on more than before; data may have words put around it. */
  private boolean isSameWay(GuardCall before, GuardCall after) {
    if (plainest(before.way()).equals(plainest(after.way()))) {
      return true;
    }
    if (nature.givesData(before.member())) {
      return plain(before.way()).equals(plain(after.way()));
    }
    if (before.way().startsWith(GuardCall.SIFTED)) {
      return handedOn(before.way()).equals(handedOn(after.way()));
    }
    boolean permits = PERMISSION.matcher(simple(before.member())).matches();
    Matcher old = BESIDE.matcher(beside(before.way(), permits));
    Matcher now = BESIDE.matcher(beside(after.way(), permits));
    return old.matches()
        && now.matches()
        && old.group(1).equals(now.group(1))
        && isSameEnd(old.group(3), now.group(3))
        && (REFUSAL.matcher(old.group(3)).matches()
            || permits && old.group(1).isEmpty() && old.group(3).equals("return"))
        && others(now).containsAll(others(old));
  }

  /** A condition that stands for itself is none beside another. */
  private static String plainest(String way) {
    return way.replace("&{}&/", "");
  }

  private static String handedOn(String way) {
    return HANDED_ON.matcher(way).replaceAll("");
  }

  private static String plain(String way) {
    return WORDS_AROUND.matcher(way).replaceAll("");
  }

  /** Returns what is done to the things that safeguards hand out, and was not done before. */
  static Optional<GuardCall> meddling(List<GuardCall> added) {
    return added.stream().filter(guard -> MEDDLING.matcher(guard.way()).lookingAt()).findFirst();
  }

  private static String simple(String member) {
    return member.substring(member.indexOf('#') + 1);
  }

  private static String beside(String way, boolean permits) {
    return permits && way.equals("return") ? "&{}&/return" : way;
  }

  /** A refusal may go on with more words. */
  private static boolean isSameEnd(String before, String after) {
    Matcher old = SAID.matcher(before);
    Matcher now = SAID.matcher(after);
    return before.equals(after)
        || old.matches()
            && now.matches()
            && old.group(1).equals(now.group(1))
            && old.group(3).equals(now.group(3))
            && now.group(2).startsWith(old.group(2).replaceAll("\\W+$", ""))
            && old.group(2).length() > 3;
  }

  private static Set<String> others(Matcher way) {
    Set<String> others = new HashSet<>(Arrays.asList(way.group(2).split("\n")));
    others.remove("");
    return others;
  }

  /** Returns the guard call that another one most likely became. */
  static Optional<GuardCall> nearest(GuardCall guard, List<GuardCall> others) {
    return others.stream()
        .filter(other -> other.member().equals(guard.member()))
        .min(Comparator.comparingInt(other -> distance(guard, other)));
  }

  private static int distance(GuardCall one, GuardCall other) {
    int derived = one.isDerived() == other.isDerived() ? 0 : 1;
    int arguments = one.arguments().equals(other.arguments()) ? 0 : 2;
    int frames = one.frames().equals(other.frames()) ? 0 : 2;
    return derived + arguments + frames + (one.way().equals(other.way()) ? 0 : 2);
  }

  /** Returns what is newly done before a guard call, if anything. */
  Optional<String> newWork(GuardCall before, GuardCall after) {
    boolean reports = nature.isRecorder(before.member()) && !before.work().isEmpty();
    return reports ? Optional.empty() : added(before.work(), after.work());
  }

  /** Returns what may newly leave before a guard call, if anything. */
  Optional<Leave> newLeave(GuardCall before, GuardCall after, Set<String> refusals) {
    boolean records = nature.isRecorder(before.member());
    boolean makes = nature.givesData(before.member()) || isConstant(before.member());
    List<Leave> rest = new ArrayList<>(before.leaves());
    return after.leaves().stream()
        .filter(leave -> !leave.isRefusal())
        .filter(leave -> !records || !leave.isIdle())
        .filter(leave -> !makes || leave.fixed().isEmpty())
        .filter(leave -> !leave.isFirst() || leave.fixed().filter(refusals::contains).isEmpty())
        .filter(leave -> !leave.isFirst() || !isForNothing(leave, after))
        .filter(leave -> !removeLike(rest, leave))
        .findFirst();
  }

  /** Where there are no elements, a safeguard that is asked about each would not be asked. */
  private static boolean isForNothing(Leave leave, GuardCall guard) {
    String place = leave.frames().size() == 1 ? leave.frames().get(0) : "";
    Matcher empty = EMPTY.matcher(place);
    return leave.fixed().filter(value -> value.matches(NOTHING)).isPresent()
        && guard.frames().contains("loop")
        && empty.matches()
        && guard.arguments().contains("each " + empty.group(2));
  }

  /**
   * Returns what no longer keeps a body from using a safeguard that only does something: to use it
   * on further ways is a new use.
   */
  Optional<Leave> lostLeave(GuardCall before, GuardCall after) {
    List<Leave> rest = new ArrayList<>(after.leaves());
    return nature.isRecorder(before.member())
        ? before.leaves().stream().filter(leave -> !removeLike(rest, leave)).findFirst()
        : Optional.empty();
  }

  private static boolean removeLike(List<Leave> rest, Leave leave) {
    return rest.stream().filter(leave::isLike).findFirst().filter(rest::remove).isPresent();
  }

  /**
   * Returns what a body comes back with where a safeguard keeps it from its work: to come back with
   * that before anything is done only refuses more.
   */
  Set<String> refusals(Trace trace) {
    Set<String> refusals = new HashSet<>();
    for (GuardCall guard : trace.guards()) {
      Matcher refusal = REFUSED.matcher(guard.way());
      if (refusal.matches() && judges(guard.member()) && isWorkedBehind(guard, trace)) {
        refusals.add(refusal.group(1));
      }
    }
    refusals.remove("'true");
    return refusals;
  }

  private static boolean isWorkedBehind(GuardCall guard, Trace trace) {
    return trace.work().stream()
        .flatMap(work -> work.guards().stream())
        .anyMatch(known -> known.startsWith("if guard<" + guard.member() + ">"));
  }

  /** A bound that is not reached, because nothing is done that it bounds, is no bound passed. */
  private static boolean isConstant(String member) {
    return CONSTANT.matcher(member.substring(member.indexOf('#') + 1)).matches();
  }

  private static Optional<String> added(List<String> before, List<String> after) {
    List<String> rest = new ArrayList<>(before);
    return after.stream().filter(item -> !rest.remove(item)).findFirst();
  }
}
