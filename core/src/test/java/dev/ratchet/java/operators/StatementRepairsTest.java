package dev.ratchet.java.operators;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatementRepairsTest {
  @Nested
  class Delete_statement {
    private static final String NAME = "delete-statement";

    @Test
    void one_too_many() {
      Probe.of(
              NAME,
              """
              static int twice(int a) {
                a++;
                a = a * 2;
                return a;
              }
              """)
          .givesAmongOthers("static int twice(int a) { a = a * 2; return a; }");
    }

    @Test
    void a_call() {
      Probe.of(
              NAME,
              """
              static void fill(java.util.List<Integer> all) {
                all.add(1);
                all.clear();
              }
              """)
          .givesAmongOthers("static void fill(java.util.List<Integer> all) { all.add(1); }");
    }

    @Test
    void leaving_early() {
      Probe.of(
              NAME,
              """
              static int sum(int a) {
                if (a < 0) {
                  return 0;
                }
                return a;
              }
              """)
          .givesAmongOthers("static int sum(int a) { return a; }");
    }

    @Test
    void not_a_declaration() {
      Probe.of(
              NAME,
              """
              static int same(int a) {
                int b = a;
                return b;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Swap_statements {
    private static final String NAME = "swap-statements";

    @Test
    void of_which_one_needs_the_other() {
      Probe.of(
              NAME,
              """
              static int next(int a, int b) {
                a += b;
                b = a * 2;
                return b;
              }
              """)
          .givesAmongOthers("b = a * 2; a += b;");
    }

    @Test
    void a_test_and_a_step() {
      Probe.of(
              NAME,
              """
              static int next(int a) {
                a++;
                if (a > 3) {
                  a = 0;
                }
                return a;
              }
              """)
          .givesAmongOthers("if (a > 3) { a = 0; } a++;");
    }

    @Test
    void on_one_object() {
      Probe.of(
              NAME,
              """
              static void fill(java.util.List<Integer> all) {
                all.clear();
                all.add(1);
              }
              """)
          .givesAmongOthers("all.add(1); all.clear();");
    }

    @Test
    void not_where_the_order_cannot_matter() {
      Probe.of(
              NAME,
              """
              static int sum(int a, int b) {
                a++;
                b++;
                return a + b;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Missing_else {
    private static final String NAME = "missing-else";

    @Test
    void between_two_tests() {
      Probe.of(
              NAME,
              """
              static int clamp(int a) {
                if (a < 3) {
                  a = 7;
                }
                if (a > 5) {
                  a = 5;
                }
                return a;
              }
              """)
          .givesAmongOthers("} else if (a > 5) {");
    }

    @Test
    void with_a_test_of_its_own_else() {
      Probe.of(
              NAME,
              """
              static int step(int a) {
                if (a == 1) {
                  a = 2;
                }
                if (a == 2) {
                  a = 3;
                } else {
                  a = 1;
                }
                return a;
              }
              """)
          .givesAmongOthers("} else if (a == 2) {");
    }

    @Test
    void without_braces() {
      Probe.of(
              NAME,
              """
              static int step(int a) {
                if (a == 1) a = 2;
                if (a == 2) a = 3;
                return a;
              }
              """)
          .givesAmongOthers("else if (a == 2) a = 3;");
    }

    @Test
    void not_after_leaving() {
      Probe.of(
              NAME,
              """
              static int sign(int a) {
                if (a < 0) {
                  return -1;
                }
                if (a > 0) {
                  return 1;
                }
                return 0;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Break_or_continue {
    private static final String NAME = "break-or-continue";

    @Test
    void break_becomes_continue() {
      Probe.of(
              NAME,
              """
              static int sum(int[] all) {
                int s = 0;
                for (int a : all) {
                  if (a < 0) {
                    break;
                  }
                  s += a;
                }
                return s;
              }
              """)
          .givesAmongOthers("continue;");
    }

    @Test
    void continue_becomes_break() {
      Probe.of(
              NAME,
              """
              static int sum(int[] all) {
                int s = 0;
                for (int a : all) {
                  if (a < 0) {
                    continue;
                  }
                  s += a;
                }
                return s;
              }
              """)
          .givesAmongOthers("break;");
    }

    @Test
    void with_a_label() {
      Probe.of(
              NAME,
              """
              static int sum(int[] all) {
                int s = 0;
                outer:
                for (int a : all) {
                  for (int b : all) {
                    if (a < b) {
                      continue outer;
                    }
                    s += a;
                  }
                }
                return s;
              }
              """)
          .givesAmongOthers("break outer;");
    }

    @Test
    void not_in_a_switch_alone() {
      Probe.of(
              NAME,
              """
              static int sign(int a) {
                int s = 0;
                switch (a) {
                  case 1:
                    s = 4;
                    break;
                  default:
                    s = 5;
                }
                return s;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Move_into_loop {
    private static final String NAME = "move-into-loop";

    @Test
    void a_sum_per_row() {
      Probe.of(
              NAME,
              """
              static int[] sums(int[][] rows) {
                int[] sums = new int[rows.length];
                int sum = 0;
                for (int i = 0; i < rows.length; i++) {
                  for (int a : rows[i]) {
                    sum += a;
                  }
                  sums[i] = sum;
                }
                return sums;
              }
              """)
          .givesAmongOthers("{ int sum = 0; for (int a : rows[i]) {");
    }

    @Test
    void a_list_per_group() {
      Probe.of(
              NAME,
              """
              static void print(java.util.List<String> all, int n) {
                java.util.List<Integer> group = new java.util.ArrayList<>();
                while (n > 0) {
                  group.add(n--);
                  all.add(group.toString());
                }
              }
              """)
          .givesAmongOthers("while (n > 0) { java.util.List<Integer> group");
    }

    @Test
    void a_flag_per_candidate() {
      Probe.of(
              NAME,
              """
              static int count(int n) {
                int count = 0;
                boolean ok = true;
                for (int i = 0; i < n; i++) {
                  ok = ok && i % 3 > 0;
                  if (ok) {
                    count++;
                  }
                }
                return count;
              }
              """)
          .givesAmongOthers("{ boolean ok = true; ok = ok && i % 3 > 0;");
    }

    @Test
    void not_what_is_read_after_the_loop() {
      Probe.of(
              NAME,
              """
              static int sum(int n) {
                int s = 0;
                for (int i = 0; i < n; i++) {
                  s += i;
                }
                return s;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Move_out_of_loop {
    private static final String NAME = "move-out-of-loop";

    @Test
    void a_step() {
      Probe.of(
              NAME,
              """
              static int f(int n) {
                int s = 0;
                int t = 0;
                for (int i = 0; i < n; i++) {
                  s += i;
                  t++;
                }
                return s + t;
              }
              """)
          .givesAmongOthers("s += i; } t++;");
    }

    @Test
    void a_result() {
      Probe.of(
              NAME,
              """
              static boolean all(int[] a) {
                for (int x : a) {
                  if (x < 0) {
                    return false;
                  }
                  return true;
                }
                return false;
              }
              """)
          .givesAmongOthers("return false; } } return true; }");
    }

    @Test
    void a_call() {
      Probe.of(
              NAME,
              """
              static void fill(java.util.List<Integer> all, int n) {
                while (n > 0) {
                  n--;
                  all.clear();
                }
              }
              """)
          .givesAmongOthers("n--; } all.clear();");
    }

    @Test
    void not_what_only_the_loop_knows() {
      Probe.of(
              NAME,
              """
              static int sum(int[] all) {
                int s = 0;
                for (int a : all) {
                  s -= 1;
                  s += a;
                }
                return s;
              }
              """)
          .givesNothing();
    }
  }
}
