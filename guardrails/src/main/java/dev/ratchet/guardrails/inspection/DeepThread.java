package dev.ratchet.guardrails.inspection;

import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.guardrails.text.Words;
import dev.ratchet.verdict.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs checks on threads with a large stack and a deadline, since edits may be made to break them.
 *
 * <p>A check past its deadline is interrupted and soon ends. Should some not, no more are begun, so
 * that edits can't have them pile up. Safe for many threads.
 */
public final class DeepThread {
  public static final Rule FAILED =
      Rule.hard("guard.failed", "A rule that fails has not passed")
          .because("an edit that breaks the guard has not been judged")
          .stops("an edit on which a rule throws")
          .passes("an edit that every rule can judge");
  public static final Rule TIME =
      Rule.hard("guard.time", "A rule that takes too long has not passed")
          .because("an edit that can't be judged in time has not been judged")
          .stops("an edit that takes longer than limits.seconds")
          .passes("an edit that is judged in time");

  private static final long STACK_BYTES = 64L * 1024 * 1024;
  private static final int MOST_UNFINISHED = 4;

  private final Duration deadline;
  private final List<Thread> unfinished = new ArrayList<>();

  public DeepThread(Duration deadline) {
    this.deadline = deadline;
  }

  /** Adds what a check finds; whatever goes wrong becomes a hard finding. */
  public void run(Consumer<Findings> check, Findings findings) {
    if (isBusy()) {
      findings.add(busy());
      return;
    }
    // What a check adds after its deadline goes to a list that nobody reads any more.
    Findings own = findings.fresh();
    Thread thread = new Thread(null, () -> guarded(check, own), "ratchet-guardrail", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(deadline.toMillis());
    } catch (InterruptedException e) {
      giveUp(thread);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The check was interrupted before it had decided", e);
    }
    if (thread.isAlive()) {
      giveUp(thread);
      findings.add(unfinished());
    } else {
      own.all().forEach(findings::add);
    }
  }

  private synchronized void giveUp(Thread thread) {
    thread.interrupt();
    unfinished.add(thread);
  }

  private synchronized boolean isBusy() {
    unfinished.removeIf(thread -> !thread.isAlive());
    return unfinished.size() >= MOST_UNFINISHED;
  }

  private static void guarded(Consumer<Findings> check, Findings findings) {
    try {
      check.accept(findings);
    } catch (Throwable e) { // also an Error: an edit must not pass by exhausting the guard
      findings.add(failed("check", e));
    }
  }

  public static Finding failed(String check, Throwable cause) {
    return FAILED
        .found(
            "The "
                + check
                + " failed with "
                + cause.getClass().getSimpleName()
                + ": "
                + Shown.text(String.valueOf(cause.getMessage())))
        .remedy("propose a plainer edit; if it is plain, report the failure");
  }

  static Finding undeclared(Finding finding) {
    return FAILED
        .found(
            "No rule declares "
                + Shown.quoted(finding.rule())
                + " with the tier "
                + Words.of(finding.tier()))
        .remedy("report the failure");
  }

  private static Finding busy() {
    return TIME.found(MOST_UNFINISHED + " checks past their deadline are still at work")
        .remedy("wait for them to end and propose the edit again, or start the host anew");
  }

  private Finding unfinished() {
    return TIME.found("The check took longer than " + deadline.toSeconds() + " s")
        .remedy("propose a smaller and plainer edit");
  }
}
