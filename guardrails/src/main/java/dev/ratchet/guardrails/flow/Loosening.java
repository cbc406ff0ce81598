package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.flow.Loose.Kind;
import dev.ratchet.guardrails.flow.Terms.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what goes round safeguards that are asked about the same things. */
final class Loosening {
  private static final String EACH = "each ";

  /** What is only measured or compared goes nowhere. */
  private static final Pattern MEASURED =
      Pattern.compile(
          "(\\.\\w+/)*(\\.(length|size|count|isEmpty|isBlank|equals|equalsIgnoreCase|contains"
              + "|containsKey|containsValue|startsWith|endsWith|matches|hashCode|compareTo|indexOf"
              + "|lastIndexOf|hasNext)/|\\d+ of (equals|contains|containsKey|requireNonNull)/"
              + "|_[=!<>]).*|[^/]*[=!<>]=?_/.*",
          Pattern.DOTALL);

  private record Asked(
      String member,
      List<String> things,
      Set<Variable> variables,
      List<String> filled,
      List<Integer> loops) {
    boolean repeats() {
      return !loops.isEmpty();
    }

    boolean isAsked(String about, String thing, List<Integer> within) {
      return member.equals(about)
          && things.contains(thing)
          && (loops.isEmpty() || loops.stream().anyMatch(within::contains));
    }

    boolean isAbout(String thing) {
      return Stream.concat(things.stream(), filled.stream()).anyMatch(t -> mentions(t, thing));
    }
  }

  /** What leaves of a thing no more than there was. */
  private static final Pattern TRIMMED =
      Pattern.compile("\\.(trim|strip\\w*|toLowerCase|toUpperCase|intern)\\([^()]*\\)");

  private record Met(String term, String known, List<Integer> loops, int line) {}

  private final List<Asked> asked = new ArrayList<>();
  private final List<Met> flowing = new ArrayList<>();
  private final List<Met> made = new ArrayList<>();
  private final List<Met> kept = new ArrayList<>();
  private final List<Loose> changed = new ArrayList<>();
  private final Map<Variable, Set<String>> stale = new HashMap<>();
  private final Deque<Set<Variable>> outer = new ArrayDeque<>();
  private final Deque<Integer> loops = new ArrayDeque<>();
  private int turns;

  /** A safeguard is asked about things. */
  void ask(String member, List<String> things, Set<Variable> variables) {
    List<String> counting = things.stream().filter(Loosening::isThing).toList();
    List<String> filled = variables.stream().flatMap(v -> v.filled().stream()).toList();
    asked.add(new Asked(member, counting, variables, filled, List.copyOf(loops)));
  }

  /** Goes through something that may run several times. */
  void repeat(Collection<Variable> known, Runnable walk) {
    outer.push(Set.copyOf(known));
    loops.push(++turns);
    walk.run();
    loops.pop();
    outer.pop();
  }

  /** Returns whether a variable is still there when a loop runs again. */
  boolean outlives(Variable variable) {
    return !outer.isEmpty() && outer.getFirst().contains(variable);
  }

  /** Returns the safeguards that were asked about all of this, and whose answers are known. */
  Set<String> vouching(List<String> about, String known) {
    List<String> things = about.stream().filter(Loosening::isThing).toList();
    Set<String> members = new LinkedHashSet<>();
    for (Asked question : asked) {
      boolean isAboutAll = things.stream().allMatch(question::isAbout);
      if (!things.isEmpty() && isAboutAll && known.contains("guard<" + question.member() + ">")) {
        members.add(question.member());
      }
    }
    return members;
  }

  /** A safeguard is asked about each element of something. */
  void sift(String member, String whole) {
    asked.add(new Asked(member, List.of(EACH + whole), Set.of(), List.of(), List.of(++turns)));
  }

  private static boolean isThing(String term) {
    return !term.isEmpty() && !term.startsWith("'") && !term.startsWith("#");
  }

  /** What a method of the same type returns is used for something. */
  void flowOfCall(String term, String way, int line) {
    if (!stops(way)) {
      made.add(new Met(term, "", List.copyOf(loops), line));
    }
  }

  /** A value is used for something. */
  void flow(String term, String way, int line) {
    if (!stops(way) && isThing(term)) {
      flowing.add(new Met(term, "", List.copyOf(loops), line));
    }
  }

  private static boolean stops(String way) {
    return way.endsWith(Walk.KEPT)
        || way.contains("&{")
        || way.startsWith("is ")
        || way.startsWith("switch")
        || way.startsWith("each")
        || way.startsWith(".") && way.endsWith("ignored")
        || MEASURED.matcher(way).matches();
  }

  /** A variable or collection that outlives a turn of a loop takes a value. */
  void keep(String term, String known, int line) {
    kept.add(new Met(term, known, List.copyOf(loops), line));
  }

  /** A variable that had a value gets another, or what it stands for is changed. */
  void change(Variable variable, String before, String now) {
    if (now.startsWith(before) && TRIMMED.matcher(now.substring(before.length())).matches()) {
      return;
    }
    for (Asked question : asked) {
      boolean isAbout =
          question.variables().contains(variable)
              || isThing(before)
                  && !before.startsWith("NEW:")
                  && question.things().stream().anyMatch(thing -> mentions(thing, before));
      if (isAbout && !now.contains("guard<" + question.member() + ">")) {
        stale.computeIfAbsent(variable, v -> new LinkedHashSet<>()).add(question.member());
      }
    }
  }

  /** A variable is read; in a question about it, it is asked about anew. */
  void read(Variable variable, String asking, int line) {
    Set<String> members = stale.getOrDefault(variable, new LinkedHashSet<>());
    if (asking.isEmpty()) {
      members.forEach(member -> changed.add(new Loose(member, Kind.CHANGED, line)));
    } else {
      members.remove(asking);
    }
  }

  List<Loose> found() {
    List<Loose> found = new ArrayList<>(changed);
    for (Asked question : Set.copyOf(asked)) {
      for (String thing : question.things()) {
        find(question.member(), thing, Kind.RAW, found);
        if (thing.startsWith(EACH)) {
          findWhole(question.member(), thing.substring(EACH.length()), found);
          findElsewhere(question.member(), thing, found);
        }
        if (question.repeats()) {
          findKept(question.member(), thing, found);
        }
      }
    }
    return found;
  }

  private void find(String member, String thing, Kind kind, List<Loose> into) {
    flowing.stream()
        .filter(met -> mentions(without(member, met.term()), thing))
        .forEach(met -> into.add(new Loose(member, kind, met.line())));
  }

  /** Returns a term without what a safeguard made of things. */
  private static String without(String member, String term) {
    String answer = "guard<" + member + ">";
    String rest = term.replace("asked<" + member + ">", answer);
    for (int at = rest.indexOf(answer); at >= 0; at = rest.indexOf(answer)) {
      rest = rest.substring(0, at) + "made" + rest.substring(end(rest, at + answer.length()));
    }
    return rest;
  }

  /** Returns where the brackets close that open next. */
  private static int end(String term, int from) {
    int depth = 0;
    for (int i = from; i < term.length(); i++) {
      depth += term.charAt(i) == '(' ? 1 : term.charAt(i) == ')' ? -1 : 0;
      if (term.charAt(i) == ')' && depth <= 0) {
        return i + 1;
      }
    }
    return term.length();
  }

  private void findWhole(String member, String whole, List<Loose> into) {
    Stream.concat(flowing.stream(), made.stream())
        .filter(met -> met.term().equals(whole))
        .forEach(met -> into.add(new Loose(member, Kind.WHOLE, met.line())));
  }

  /** Another loop over the same elements asks about none of them. */
  private void findElsewhere(String member, String thing, List<Loose> into) {
    flowing.stream()
        .filter(met -> met.term().equals(thing))
        .filter(met -> asked.stream().noneMatch(q -> q.isAsked(member, thing, met.loops())))
        .forEach(met -> into.add(new Loose(member, Kind.WHOLE, met.line())));
  }

  private void findKept(String member, String thing, List<Loose> into) {
    kept.stream()
        .filter(met -> mentions(met.term().replace(thing + ".", "part of "), thing))
        .filter(met -> !met.known().contains("guard<" + member + ">"))
        .forEach(met -> into.add(new Loose(member, Kind.KEPT, met.line())));
  }

  /** Returns whether a thing is part of a term, and not only part of a name in it. */
  private static boolean mentions(String term, String thing) {
    for (int at = term.indexOf(thing); at >= 0; at = term.indexOf(thing, at + 1)) {
      int end = at + thing.length();
      boolean begins = at == 0 || !isOfName(term.charAt(at - 1)) && term.charAt(at - 1) != '\'';
      boolean ends = end == term.length() || !Character.isJavaIdentifierPart(term.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfName(char c) {
    return Character.isJavaIdentifierPart(c) || c == '.';
  }
}
