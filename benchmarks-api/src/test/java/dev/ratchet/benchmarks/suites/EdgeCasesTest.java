package dev.ratchet.benchmarks.suites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.benchmarks.Split;
import dev.ratchet.benchmarks.Task;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which kinds and edge cases of each family must keep turning up. */
class EdgeCasesTest {
  private static final int DRAWN = 300;

  static List<Arguments> cases() {
    return List.of(
        words("primes: a count from 0", "count 0 \\d+", 150),
        words("primes: a sum from 1", "sum 1 \\d+", 150),
        words("primes: one number", "(count|sum) (\\d+) \\2", 100),
        range("primes: an empty range", "(count|sum) .*", (low, high) -> low > high, 100),
        answer("primes: a range without a prime", "(count|sum) .*", "0", 50),
        words("primes: the first", "nth (\\d|1[0-2])", 100),
        words("primes: the K-th", "nth \\d+", 12),
        answer("primes: a prime to factor", "factor .*", "\\d+", 50),
        answer("primes: a power to factor", "factor .*", "(\\d+)( \\1)+", 60),
        words("primes: a factor beyond an int", "factor \\d{11,}|factor [3-9]\\d{9}", 100),
        words("gcd: a zero", "gcd (.* )?0( .*)?", 50),
        words("gcd: two zeros", "gcd (.* )?0( .*)? 0( .*)?", 100),
        words("gcd: an lcm with 0", "lcm (.* )?0( .*)?", 50),
        words("gcd: five numbers", "(gcd|lcm)( \\d+){5}", 20),
        product("gcd: an lcm with a product beyond a long", "lcm \\d+ \\d+", 100),
        answer("gcd: without common divisor", "gcd .*", "1", 50),
        words("modpow: modulus 1", "\\d+ \\d+ 1", 50),
        words("modpow: exponent 0", "\\d+ 0 \\d+", 30),
        words("modpow: exponent 0 and modulus 1", "\\d+ 0 1", 100),
        words("modpow: base 0", "0 \\d+ \\d+", 50),
        answer("modpow: result 0", ".*", "0", 30),
        words("partitions: none but the empty", "count 0( \\d+)?", 100),
        words("partitions: without K", "count \\d+", 20),
        range("partitions: K beyond N", "count \\d+ \\d+", (n, k) -> k > n, 50),
        words("digits: the sum of a long", "sum \\d{11,}", 50),
        words("digits: a root", "root \\d+", 20),
        words("digits: near the greatest long", "(sum|root) 92233720368547\\d{5}", 100),
        words("digits: one number", "count (\\d+) \\1 .*", 60),
        range("digits: an empty range", "count .*", (low, high) -> low > high, 100),
        range("digits: across a power of ten", "count .*", EdgeCasesTest::isLonger, 20),
        answer("digits: an impossible sum", "count .*", "0", 50),
        answer("linear: a negative number", "[234]\n.*", "(.* )?-.*", 10),
        answer("linear: a fraction", "[234]\n.*", ".*/.*", 10),
        answer("linear: integers", "[234]\n.*", "[^/]*", 10),
        words("linear: zero as first pivot", "[234]\n0 .*", 20),
        words("queens: no blocked square", "[4-7]", 150),
        words("queens: seven rows", "7(\n.*)?", 50),
        answer("queens: no solution", ".*", "0", 20),
        words("knights: alike", ".*are the same.*", 10),
        words("knights: different", ".* differ.*", 10),
        words("knights: exactly", ".*exactly \\d knights.*", 10),
        words("knights: at least", ".*at least \\d knaves.*", 10),
        words("knights: if", ".*: if .* is a knight then .* is a knave.*", 10),
        words("knights: about oneself", ".*\n(\\w+): \\1 is .*|.*\n(\\w+): if \\2 .*", 20),
        words("grid: same", ".*\nsame .*", 10),
        words("grid: differ", ".*\ndiffer .*", 10),
        words("grid: left", ".*\nleft .*", 10),
        words("grid: next", ".*\nnext .*", 10),
        words("grid: before", ".*\nbefore .*", 10),
        words("grid: at", ".*\nat .*", 10),
        words("grid: five positions", "5\n.*", 50),
        answer("sat: satisfiable", ".*", "SAT .*", 5),
        answer("sat: unsatisfiable", ".*", "UNSAT", 5),
        words("sat: a comment", "c .*", 30),
        words("sat: a unit clause", ".*\n-?\\d+ 0(\n.*)?", 30),
        words("sat: no clause", "(c.*\n)?p cnf \\d+ 0", 150),
        words("sat: a clause that is always true", ".*\n(\\d+) -\\1 0(\n.*)?", 60));
  }

  @ParameterizedTest(name = "{0}: once in {2} tasks at least")
  @MethodSource("cases")
  void occurs_in_every_split(String name, Predicate<Task> condition, int oneIn) {
    String family = name.substring(0, name.indexOf(':'));
    for (Split split : List.of(Split.TUNING, Split.VALIDATION, Split.HELD_OUT)) {
      long found = Draws.of(family, split).stream().filter(condition).count();

      assertThat(found).as("%s in %s", name, split).isGreaterThanOrEqualTo(DRAWN / oneIn);
    }
  }

  /** Draws of a few tasks each for many seeds, made once for all cases. */
  private static final class Draws {
    private static final Map<String, List<Task>> MADE = new ConcurrentHashMap<>();

    static List<Task> of(String family, Split split) {
      return MADE.computeIfAbsent(family + split, key -> made(family, split));
    }

    private static List<Task> made(String family, Split split) {
      List<TaskFamily> families =
          Stream.of(PredefinedSuites.logicFamilies(), PredefinedSuites.mathsFamilies())
              .flatMap(List::stream)
              .filter(f -> f.name().equals(family))
              .toList();
      GeneratedSuite suite = GeneratedSuite.of("edges", families).withTasksPerFamily(10);
      return LongStream.range(0, DRAWN / 10)
          .boxed()
          .flatMap(seed -> suite.tasks(split, seed).stream())
          .toList();
    }
  }

  private static Arguments words(String name, String pattern, int oneIn) {
    return answer(name, pattern, "(?s).*", oneIn);
  }

  private static Arguments answer(String name, String pattern, String answer, int oneIn) {
    Predicate<Task> condition =
        task -> body(task).matches("(?s)" + pattern) && task.expected().matches(answer);
    return Arguments.of(name, condition, oneIn);
  }

  private static Arguments range(
      String name, String pattern, BiPredicate<Long, Long> test, int oneIn) {
    Predicate<Task> condition =
        task -> body(task).matches(pattern) && test.test(number(task, 1), number(task, 2));
    return Arguments.of(name, condition, oneIn);
  }

  private static Arguments product(String name, String pattern, int oneIn) {
    Predicate<Task> condition =
        task ->
            body(task).matches(pattern)
                && BigInteger.valueOf(number(task, 1))
                        .multiply(BigInteger.valueOf(number(task, 2)))
                        .bitLength()
                    > 63;
    return Arguments.of(name, condition, oneIn);
  }

  private static boolean isLonger(long low, long high) {
    return Long.toString(low).length() < Long.toString(high).length();
  }

  private static long number(Task task, int word) {
    return Long.parseLong(Arrays.asList(body(task).split(" ")).get(word));
  }

  private static String body(Task task) {
    return task.input().substring(task.family().length() + 1);
  }
}
