package dev.ratchet.examples;

import dev.ratchet.isolation.IsolationLevel;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the command line of the main job asks for.
 *
 * @param project the program to improve; nothing of it is changed
 * @param policy what may be edited
 * @param suite the benchmark: a predefined name, a JSON Lines file, or a class name
 * @param suiteClassPath where a suite given as a class is found
 * @param data a directory with real puzzles for a last check; empty for none
 * @param seed the seed of the run; empty for a random one
 * @param time how long rounds may begin
 * @param rounds how many rounds may begin
 * @param thorough whether the full gate decides, which takes many forks
 * @param isolation what the program's processes are kept from; empty for as much as there is
 * @param mischief whether a second proposer tries what it must not
 */
record Options(
    Path project,
    Path policy,
    String suite,
    List<Path> suiteClassPath,
    Optional<Path> data,
    Optional<Long> seed,
    Duration time,
    int rounds,
    boolean thorough,
    Optional<IsolationLevel> isolation,
    boolean mischief) {

  private static final long MOST_SECONDS = 1_000_000;

  static final String USAGE =
      """
      Usage: mvn -q compile exec:java [-Dexec.args="OPTIONS"]
        --project DIR           the program to improve (a copy is worked on), with --policy and --suite
        --policy FILE           what may be edited; a file outside of DIR
        --suite NAME            logic, maths, logic+maths, a JSON Lines file, or a class name
        --suite-class-path A:B  where a suite given as a class is found
        --data DIR              check original and result on real puzzles (sudoku/, sat/ in DIR)
        --seed N                the seed of the run; a random one by default
        --seconds N             how long rounds may begin (75 by default)
        --rounds N              how many rounds may begin
        --isolation LEVEL       process, no-network or sandbox (the strongest to be had by default)
        --thorough              the full gate decides: hours rather than seconds (1800 by default)
      Without options the bundled puzzle agent is improved.
      """;

  /** The command line asks for something that is not to be had. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
      super(message + "\n\n" + USAGE);
    }
  }

  /** Returns the options of a command line. */
  static Options parse(Path examples, String... arguments) throws UsageException {
    Draft draft = new Draft();
    Iterator<String> words = List.of(arguments).iterator();
    while (words.hasNext()) {
      String option = words.next();
      if (option.equals("--thorough")) {
        draft.thorough = true;
        continue;
      }
      if (!words.hasNext()) {
        throw new UsageException(option + " needs a value, or is no option");
      }
      draft.set(option, words.next());
    }
    return draft.finish(examples);
  }

  /** Returns the file of the suite; empty when the suite is not in a file of its own. */
  Optional<Path> suiteFile() {
    boolean isFile = suite.endsWith(".jsonl") || suite.endsWith(".json");
    return isFile ? Optional.of(Path.of(suite)) : Optional.empty();
  }

  /** Options while they are read. */
  private static final class Draft {
    private Optional<Path> project = Optional.empty();
    private Optional<Path> policy = Optional.empty();
    private Optional<String> suite = Optional.empty();
    private final List<Path> suiteClassPath = new ArrayList<>();
    private Optional<Path> data = Optional.empty();
    private Optional<Long> seed = Optional.empty();
    private Optional<Duration> time = Optional.empty();
    private boolean thorough;
    private Optional<IsolationLevel> isolation = Optional.empty();
    private int rounds = 10_000;

    void set(String option, String value) throws UsageException {
      switch (option) {
        case "--project" -> project = Optional.of(directory(option, value));
        case "--policy" -> policy = Optional.of(Path.of(value));
        case "--suite" -> suite = Optional.of(value);
        case "--suite-class-path" -> {
          for (String entry : value.split(File.pathSeparator)) {
            suiteClassPath.add(Path.of(entry));
          }
        }
        case "--data" -> data = Optional.of(Path.of(value));
        case "--seed" -> seed = Optional.of(number(option, value));
        case "--seconds" -> time = Optional.of(Duration.ofSeconds(seconds(option, value)));
        case "--isolation" -> isolation = Optional.of(level(option, value));
        case "--rounds" -> rounds = rounds(option, value);
        default -> throw new UsageException("There is no option " + option);
      }
    }

    Options finish(Path examples) throws UsageException {
      boolean bundled = project.isEmpty();
      if (bundled) {
        project = Optional.of(examples.resolve("targets/puzzle-agent"));
        policy = policy.or(() -> Optional.of(examples.resolve("targets/puzzle-agent.policy.yaml")));
        suite = suite.or(() -> Optional.of("logic+maths"));
      }
      if (policy.isEmpty()) {
        throw new UsageException("--project needs --policy: what of it may be edited?");
      }
      if (suite.isEmpty()) {
        throw new UsageException("--project needs --suite: what shall it become better at?");
      }
      return new Options(
          project.get(),
          policy.get(),
          suite.get(),
          suiteClassPath,
          data,
          seed,
          time.orElse(Duration.ofSeconds(thorough ? 1_800 : 75)),
          rounds,
          thorough,
          isolation,
          bundled);
    }

    private static Path directory(String option, String value) throws UsageException {
      Path path = Path.of(value);
      if (!Files.isDirectory(path)) {
        throw new UsageException(option + " names a directory, but there is no directory " + path);
      }
      return path;
    }

    private static long seconds(String option, String value) throws UsageException {
      long seconds = number(option, value);
      if (seconds < 1 || seconds > MOST_SECONDS) {
        throw new UsageException(option + " takes 1 to " + MOST_SECONDS + ", not " + value);
      }
      return seconds;
    }

    private static IsolationLevel level(String option, String value) throws UsageException {
      for (IsolationLevel level : IsolationLevel.values()) {
        if (level.words().equals(value)) {
          return level;
        }
      }
      String words =
          Arrays.stream(IsolationLevel.values())
              .map(IsolationLevel::words)
              .collect(Collectors.joining(", "));
      throw new UsageException(option + " takes one of " + words + ", not " + value);
    }

    private static int rounds(String option, String value) throws UsageException {
      long rounds = number(option, value);
      if (rounds < 1 || rounds > Integer.MAX_VALUE) {
        throw new UsageException(option + " takes a positive number, not " + value);
      }
      return (int) rounds;
    }

    private static long number(String option, String value) throws UsageException {
      try {
        return Long.parseLong(value);
      } catch (NumberFormatException e) {
        throw new UsageException(option + " takes a whole number, not '" + value + "'");
      }
    }
  }
}
