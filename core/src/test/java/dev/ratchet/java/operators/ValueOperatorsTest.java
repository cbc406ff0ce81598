package dev.ratchet.java.operators;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValueOperatorsTest {
  @Nested
  class Reuse_result {
    private static final String NAME = "reuse-result";
    private static final String WEIGHT =
        """
        static int weight(int n) {
          int sum = 0;
          for (int i = 0; i < n; i++) {
            sum += i % 7;
          }
          return sum;
        }
        """;

    @Test
    void of_a_method_called_twice_in_one_expression() {
      Probe.keeps(
          NAME,
          WEIGHT
              + """
              static int square(int n) {
                return weight(n) * weight(n);
              }
              """,
          """
          int weightValue = weight(n);
          return weightValue * weightValue;
          """,
          "square",
          20);
    }

    @Test
    void of_a_variable_that_has_it_already() {
      Probe.keeps(
          NAME,
          WEIGHT
              + """
              static int best(int n, int m) {
                int mine = weight(n);
                if (mine > m) {
                  return weight(n) + 1;
                }
                return m - weight(n);
              }
              """,
          """
          int mine = weight(n);
          if (mine > m) {
            return mine + 1;
          }
          return m - mine;
          """,
          "best",
          20,
          3);
    }

    @Test
    void of_a_test_made_again() {
      Probe.keeps(
          NAME,
          """
          static String word(String text) {
            if (text.trim().isEmpty()) {
              return "none";
            }
            return text.trim();
          }
          """,
          """
          String textTrimValue = text.trim();
          if (textTrimValue.isEmpty()) {
            return "none";
          }
          return textTrimValue;
          """,
          "word",
          "  a ");
    }

    @Test
    void not_when_something_changed_between() {
      Probe.of(
              NAME,
              WEIGHT
                  + """
                  static int both(int n) {
                    int one = weight(n);
                    n++;
                    return one + weight(n);
                  }
                  """)
          .givesNothing();
    }
  }

  @Nested
  class Guard_first {
    private static final String NAME = "guard-first";

    @Test
    void before_a_computation() {
      Probe.keeps(
          NAME,
          """
          static double mean(List<Integer> all, double limit) {
            double root = Math.sqrt(limit) + Math.log(limit);
            if (all.isEmpty()) {
              return 0;
            }
            return all.get(0) * root;
          }
          """,
          """
          if (all.isEmpty()) {
            return 0;
          }
          double root = Math.sqrt(limit) + Math.log(limit);
          return all.get(0) * root;
          """,
          "mean",
          java.util.List.of(),
          2.0);
    }

    @Test
    void before_a_loop_that_fills_a_local() {
      Probe.keeps(
          NAME,
          """
          static int sum(int[] all, int least) {
            int sum = 0;
            for (int one : all) {
              sum += one;
            }
            if (all.length < least) {
              return -1;
            }
            return sum;
          }
          """,
          """
          if (all.length < least) {
            return -1;
          }
          int sum = 0;
          for (int one : all) {
          """,
          "sum",
          new int[] {1, 2},
          3);
    }

    @Test
    void before_work_in_a_turn_of_a_loop() {
      Probe.keeps(
          NAME,
          """
          static int total(String[] lines) {
            int total = 0;
            for (String line : lines) {
              String[] parts = line.split(",");
              if (line.isEmpty()) continue;
              total += parts.length;
            }
            return total;
          }
          """,
          """
          if (line.isEmpty()) continue;
          String[] parts = line.split(",");
          total += parts.length;
          """,
          "total",
          (Object) new String[] {"a,b", "", "c"});
    }

    @Test
    void not_before_what_it_needs() {
      Probe.of(
              NAME,
              """
              static int total(String line) {
                String[] parts = line.split(",");
                if (parts.length < 2) {
                  return 0;
                }
                return parts.length;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Cheap_test_first {
    private static final String NAME = "cheap-test-first";
    private static final String PRIME =
        """
        static boolean prime(int n) {
          for (int i = 2; i < n; i++) {
            if (n % i == 0) {
              return false;
            }
          }
          return n > 1;
        }
        """;

    @Test
    void before_a_method_of_the_program() {
      Probe.keeps(
          NAME,
          PRIME + "static boolean fits(int n, int max) {\n  return prime(n) && n < max;\n}\n",
          "return n < max && prime(n);",
          "fits",
          13,
          12);
    }

    @Test
    void in_an_or() {
      Probe.keeps(
          NAME,
          PRIME + "static boolean fits(int n, boolean any) {\n  return prime(n) || any;\n}\n",
          "return any || prime(n);",
          "fits",
          12,
          true);
    }

    @Test
    void within_a_chain() {
      Probe.keeps(
          NAME,
          PRIME + "static boolean fits(int n, int m) {\n  return m > 0 && prime(n) && m != n;\n}\n",
          "return m > 0 && m != n && prime(n);",
          "fits",
          13,
          2);
    }

    @Test
    void not_where_the_dear_test_protects_the_cheap_one() {
      Probe.of(
              NAME,
              PRIME
                  + """
                  static boolean fits(int n, int[] all) {
                    return prime(n) && all[n] > 0;
                  }
                  """)
          .givesNothing();
    }
  }

  @Nested
  class Unbox_local {
    private static final String NAME = "unbox-local";

    @Test
    void a_sum() {
      Probe.keeps(
          NAME,
          """
          static long sum(int[] all) {
            Long sum = 0L;
            for (int one : all) {
              sum += one;
            }
            return sum;
          }
          """,
          "long sum = 0L;",
          "sum",
          (Object) new int[] {1, 2});
    }

    @Test
    void a_counter() {
      Probe.keeps(
          NAME,
          """
          static int half(int n) {
            Integer count = 0;
            while (n > 1) {
              n = n / 2;
              count = count + 1;
            }
            return count;
          }
          """,
          "int count = 0;",
          "half",
          99);
    }

    @Test
    void a_flag() {
      Probe.keeps(
          NAME,
          """
          static boolean any(int[] all) {
            Boolean any = false;
            for (int one : all) {
              any = any || one > 3;
            }
            return any;
          }
          """,
          "boolean any = false;",
          "any",
          (Object) new int[] {1, 5});
    }

    @Test
    void not_one_that_may_be_null() {
      Probe.of(
              NAME,
              """
              static int best(int[] all) {
                Integer best = 0;
                best = null;
                for (int one : all) {
                  if (best == null || one > best) {
                    best = one;
                  }
                }
                return best;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Drop_unused {
    private static final String NAME = "drop-unused";

    @Test
    void a_log_that_nobody_reads() {
      Probe.keeps(
          NAME,
          """
          static int sum(int[] all) {
            int sum = 0;
            List<String> log = new ArrayList<>();
            for (int one : all) {
              sum += one;
              log.add("now " + sum);
            }
            return sum;
          }
          """,
          """
          int sum = 0;
          for (int one : all) {
            sum += one;
          }
          """,
          "sum",
          (Object) new int[] {1, 2});
    }

    @Test
    void a_result_that_nobody_uses() {
      Probe.keeps(
          NAME,
          """
          static int length(String text) {
            String lower = text.toLowerCase().trim();
            return text.length();
          }
          """,
          """
          static int length(String text) {
            return text.length();
          }
          """,
          "length",
          "Abc");
    }

    @Test
    void a_count_of_nothing() {
      Probe.keeps(
          NAME,
          """
          static int sum(int[] all) {
            int sum = 0;
            int turns = 0;
            for (int one : all) {
              turns++;
              sum += one;
            }
            return sum;
          }
          """,
          """
          int sum = 0;
          for (int one : all) {
            sum += one;
          }
          """,
          "sum",
          (Object) new int[] {1, 2});
    }

    @Test
    void not_what_somebody_else_may_read() {
      Probe.of(
              NAME,
              """
              static List<String> log = new ArrayList<>();
              static int sum(int[] all) {
                List<String> mine = log;
                int sum = 0;
                for (int one : all) {
                  sum += one;
                  mine.add("now " + sum);
                }
                return sum;
              }
              """)
          .givesNothing();
    }
  }
}
