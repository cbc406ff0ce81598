package dev.ratchet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.TaskResult.Status;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReasoningTest {
  private static Set<Integer> nowhere(String input, String answer, String... lines) {
    Reply reply = new Reply(Status.ANSWERED, answer, List.of(lines), 0, OptionalLong.empty());
    return new Reasoning(input, reply).leadingNowhere();
  }

  @Test
  void what_is_taken_up_leads_on() {
    assertThat(nowhere("2 3", "25", "sum 5", "5 squared is 25")).isEmpty();
  }

  @Test
  void what_nothing_takes_up_leads_nowhere() {
    assertThat(nowhere("2 3", "25", "sum 5", "product 6", "5 squared is 25")).containsExactly(1);
  }

  @Test
  void what_brings_up_nothing_is_not_asked_to_lead_on() {
    assertThat(nowhere("2 3", "5", "3 2", "")).isEmpty();
  }
}
