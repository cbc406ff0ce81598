package dev.ratchet.isolation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * The child of a probe: tries to escape and says what worked, one name of {@link Escape} a line.
 *
 * <p>It runs alone, so it names no other class of the library.
 */
final class ProbeChild {
  private static final int PATIENCE_MILLIS = 1000;

  private ProbeChild() {}

  /** Tries everything; its arguments are port, secret file, host id, its start, a variable. */
  public static void main(String[] given) throws IOException {
    StringBuilder worked = new StringBuilder();
    Path secret = Path.of(given[1]);
    attempt(worked, "CONNECT", () -> connects(Integer.parseInt(given[0])));
    attempt(worked, "READ", () -> Files.readAllBytes(secret).length > 0);
    attempt(worked, "WRITE", () -> Files.exists(Files.createFile(secret.resolveSibling("new"))));
    attempt(worked, "EXEC", ProbeChild::executes);
    attempt(worked, "SEE_PROCESSES", () -> start(given[2]).equals(given[3]));
    attempt(worked, "READ_ENVIRONMENT", () -> System.getenv(given[4]) != null);
    attempt(worked, "BE_ROOT", ProbeChild::isRoot);
    worked.append("END\n");
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(worked.toString().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void attempt(StringBuilder worked, String name, Callable<Boolean> attempt) {
    try {
      if (attempt.call()) {
        worked.append(name).append('\n');
      }
    } catch (Exception e) {
      // It was stopped.
    }
  }

  private static boolean connects(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      return true;
    }
  }

  private static boolean executes() throws IOException, InterruptedException {
    return new ProcessBuilder("/bin/sh", "-c", "exit 0").start().waitFor() == 0;
  }

  /** Returns when a process was started, which with its number says which one it is. */
  static String start(String id) throws IOException {
    String stat = Files.readString(Path.of("/proc", id, "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }
}
