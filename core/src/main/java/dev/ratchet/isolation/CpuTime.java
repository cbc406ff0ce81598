package dev.ratchet.isolation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** CPU time of a process and its descendants, from {@code proc(5)} where that exists. */
final class CpuTime {
  private static final long TICK_NANOS = 10_000_000; // USER_HZ is 100 on all of Linux.
  private static final int USER = 11; // fields of stat after the name
  private static final int SYSTEM = 12;
  private static final int WAITED_USER = 13;
  private static final int WAITED_SYSTEM = 14;

  private CpuTime() {}

  static OptionalLong nanos(ProcessHandle process) {
    Path directory = Path.of("/proc", Long.toString(process.pid()));
    try {
      return OptionalLong.of(nanos(directory));
    } catch (IOException | RuntimeException e) {
      return process
          .info()
          .totalCpuDuration()
          .map(Duration::toNanos)
          .map(OptionalLong::of)
          .orElse(OptionalLong.empty());
    }
  }

  /** Living threads are known exactly, those that ended by ticks: so the larger of both sums. */
  private static long nanos(Path process) throws IOException {
    String stat = Files.readString(process.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
    long waited = Long.parseLong(fields[WAITED_USER]) + Long.parseLong(fields[WAITED_SYSTEM]);
    long living = 0;
    long children = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path thread : threads) {
        living += running(thread);
        children += children(thread);
      }
    }
    return Math.max(living, ticks * TICK_NANOS) + waited * TICK_NANOS + children;
  }

  private static long running(Path thread) {
    try {
      String[] words = Files.readString(thread.resolve("schedstat")).strip().split(" ");
      return Long.parseLong(words[0]);
    } catch (IOException | NumberFormatException e) {
      return 0; // It ended meanwhile, or the kernel does not tell: ticks do.
    }
  }

  private static long children(Path thread) {
    long sum = 0;
    try {
      String ids = Files.readString(thread.resolve("children")).strip();
      for (String id : ids.isEmpty() ? new String[0] : ids.split(" ")) {
        sum += nanos(Path.of("/proc", id));
      }
    } catch (IOException | RuntimeException e) {
      return sum; // It ended meanwhile.
    }
    return sum;
  }
}
