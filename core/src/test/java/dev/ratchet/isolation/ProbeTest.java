package dev.ratchet.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProbeTest {
  @Test
  void a_process_keeps_the_environment_and_says_what_it_does_not_keep()
      throws InterruptedException {
    ProbeResult probe = Isolation.process().probe();

    assertThat(probe.holds()).isTrue();
    assertThat(probe.stopped()).contains(Escape.READ_ENVIRONMENT);
    assertThat(probe.open()).contains(Escape.CONNECT, Escape.READ, Escape.WRITE);
    assertThat(probe.toString()).startsWith("process (tried: stops ").contains("open: connect");
  }

  @Test
  void the_strongest_isolation_holds_what_it_promises() throws InterruptedException {
    Isolation isolation = Isolation.strongest();

    System.out.println("The strongest isolation here: " + isolation);
    assertThat(isolation.probe().holds()).isTrue();
    assertThat(isolation.toString()).startsWith(isolation.level().words() + " (tried: stops");
  }

  @Test
  void a_result_holds_only_if_all_is_stopped_that_the_level_promises() {
    Set<Escape> allButConnect = EnumSet.complementOf(EnumSet.of(Escape.CONNECT));

    ProbeResult leaky = new ProbeResult(IsolationLevel.NO_NETWORK, allButConnect, Optional.empty());

    assertThat(leaky.holds()).isFalse();
    assertThat(leaky.toString()).startsWith("no-network NOT GIVEN").endsWith("open: connect)");
    assertThat(ProbeResult.failed(IsolationLevel.PROCESS, "no reason").holds()).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void walls_that_do_not_stand_are_told() throws InterruptedException {
    Isolation broken =
        Isolation.process().withLauncher(List.of("/bin/sh", "-c", "echo no walls >&2; exit 1"));

    ProbeResult probe = broken.probe();

    assertThat(probe.holds()).isFalse();
    assertThat(probe.open()).containsExactlyInAnyOrder(Escape.values());
    assertThat(probe.toString())
        .isEqualTo("process not given: the process ended early, saying 'no walls'");
  }

  @Test
  void asking_for_more_than_the_machine_gives_is_refused_with_a_remedy()
      throws InterruptedException {
    for (IsolationLevel level : IsolationLevel.values()) {
      if (Isolation.of(level).probe().holds()) {
        assertThat(Isolation.requiring(level).level()).isEqualTo(level);
      } else {
        assertThatThrownBy(() -> Isolation.requiring(level))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith(
                "The isolation '" + level.words() + "' is asked for, but this machine does not")
            .hasMessageContaining("Remedy: ");
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_missing_program_is_named_with_its_package() {
    assertThat(Remedy.missing("bwrap"))
        .isEqualTo(
            "The program bwrap is missing. Remedy: apt-get install bubblewrap (Debian, Ubuntu),"
                + " dnf install bubblewrap (Fedora)");
    assertThat(Remedy.missing("unshare")).contains("util-linux");
    assertThat(Remedy.walls()).contains("Remedy: ");
  }

  @Test
  void a_probe_leaves_nothing() throws Exception {
    Path home = Path.of(System.getProperty("java.io.tmpdir"));
    String scratch = "ratchet-" + ProcessHandle.current().pid() + "-*";
    List<Path> before = matching(home, scratch);

    Isolation.process().probe();

    assertThat(matching(home, scratch)).isEqualTo(before);
  }

  private static List<Path> matching(Path home, String pattern) throws Exception {
    try (var files = Files.newDirectoryStream(home, pattern)) {
      return java.util.stream.StreamSupport.stream(files.spliterator(), false).sorted().toList();
    }
  }
}
