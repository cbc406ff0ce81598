package dev.ratchet.java.operators;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NameRepairsTest {
  @Nested
  class Opposite_call {
    private static final String NAME = "opposite-call";

    @Test
    void the_smaller_for_the_larger() {
      Probe.of(
              NAME,
              """
              static int best(int a, int b) {
                return Math.max(a, b);
              }
              """)
          .givesAmongOthers("return Math.min(a, b);");
    }

    @Test
    void the_last_for_the_first() {
      Probe.of(
              NAME,
              """
              static int at(String s) {
                return s.indexOf('x');
              }
              """)
          .givesAmongOthers("return s.lastIndexOf('x');");
    }

    @Test
    void all_for_any() {
      Probe.of(
              NAME,
              """
              static boolean any(java.util.List<Integer> all) {
                return all.stream().anyMatch(i -> i > 3);
              }
              """)
          .givesAmongOthers("return all.stream().allMatch(i -> i > 3);");
    }

    @Test
    void not_a_method_of_the_program() {
      Probe.of(
              NAME,
              """
              static int max(int a, int b) {
                return a > b ? a : b;
              }
              static int best(int a, int b) {
                return max(a, b);
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Swap_arguments {
    private static final String NAME = "swap-arguments";

    @Test
    void of_a_method_of_the_program() {
      Probe.of(
              NAME,
              """
              static int take(int from, int to) {
                return to - from;
              }
              static int back(int from, int to) {
                return take(to, from);
              }
              """)
          .givesAmongOthers("return take(from, to);");
    }

    @Test
    void of_the_JDK() {
      Probe.of(
              NAME,
              """
              static String cut(String s, int a, int b) {
                return s.substring(a, b);
              }
              """)
          .givesAmongOthers("return s.substring(b, a);");
    }

    @Test
    void further_apart() {
      Probe.of(
              NAME,
              """
              static int mix(int a, String s, int b) {
                return a * 7 + b;
              }
              static int use(int x, int y) {
                return mix(x, "", y);
              }
              """)
          .givesAmongOthers("return mix(y, \"\", x);");
    }

    @Test
    void not_of_different_types() {
      Probe.of(
              NAME,
              """
              static String cut(String s, int a) {
                return String.join(s, java.util.List.of(s));
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Other_variable {
    private static final String NAME = "other-variable";

    @Test
    void of_the_same_type() {
      Probe.of(
              NAME,
              """
              static int area(int width, int height) {
                return width * width;
              }
              """)
          .givesAmongOthers("return width * height;");
    }

    @Test
    void a_counter() {
      Probe.of(
              NAME,
              """
              static int sum(int n) {
                int s = 0;
                for (int i = 0; i < n; i++) {
                  for (int j = 0; j < n; j++) {
                    s += i;
                  }
                }
                return s;
              }
              """)
          .givesAmongOthers("s += j;");
    }

    @Test
    void a_field() {
      Probe.of(
              NAME,
              """
              int total;
              int limit;
              int left() {
                return total;
              }
              """)
          .givesAmongOthers("return limit;");
    }

    @Test
    void not_of_another_type() {
      Probe.of(
              NAME,
              """
              static int size(int a, long b) {
                return a;
              }
              """)
          .givesNothing();
    }
  }
}
