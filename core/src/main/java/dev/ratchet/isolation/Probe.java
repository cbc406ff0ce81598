package dev.ratchet.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An escape attempt with the real walls: something to reach outside, and a child that tries. */
final class Probe {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final String END = "END";

  private final Isolation isolation;

  Probe(Isolation isolation) {
    this.isolation = isolation;
  }

  ProbeResult run() throws InterruptedException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path outside = Files.createTempDirectory("ratchet-probe-");
      try {
        return run(server.getLocalPort(), secret(outside));
      } finally {
        Removal.remove(outside);
      }
    } catch (IOException e) {
      return ProbeResult.failed(
          isolation.level(),
          "The probe can't be set up, because of "
              + e
              + ". Remedy: free space"
              + " in java.io.tmpdir");
    }
  }

  /** Everybody may read it and write beside it, so that rights alone do not hide it. */
  private static Path secret(Path outside) throws IOException {
    Path secret = Files.writeString(outside.resolve("secret"), "secret");
    if (Files.getFileStore(outside).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rwxrwxrwx"));
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-rw-rw-"));
    }
    return secret;
  }

  private ProbeResult run(int port, Path secret) throws IOException, InterruptedException {
    String self = Long.toString(ProcessHandle.current().pid());
    List<String> arguments =
        List.of(
            HostJdk.home().resolve("bin").resolve("java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-cp",
            Command.SCRATCH,
            ProbeChild.class.getName(),
            Integer.toString(port),
            secret.toString(),
            self,
            Files.exists(Path.of("/proc", self)) ? ProbeChild.start(self) : "unknown",
            variable());
    Command command =
        Command.builder(arguments)
            .withFile(ProbeChild.class.getName().replace('.', '/') + ".class", classFile())
            .withJdk()
            .build();
    return result(isolation.run(command, new byte[0], DEADLINE));
  }

  private static String variable() {
    return System.getenv().keySet().stream().filter(n -> !n.equals("PWD")).findAny().orElse("PATH");
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in = Probe.class.getResourceAsStream("ProbeChild.class")) {
      if (in == null) {
        throw new IOException("a missing class file of ratchet-core");
      }
      return in.readAllBytes();
    }
  }

  private ProbeResult result(Outcome outcome) {
    IsolationLevel level = isolation.level();
    return outcome.fold(
        exited -> result(level, exited),
        late -> ProbeResult.failed(level, "The probe passed its deadline. " + Remedy.walls()),
        none -> ProbeResult.failed(level, none.reason()));
  }

  private static ProbeResult result(IsolationLevel level, Outcome.Exited exited) {
    List<String> said = exited.out().text().lines().toList();
    if (!said.contains(END)) {
      String error = exited.err().text().lines().findFirst().orElse("nothing was said");
      String remedy = level == IsolationLevel.PROCESS ? "" : ". " + Remedy.walls();
      return ProbeResult.failed(
          level, "the process ended early, saying '" + error.strip() + "'" + remedy);
    }
    Set<Escape> stopped = EnumSet.allOf(Escape.class);
    stopped.removeIf(escape -> said.contains(escape.name()));
    return new ProbeResult(level, stopped, Optional.empty());
  }
}
