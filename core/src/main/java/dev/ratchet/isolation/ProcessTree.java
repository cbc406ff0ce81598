package dev.ratchet.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A process with everything that descends from it.
 *
 * <p>Descendants are those the system names, those it named at an earlier look, and on Linux those
 * whose environment bears the mark, because an orphan no longer counts as a descendant. Each handle
 * remembers its start time, so a reused process id is never hit.
 */
final class ProcessTree {
  static final String MARK = "RATCHET_RUN";

  private static final Duration PATIENCE = Duration.ofMillis(900);
  private static final Path PROC = Path.of("/proc");

  private final ProcessHandle root;
  private final byte[] mark;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  ProcessTree(ProcessHandle root, String mark) {
    this.root = root;
    this.mark = (MARK + "=" + mark).getBytes(StandardCharsets.UTF_8);
    seen.add(root);
  }

  /** Remembers the descendants of this moment. */
  void look() {
    for (ProcessHandle known : List.copyOf(seen)) {
      known.descendants().forEach(seen::add);
    }
  }

  /** Ends everything and returns the ids of what still runs after nearly a second of trying. */
  List<Long> end() {
    boolean interrupted = Thread.interrupted();
    long started = System.nanoTime();
    List<ProcessHandle> running = running();
    while (!running.isEmpty() && System.nanoTime() - started < PATIENCE.toNanos()) {
      running.forEach(ProcessHandle::destroyForcibly);
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      running = running();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return running.stream().map(ProcessHandle::pid).toList();
  }

  private List<ProcessHandle> running() {
    look();
    addMarked();
    return seen.stream().filter(ProcessTree::isRunning).toList();
  }

  private void addMarked() {
    if (!Files.isDirectory(PROC)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path entry : entries) {
        if (isMarked(entry)) {
          ProcessHandle.of(Long.parseLong(entry.getFileName().toString())).ifPresent(seen::add);
        }
      }
    } catch (IOException e) {
      // Without a list of processes only the known descendants can be ended.
    }
  }

  private boolean isMarked(Path entry) {
    try {
      byte[] environment = Files.readAllBytes(entry.resolve("environ"));
      return contains(environment, mark);
    } catch (IOException e) {
      return false; // It ended, or belongs to somebody else.
    }
  }

  static boolean contains(byte[] text, byte[] part) {
    for (int at = 0; at + part.length <= text.length; at++) {
      int same = 0;
      while (same < part.length && text[at + same] == part[same]) {
        same++;
      }
      if (same == part.length) {
        return true;
      }
    }
    return false;
  }

  /** A process that ended but that its parent has not asked about yet does not run any more. */
  private static boolean isRunning(ProcessHandle handle) {
    if (!handle.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(PROC.resolve(handle.pid() + "/stat"));
      return !stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
    } catch (IOException e) {
      return handle.isAlive();
    }
  }
}
