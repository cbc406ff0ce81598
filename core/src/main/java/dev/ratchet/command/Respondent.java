package dev.ratchet.command;

import dev.ratchet.benchmarks.TaskResult.Status;
import dev.ratchet.isolation.Child;
import dev.ratchet.isolation.Dialogue;
import dev.ratchet.isolation.Outcome;
import dev.ratchet.isolation.Output;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One process that answers questions, one after the other. For one thread. */
final class Respondent implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int MOST_SHOWN = 300;

  private final String who;
  private final Child child;
  private final Dialogue dialogue;
  private final CommandSettings settings;
  private final boolean quoted;
  private final SecureRandom ids = new SecureRandom();
  private final long started = System.nanoTime();

  /**
   * Starts a process.
   *
   * @param quoted whether reasons may quote it: never where it has seen tasks that nobody may see
   */
  Respondent(Version version, CommandSettings settings, boolean quoted)
      throws NotMeasurable, InterruptedException {
    this.who = version.who();
    this.settings = settings;
    this.quoted = quoted;
    this.child = settings.isolation().start(settings.command(version.tree()));
    if (!child.isStarted()) {
      Outcome outcome = child.await(new byte[0], GRACE);
      throw new NotMeasurable(who + " was not started: " + reason(outcome));
    }
    this.dialogue = child.dialogue();
  }

  /**
   * Puts a question and waits for its answer.
   *
   * @throws NotMeasurable if there is none in time, or anything else is written
   */
  Reply ask(String input) throws NotMeasurable, InterruptedException {
    if (dialogue.isSpeaking()) {
      throw new NotMeasurable(who + " writes before it is asked" + heard(Optional.empty()));
    }
    String id = HexFormat.of().toHexDigits(ids.nextLong());
    List<String> traces = new ArrayList<>();
    byte[] question = Message.question(id, input);
    Duration limit = limit();
    OptionalLong before = cpuNanos();
    long asked = System.nanoTime();
    dialogue.say(question);
    while (true) {
      Message message = hear(limit.minusNanos(System.nanoTime() - asked));
      if (message.kind() != Message.Kind.TRACE) {
        long wall = System.nanoTime() - asked;
        requireTurn(id, message);
        Status status = message.kind() == Message.Kind.ANSWER ? Status.ANSWERED : Status.THREW;
        return new Reply(status, message.text(), traces, wall, difference(before, cpuNanos()));
      }
      traces.add(message.text());
    }
  }

  private Duration limit() {
    Duration left = settings.deadline().minusNanos(System.nanoTime() - started);
    return left.compareTo(settings.answerLimit()) < 0 ? left : settings.answerLimit();
  }

  private Message hear(Duration patience) throws NotMeasurable, InterruptedException {
    Optional<byte[]> line = dialogue.hear(patience);
    if (line.isEmpty()) {
      throw new NotMeasurable(who + " gives no answer" + silence());
    }
    Optional<Message> message = Message.read(line.get());
    if (message.isEmpty()) {
      throw new NotMeasurable(
          who
              + " writes a line that is no answer"
              + heard(line)
              + ". Remedy: one line such as {\"id\": \"..\", \"answer\": \"..\"} for each question"
              + " on standard output, and all else on standard error");
    }
    return message.get();
  }

  private void requireTurn(String id, Message message) throws NotMeasurable {
    if (!message.id().equals(id)) {
      throw new NotMeasurable(
          who + " answers what it was not asked. Remedy: repeat the id of the question, once");
    }
  }

  private static OptionalLong difference(OptionalLong before, OptionalLong after) {
    return before.isPresent() && after.isPresent()
        ? OptionalLong.of(Math.max(0, after.getAsLong() - before.getAsLong()))
        : OptionalLong.empty();
  }

  /** Returns the CPU time of the process so far. */
  OptionalLong cpuNanos() {
    return dialogue.cpuNanos();
  }

  /**
   * Ends the input, and waits for the end of the process.
   *
   * @throws NotMeasurable if it said more than it was asked, failed, or left something behind
   */
  void end() throws NotMeasurable, InterruptedException {
    boolean speaking = dialogue.isSpeaking();
    Outcome outcome = child.await(new byte[0], GRACE);
    if (!(outcome instanceof Outcome.Exited exited) || exited.code() != 0) {
      throw new NotMeasurable(
          who
              + " does not end well: "
              + reason(outcome)
              + ". Remedy: end with code 0 when the input ends");
    }
    if (speaking || dialogue.isSpeaking()) {
      throw new NotMeasurable(who + " writes more than it is asked");
    }
    if (!exited.survivors().isEmpty()) {
      throw new NotMeasurable(who + " leaves processes behind that can't be ended");
    }
  }

  private String heard(Optional<byte[]> line) {
    return quoted && line.isPresent()
        ? ": " + shown(new String(line.get(), StandardCharsets.UTF_8))
        : "";
  }

  private String silence() throws InterruptedException {
    boolean alive = child.isAlive();
    Outcome outcome = child.await(new byte[0], Duration.ofMillis(100));
    return alive && !(outcome instanceof Outcome.Exited)
        ? " within " + settings.answerLimit().toMillis() + " ms, or not all of it" + said(outcome)
        : ": " + reason(outcome);
  }

  private String reason(Outcome outcome) {
    return outcome.fold(
            exited -> "it ended with code " + exited.code(),
            timedOut -> "it went on",
            Outcome.NotStarted::reason)
        + said(outcome);
  }

  private String said(Outcome outcome) {
    String text =
        outcome.fold(
            exited -> error(exited.err()), timedOut -> error(timedOut.err()), notStarted -> "");
    return quoted && !text.isEmpty() ? ", saying: " + shown(text) : "";
  }

  private static String error(Output err) {
    return err.text().strip();
  }

  private static String shown(String text) {
    String stripped = text.strip();
    return stripped.substring(Math.max(0, stripped.length() - MOST_SHOWN));
  }

  @Override
  public void close() {
    child.close();
  }
}
