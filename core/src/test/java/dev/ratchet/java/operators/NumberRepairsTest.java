package dev.ratchet.java.operators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NumberRepairsTest {
  @Nested
  class Arithmetic_operator {
    private static final String NAME = "arithmetic-operator";

    @Test
    void plus_becomes_minus() {
      Probe.of(
              NAME,
              """
              static int diff(int a, int b) {
                return a + b;
              }
              """)
          .givesAmongOthers("return a - b;");
    }

    @Test
    void quotient_becomes_remainder() {
      Probe.of(
              NAME,
              """
              static int last(int a) {
                return a / 10;
              }
              """)
          .givesAmongOthers("return a % 10;");
    }

    @Test
    void add_becomes_subtract() {
      Probe.of(
              NAME,
              """
              static int rest(int a, int b) {
                a += b;
                return a;
              }
              """)
          .givesAmongOthers("a -= b;");
    }

    @Test
    void not_texts() {
      Probe.of(
              NAME,
              """
              static String both(String a, String b) {
                return a + b;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Off_by_one {
    private static final String NAME = "off-by-one";

    @Test
    void doubts_a_count_sooner_than_a_number_that_was_read() {
      double count = weight("static int f(String s) { return s.indexOf('a'); }");
      double read = weight("static int f(String s) { return Integer.parseInt(s); }");

      assertThat(read).isPositive().isLessThan(count);
    }

    private static double weight(String members) {
      return Probe.of(NAME, members).rewrites().get(0).weight();
    }

    @Test
    void one_less_in_an_argument() {
      Probe.of(
              NAME,
              """
              static String tail(String s, int from) {
                return s.substring(from);
              }
              """)
          .givesAmongOthers("return s.substring(from + 1);");
    }

    @Test
    void one_dropped() {
      Probe.of(
              NAME,
              """
              static int last(int[] all) {
                int n = 0;
                for (int i = 0; i < all.length - 1; i++) {
                  n += all[i];
                }
                return n;
              }
              """)
          .givesAmongOthers("for (int i = 0; i < all.length; i++) {");
    }

    @Test
    void one_more_in_a_result() {
      Probe.of(
              NAME,
              """
              static int size(int from, int to) {
                return to - from;
              }
              """)
          .givesAmongOthers("return to - from + 1;");
    }

    @Test
    void not_a_text() {
      Probe.of(
              NAME,
              """
              static String same(String s) {
                return s;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Nudge_constant {
    private static final String NAME = "nudge-constant";

    @Test
    void up() {
      Probe.of(
              NAME,
              """
              static int start() {
                return 0;
              }
              """)
          .givesAmongOthers("return 1;");
    }

    @Test
    void down() {
      Probe.of(
              NAME,
              """
              static int limit(int[] a) {
                return a[2];
              }
              """)
          .givesAmongOthers("return a[1];");
    }

    @Test
    void below_zero() {
      Probe.of(
              NAME,
              """
              static int none() {
                return 0;
              }
              """)
          .givesAmongOthers("return -1;");
    }

    @Test
    void not_a_fraction() {
      Probe.of(
              NAME,
              """
              static double half() {
                return 0.5;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Swap_operands {
    private static final String NAME = "swap-operands";

    @Test
    void of_a_difference() {
      Probe.of(
              NAME,
              """
              static int diff(int a, int b) {
                return a - b;
              }
              """)
          .givesAmongOthers("return b - a;");
    }

    @Test
    void of_a_quotient() {
      Probe.of(
              NAME,
              """
              static int ratio(int a, int b) {
                return (a + 1) / b;
              }
              """)
          .givesAmongOthers("return b / (a + 1);");
    }

    @Test
    void of_a_remainder() {
      Probe.of(
              NAME,
              """
              static int rest(int a, int b) {
                return a % b;
              }
              """)
          .givesAmongOthers("return b % a;");
    }

    @Test
    void not_of_a_sum() {
      Probe.of(
              NAME,
              """
              static int sum(int a, int b) {
                return a + b;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Floor_remainder {
    private static final String NAME = "floor-remainder";

    @Test
    void of_a_difference() {
      Probe.of(
              NAME,
              """
              static int turn(int a, int b) {
                return (a - b) % 12;
              }
              """)
          .givesAmongOthers("return Math.floorMod(a - b, 12);");
    }

    @Test
    void of_a_variable() {
      Probe.of(
              NAME,
              """
              static long turn(long a, long b) {
                return a % b;
              }
              """)
          .givesAmongOthers("return Math.floorMod(a, b);");
    }

    @Test
    void in_an_index() {
      Probe.of(
              NAME,
              """
              static int at(int[] all, int i) {
                return all[i % all.length];
              }
              """)
          .givesAmongOthers("return all[Math.floorMod(i, all.length)];");
    }

    @Test
    void not_of_a_test_for_divisors() {
      Probe.of(
              NAME,
              """
              static boolean even(int a) {
                return a % 2 == 0;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Widen_arithmetic {
    private static final String NAME = "widen-arithmetic";

    @Test
    void before_a_cast() {
      Probe.of(
              NAME,
              """
              static long area(int a, int b) {
                return (long) (a * b);
              }
              """)
          .givesAmongOthers("return ((long) a * b);");
    }

    @Test
    void for_a_long_variable() {
      Probe.of(
              NAME,
              """
              static long area(int a, int b) {
                long area = a * b;
                return area;
              }
              """)
          .givesAmongOthers("long area = ((long) a * b);");
    }

    @Test
    void for_a_remainder() {
      Probe.of(
              NAME,
              """
              static int next(int a, int b, int m) {
                return a * b % m;
              }
              """)
          .givesAmongOthers("return ((int) ((long) a * b % m));");
    }

    @Test
    void not_of_ints_for_ints() {
      Probe.of(
              NAME,
              """
              static int area(int a, int b) {
                return a * b;
              }
              """)
          .givesNothing();
    }
  }
}
