package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.flow.Terms.Variable;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a walk has met so far, and what it stands in. */
final class Recorder {
  private final Meaning meaning;
  private final Form form;
  private final List<String> frames = new ArrayList<>();
  private final List<String> controls = new ArrayList<>();
  private final List<Leave> leaves = new ArrayList<>();
  private final List<GuardCall> guards = new ArrayList<>();
  private final List<Work> work = new ArrayList<>();
  private final List<Work> made = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private boolean isIdle;

  Recorder(Meaning meaning, Form form) {
    this.meaning = meaning;
    this.form = form;
  }

  Trace trace(List<Loose> loose) {
    return new Trace(guards, work, made, loose);
  }

  /** Goes through something that need not happen; what is asked in it guards nothing after it. */
  void inside(String frame, Runnable walk) {
    int controlled = controls.size();
    frames.add(frame);
    walk.run();
    frames.remove(frames.size() - 1);
    controls.subList(controlled, controls.size()).clear();
  }

  /** Goes through something that depends on what is used beside it. */
  void perhaps(Runnable walk) {
    int controlled = controls.size();
    walk.run();
    controls.subList(controlled, controls.size()).clear();
  }

  /** Goes through something that runs at another time, if ever. */
  void later(String frame, Runnable walk) {
    List<Leave> left = List.copyOf(leaves);
    inside(frame, walk);
    leaves.clear();
    leaves.addAll(left);
  }

  /** Notes that what follows happens only where a condition has this outcome. */
  void control(String condition, boolean holds) {
    if (Terms.asks(condition)) {
      String term = condition;
      boolean outcome = holds;
      while (term.startsWith("!")) {
        term = term.substring(1);
        outcome = !outcome;
      }
      controls.add((outcome ? "if " : "unless ") + term);
    }
  }

  GuardCall call(
      String member,
      String arguments,
      List<String> filled,
      String way,
      boolean isDerived,
      int line) {
    return new GuardCall(member, arguments, filled, way, frames, leaves, done, isDerived, line);
  }

  void guard(String member, String arguments, List<String> filled, String way, int line) {
    guards.add(call(member, arguments, filled, way, false, line));
    controls.add("after guard<" + member + ">" + arguments);
    isIdle = true;
  }

  /** A variable that holds what a safeguard said counts as asking it where it is used. */
  void derived(Variable variable, String way, int line) {
    String asked = variable.isSettled() ? "" : " or " + variable.term();
    variable.answers().forEach(answer -> guards.add(answer.at(way, asked, this, line)));
  }

  /** What is done with what comes of handing out the use of safeguards may take it back. */
  void handled(String handed, String way, int line) {
    for (String member : Terms.guards(handed)) {
      guards.add(call(member, handed, List.of(), way, true, line));
    }
  }

  int controls() {
    return controls.size();
  }

  /**
   * Returns the answers that decide on what is done here and not on what was done at a point
   * before, as answers that are kept in what is made of it.
   */
  List<GuardCall> sifting(int since, int line) {
    List<GuardCall> answers = new ArrayList<>();
    if (form == Form.NORMAL) {
      for (String control : controls.subList(Math.min(since, controls.size()), controls.size())) {
        if (!control.startsWith("after ")) {
          for (String member : Terms.guards(control)) {
            answers.add(call(member, control, List.of(), GuardCall.SIFTED + Walk.KEPT, true, line));
          }
        }
      }
    }
    return answers;
  }

  void gathered(List<GuardCall> answers, String way, int line) {
    answers.forEach(answer -> guards.add(answer.at(way, "", this, line)));
  }

  int worked() {
    return work.size();
  }

  int guards() {
    return guards.size();
  }

  /** Returns the guard calls since then whose results were put into a variable. */
  List<GuardCall> kept(int since) {
    return guards.subList(since, guards.size()).stream().filter(GuardCall::isKept).toList();
  }

  /** Returns the guard calls since then whose results are what a loop in an expression makes. */
  List<GuardCall> gathered(int since) {
    return guards.subList(since, guards.size()).stream()
        .filter(guard -> guard.way().endsWith(Loops.GATHERED))
        .toList();
  }

  void work(String name, List<String> about, int line) {
    work.add(new Work(name, about, Set.copyOf(controls), line));
    done.add(name);
    isIdle = false;
  }

  void made(String name, List<String> about, Set<String> vouching, int line) {
    made.add(new Work(name, about, vouching, line));
  }

  /** Returns what is known of the answers of safeguards. */
  String known() {
    return controls.toString();
  }

  /** Returns what decides whether the walk comes here. */
  String place() {
    return frames.toString();
  }

  int leaves() {
    return leaves.size();
  }

  void leave(Piece leave, Optional<String> fixed) {
    boolean isCaught = frames.stream().anyMatch(frame -> frame.startsWith("try "));
    boolean isPlainRefusal =
        leave.is(Kind.THROW)
            && !isCaught
            && leave.part(0).is(Kind.NEW)
            && meaning.work(leave.part(0), false).isEmpty();
    String how = (leave.kind() + leave.text()).toLowerCase(Locale.ROOT);
    leaves.add(new Leave(how, frames, fixed, isIdle, done.isEmpty(), isPlainRefusal));
  }

  /** Forgets what left only the loop or the helper that ends here. */
  void forgetLeaves(int from, String what) {
    leaves
        .subList(from, leaves.size())
        .removeIf(
            leave ->
                what.equals("return")
                    ? leave.how().equals("return")
                    : leave.how().equals("break") || leave.how().equals("continue"));
  }

  /**
   * Returns the handlers that could take what a safeguard throws, or go on where it was not asked,
   * with what they come to.
   */
  String taken(List<Piece> handlers, Reaction reaction) {
    return handlers.stream()
        .filter(h -> meaning.mayTake(h.text()) || !Reaction.leaves(h.part(1)))
        .filter(handler -> !isThrownOn(handler))
        .map(handler -> handler.text() + reaction.of(handler.part(1)))
        .collect(Collectors.joining(","));
  }

  private static boolean isThrownOn(Piece handler) {
    Piece body = handler.part(1);
    return !body.parts().isEmpty()
        && body.parts().stream().filter(Reaction::isLeave).count() == 1
        && body.last().is(Kind.THROW)
        && body.last().part(0).equals(nameOf(handler, body.last().part(0)));
  }

  private static Piece nameOf(Piece handler, Piece thrown) {
    return new Piece(Kind.NAME, handler.part(0).text(), List.of(), thrown.use(), thrown.line());
  }
}
