package dev.ratchet.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the children are shell scripts")
class DialogueTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(20);

  private static Child start(String script) {
    return Isolation.process()
        .start(
            Command.builder(List.of("/bin/sh", "-c", script))
                .withInherited("PATH")
                .withLimits(1_000, 1_000)
                .build());
  }

  private static Optional<String> hear(Dialogue dialogue, Duration patience)
      throws InterruptedException {
    return dialogue.hear(patience).map(line -> new String(line, StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void speaks_and_hears_line_by_line() throws InterruptedException {
    try (Child child = start("while read -r word; do echo \"<$word>\"; done; exit 4")) {
      Dialogue dialogue = child.dialogue();
      assertThat(dialogue.isSpeaking()).isFalse();

      dialogue.say(bytes("one\n"));
      assertThat(hear(dialogue, LONG)).contains("<one>\n");
      dialogue.say(bytes("two\nthree\n"));
      assertThat(hear(dialogue, LONG)).contains("<two>\n");
      assertThat(hear(dialogue, LONG)).contains("<three>\n");
      assertThat(hear(dialogue, SHORT)).isEmpty();

      Outcome.Exited outcome = (Outcome.Exited) child.await(new byte[0], LONG);
      assertThat(outcome.code()).isEqualTo(4);
    }
  }

  @Test
  void a_process_that_does_not_read_does_not_block_the_host() throws InterruptedException {
    try (Child child = start("sleep 60")) {
      Dialogue dialogue = child.dialogue();
      dialogue.say(new byte[1 << 22]);

      assertThat(hear(dialogue, SHORT)).isEmpty();
      assertThat(child.await(new byte[0], SHORT)).isInstanceOf(Outcome.TimedOut.class);
    }
  }

  @Test
  void an_end_or_too_much_is_no_line() throws InterruptedException {
    try (Child silent = start("printf half; exit 0");
        Child loud = start("head -c 5000 /dev/zero; echo; sleep 60")) {
      assertThat(hear(silent.dialogue(), LONG)).isEmpty();
      assertThat(silent.dialogue().isSpeaking()).isTrue();
      assertThat(hear(loud.dialogue(), LONG)).isEmpty();
    }
  }

  @Test
  void counts_cpu_time_of_children_too() throws InterruptedException {
    String burn = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
    try (Child child = start("read -r word; (" + burn + "); " + burn + "; echo done; read -r x")) {
      Dialogue dialogue = child.dialogue();
      long before = dialogue.cpuNanos().orElse(0);
      dialogue.say(bytes("go\n"));

      assertThat(hear(dialogue, LONG)).contains("done\n");
      assertThat(dialogue.cpuNanos().orElse(Long.MAX_VALUE)).isGreaterThan(before + 10_000_000);
    }
  }

  @Test
  void a_process_that_was_not_started_says_so() {
    Child none = Isolation.process().start(Command.builder(List.of("/no/such/program")).build());

    assertThat(none.isStarted()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(none::dialogue)
        .withMessageContaining("does not start");
  }
}
