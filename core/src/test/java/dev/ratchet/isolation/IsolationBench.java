package dev.ratchet.isolation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Prints what walls cost: a small JVM from start to end, in turns with one that has none. */
final class IsolationBench {
  private static final int TURNS = 31;
  private static final List<String> TINY =
      List.of(
          HostJdk.home().resolve("bin/java").toString(),
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "-Xmx64m",
          "-version");

  private IsolationBench() {}

  public static void main(String[] given) throws Exception {
    Map<IsolationLevel, List<Long>> ended = new EnumMap<>(IsolationLevel.class);
    Map<IsolationLevel, List<Long>> late = new EnumMap<>(IsolationLevel.class);
    Map<IsolationLevel, Isolation> isolations = new EnumMap<>(IsolationLevel.class);
    Command tiny = Command.builder(TINY).withJdk().build();
    Command waiting = Command.builder(List.of("/bin/sleep", "60")).build();
    List<Long> plain = new ArrayList<>();
    for (IsolationLevel level : IsolationLevel.values()) {
      ended.put(level, new ArrayList<>());
      late.put(level, new ArrayList<>());
      isolations.put(level, Isolation.of(level));
    }
    for (int turn = 0; turn < TURNS; turn++) {
      long began = System.nanoTime();
      new ProcessBuilder(TINY).redirectErrorStream(true).start().waitFor();
      plain.add(System.nanoTime() - began);
      for (Map.Entry<IsolationLevel, Isolation> entry : isolations.entrySet()) {
        ended.get(entry.getKey()).add(time(entry.getValue(), tiny, Duration.ofSeconds(20)));
        Duration deadline = Duration.ofMillis(200);
        long taken = time(entry.getValue(), waiting, deadline);
        late.get(entry.getKey()).add(taken - deadline.toNanos());
      }
    }
    System.out.println("| process | start to end, ms | ratio | back after its deadline, ms |");
    System.out.println("|---|---:|---:|---:|");
    System.out.printf("| bare `ProcessBuilder` | %.1f | 1.00 | |%n", median(plain));
    for (IsolationLevel level : IsolationLevel.values()) {
      System.out.printf(
          "| `%s` | %.1f | %.2f | %.0f |%n",
          level.words(),
          median(ended.get(level)),
          median(ended.get(level)) / median(plain),
          median(late.get(level)));
    }
  }

  private static long time(Isolation isolation, Command command, Duration deadline)
      throws InterruptedException {
    long began = System.nanoTime();
    isolation.run(command, new byte[0], deadline);
    return System.nanoTime() - began;
  }

  private static double median(List<Long> nanos) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2) / 1e6;
  }
}
