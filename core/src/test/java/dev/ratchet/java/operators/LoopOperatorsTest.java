package dev.ratchet.java.operators;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoopOperatorsTest {
  @Nested
  class Hoist_invariant {
    private static final String NAME = "hoist-invariant";

    @Test
    void computes_a_method_of_the_condition_once() {
      Probe.keeps(
          NAME,
          """
          static int limit(int n) {
            int i = 0;
            while (i * i < n) {
              i++;
            }
            return i;
          }
          static int sum(int n) {
            int sum = 0;
            for (int i = 0; i < limit(n); i++) {
              sum += i;
            }
            return sum;
          }
          """,
          """
          int limitValue = limit(n);
          for (int i = 0; i < limitValue; i++) {
          """,
          "sum",
          90);
    }

    @Test
    void moves_out_of_both_loops() {
      Probe.keeps(
          NAME,
          """
          static double sum(double a, int n) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
              for (int j = 0; j < n; j++) {
                sum += Math.sqrt(a) * j;
              }
            }
            return sum;
          }
          """,
          """
          double sqrtValue = Math.sqrt(a);
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
              sum += sqrtValue * j;
          """,
          "sum",
          2.0,
          5);
    }

    @Test
    void computes_what_a_lambda_asks_for_each_element_once() {
      Probe.keeps(
          NAME,
          """
          record Row(List<String> cells) {}
          static int column(List<String> header, String name) {
            return header.indexOf(name);
          }
          static long count(String name) {
            List<String> header = List.of("a", "b");
            List<Row> rows = List.of(new Row(List.of("1", "2")), new Row(List.of("3", "2")));
            return rows.stream()
                .filter(row -> row.cells().get(column(header, name)).equals("2"))
                .count();
          }
          """,
          """
          int columnValue = column(header, name);
          return rows.stream()
              .filter(row -> row.cells().get(columnValue).equals("2"))
          """,
          "count",
          "b");
    }

    @Test
    void leaves_in_a_lambda_what_depends_on_the_element_or_runs_once_at_most() {
      Probe.of(
              NAME,
              """
              static int half(int a) {
                return a / 2;
              }
              static int f(List<Integer> all, Map<Integer, Integer> known, int n) {
                all.removeIf(a -> half(a) > n);
                return known.computeIfAbsent(n, k -> half(n));
              }
              """)
          .givesNothing();
    }

    @Test
    void goes_through_the_same_texts_in_each_turn() {
      Probe.keeps(
          NAME,
          """
          static List<String> words(String text) {
            return new ArrayList<>(List.of(text.split(" ")));
          }
          static int pairs(String text) {
            int n = 0;
            for (int i = 0; i < 3; i++) {
              for (String word : words(text)) {
                n += word.length() + i;
              }
            }
            return n;
          }
          """,
          """
          List<String> wordsValue = words(text);
          for (int i = 0; i < 3; i++) {
            for (String word : wordsValue) {
          """,
          "pairs",
          "a bc def");
    }

    @Test
    void gives_each_turn_its_own_elements_where_they_can_change() {
      Probe.of(
              NAME,
              """
              static List<int[]> fresh(int n) {
                return new ArrayList<>(List.of(new int[n]));
              }
              static int f(int n) {
                int sum = 0;
                for (int i = 0; i < n; i++) {
                  for (int[] each : fresh(n)) {
                    sum += each[0]++;
                  }
                }
                return sum;
              }
              """)
          .givesNothing();
    }

    @Test
    void splits_a_text_once() {
      Probe.keeps(
          NAME,
          """
          static int letters(String line) {
            int n = 0;
            for (int i = 0; i < line.split(",").length; i++) {
              n += line.split(",")[i].trim().length();
            }
            return n;
          }
          """,
          """
          String[] lineSplitValue = line.split(",");
          for (int i = 0; i < lineSplitValue.length; i++) {
            n += lineSplitValue[i].trim().length();
          """,
          "letters",
          "a, bc ,def");
    }

    @Test
    void leaves_what_the_loop_changes() {
      Probe.of(
              NAME,
              """
              static int drain(List<String> queue) {
                int turns = 0;
                while (queue.toString().length() > 2) {
                  queue.remove(0);
                  turns++;
                }
                return turns;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Tighten_bound {
    private static final String NAME = "tighten-bound";

    @Test
    void ends_a_search_below_the_number() {
      Probe.keeps(
          NAME,
          """
          static boolean isPrime(int n) {
            for (int i = 2; i < n; i++) {
              if (n % i == 0) {
                return false;
              }
            }
            return n > 1;
          }
          """,
          "for (int i = 2; i <= n / i; i++) {",
          "isPrime",
          49);
    }

    @Test
    void ends_a_search_up_to_the_half() {
      Probe.keeps(
          NAME,
          """
          static boolean isComposite(long n) {
            boolean found = false;
            for (long i = 2; i <= n / 2; i++) {
              if (n % i == 0) found = true;
            }
            return found;
          }
          """,
          "for (long i = 2; i <= n / i; i++) {",
          "isComposite",
          91L);
    }

    @Test
    void keeps_what_is_left_as_the_last_factor() {
      Probe.keeps(
          NAME,
          """
          static List<Long> factors(long n) {
            List<Long> all = new ArrayList<>();
            for (long p = 2; p <= n; p++) {
              while (n % p == 0) {
                all.add(p);
                n /= p;
              }
            }
            return all;
          }
          """,
          """
          for (long p = 2; p <= n / p; p++) {
            while (n % p == 0) {
              all.add(p);
              n /= p;
            }
          }
          if (n > 1) {
            all.add(n);
          }
          return all;
          """,
          "factors",
          2 * 2 * 7 * 53L);
    }

    @Test
    void leaves_a_loop_that_needs_every_divisor() {
      Probe.of(
              NAME,
              """
              static int divisors(int n) {
                int count = 0;
                for (int i = 2; i < n; i++) {
                  if (n % i == 0) {
                    count++;
                  }
                }
                return count;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Skip_even {
    private static final String NAME = "skip-even";

    @Test
    void in_a_search_that_returns() {
      Probe.keeps(
          NAME,
          """
          static boolean isPrime(int n) {
            for (int i = 2; i * i <= n; i++) {
              if (n % i == 0) {
                return false;
              }
            }
            return n > 1;
          }
          """,
          "for (int i = 2; i * i <= n; i += i == 2 ? 1 : 2) {",
          "isPrime",
          49);
    }

    @Test
    void in_a_search_that_breaks() {
      Probe.keeps(
          NAME,
          """
          static boolean isPrime(int n) {
            boolean prime = n > 1;
            for (int i = 2; i < n; i++) {
              if (n % i == 0) {
                prime = false;
                break;
              }
            }
            return prime;
          }
          """,
          "for (int i = 2; i < n; i += i == 2 ? 1 : 2) {",
          "isPrime",
          25);
    }

    @Test
    void in_a_search_that_sets_a_flag() {
      Probe.keeps(
          NAME,
          """
          static boolean isPrime(long n) {
            boolean prime = n > 1;
            for (long d = 2; d <= n / 2; ++d) {
              if (n % d == 0) prime = false;
            }
            return prime;
          }
          """,
          "d <= n / 2; d += d == 2 ? 1 : 2) {",
          "isPrime",
          27L);
    }

    @Test
    void not_where_the_divisor_matters() {
      Probe.of(
              NAME,
              """
              static int last(int n) {
                int last = 1;
                for (int i = 2; i < n; i++) {
                  if (n % i == 0) {
                    last = i;
                  }
                }
                return last;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Absorb_guard {
    private static final String NAME = "absorb-guard";

    @Test
    void starts_after_what_is_skipped() {
      Probe.keeps(
          NAME,
          """
          static int pairs(int n) {
            int pairs = 0;
            for (int i = 0; i < n; i++) {
              for (int j = 0; j < n; j++) {
                if (j <= i) {
                  continue;
                }
                pairs += i * j;
              }
            }
            return pairs;
          }
          """,
          "for (int j = Math.max(0, i + 1); j < n; j++) {",
          "pairs",
          7);
    }

    @Test
    void starts_where_the_only_test_begins_to_hold() {
      Probe.keeps(
          NAME,
          """
          static int sum(int n, int from) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
              if (i >= from) {
                sum += i;
              }
            }
            return sum;
          }
          """,
          "for (int i = Math.max(0, from); i < n; i++) {",
          "sum",
          9,
          -4);
    }

    @Test
    void ends_where_the_only_test_ceases_to_hold() {
      Probe.keeps(
          NAME,
          """
          static int sum(int n, int to) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
              if (to > i) {
                sum += i;
              }
            }
            return sum;
          }
          """,
          "for (int i = 0; i < n && i < to; i++) {",
          "sum",
          9,
          4);
    }

    @Test
    void leaves_a_test_whose_bound_moves() {
      Probe.of(
              NAME,
              """
              static int sum(int n, int to) {
                int sum = 0;
                for (int i = 0; i < n; i++) {
                  if (i > to) {
                    to += 2;
                    sum += i;
                  }
                }
                return sum;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Early_exit {
    private static final String NAME = "early-exit";

    @Test
    void when_a_flag_is_settled() {
      Probe.keeps(
          NAME,
          """
          static boolean sorted(int[] all) {
            boolean ok = true;
            for (int i = 1; i < all.length; i++) {
              ok = ok && all[i - 1] <= all[i];
            }
            return ok;
          }
          """,
          """
          ok = ok && all[i - 1] <= all[i];
          if (!ok) {
            break;
          }
          """,
          "sorted",
          (Object) new int[] {3, 1, 2});
    }

    @Test
    void when_the_first_find_is_kept() {
      Probe.keeps(
          NAME,
          """
          static int find(String[] words, char first) {
            int at = -1;
            for (int i = 0; i < words.length; i++) {
              if (at == -1 && words[i].charAt(0) == first) {
                at = i;
              }
            }
            return at;
          }
          """,
          """
          if (at != -1) {
            break;
          }
          """,
          "find",
          new String[] {"ab", "cd", "ce"},
          'c');
    }

    @Test
    void when_a_count_is_beyond_all_comparisons() {
      Probe.keeps(
          NAME,
          """
          static boolean unique(List<Integer> all, int one) {
            int count = 0;
            for (int other : all)
              if (other == one) count++;
            return count == 1;
          }
          """,
          """
          if (count > 1) {
            break;
          }
          """,
          "unique",
          java.util.List.of(1, 2, 1, 3),
          1);
    }

    @Test
    void not_when_the_loop_does_something_else() {
      Probe.of(
              NAME,
              """
              static boolean clean(List<Integer> all, List<Integer> bad) {
                boolean ok = true;
                for (int one : all) {
                  if (one < 0) {
                    ok = false;
                    bad.add(one);
                  }
                }
                return ok;
              }
              """)
          .givesNothing();
    }

    @Test
    void not_when_the_last_find_is_kept() {
      Probe.of(
              NAME,
              """
              static int find(int[] all, int wanted) {
                int at = -1;
                for (int i = 0; i < all.length; i++) {
                  if (all[i] == wanted) {
                    at = i;
                  }
                }
                return at;
              }
              """)
          .givesNothing();
    }
  }
}
