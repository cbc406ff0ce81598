package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.flow.GuardCall;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Pair;
import dev.ratchet.guardrails.source.Body;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What safeguards are asked, and when, does not change through what it is computed from. */
final class InputCheck {
  /** A member of the same type in a term: nothing stands before its dot. */
  private static final Pattern OWN = Pattern.compile("(?<![\\w\\])>}])\\.(\\w+)");

  private final SafeguardNature nature;
  private final GuardFindings report;
  private final Map<String, Pair> changed = new HashMap<>();

  InputCheck(
      GuardedProgram program, Untouched untouched, SafeguardNature nature, GuardFindings report) {
    this.nature = nature;
    this.report = report;
    for (Pair pair : program.pairs()) {
      Body before = pair.before().body();
      boolean same =
          untouched.contains(pair)
              || pair.after().filter(now -> program.isSame(before, now.body())).isPresent();
      if (!same && program.before().trace(before).guards().isEmpty()) {
        changed.put(before.owner() + "#" + before.name(), pair);
      }
    }
  }

  void inspect(Pair pair, GuardCall guard) {
    Set<String> names = new TreeSet<>();
    boolean isJudged = !nature.givesData(guard.member()) && !nature.isRecorder(guard.member());
    String question = isJudged ? guard.arguments() : "";
    collect(question + " " + guard.way() + " " + guard.frames(), names);
    for (String name : names) {
      Pair input = changed.get(pair.before().body().owner() + "#" + name);
      if (input != null) {
        report.input(pair.before(), guard.member(), input);
      }
    }
  }

  private static void collect(String terms, Set<String> names) {
    Matcher matcher = OWN.matcher(terms);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
  }
}
