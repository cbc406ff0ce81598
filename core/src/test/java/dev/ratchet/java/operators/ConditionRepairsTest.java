package dev.ratchet.java.operators;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConditionRepairsTest {
  @Nested
  class Relational_operator {
    private static final String NAME = "relational-operator";

    @Test
    void at_a_boundary() {
      Probe.of(
              NAME,
              """
              static boolean adult(int age) {
                return age > 18;
              }
              """)
          .givesAmongOthers("return age >= 18;");
    }

    @Test
    void in_a_loop() {
      Probe.of(
              NAME,
              """
              static int sum(int n) {
                int s = 0;
                for (int i = 1; i < n; i++) {
                  s += i;
                }
                return s;
              }
              """)
          .givesAmongOthers("for (int i = 1; i <= n; i++) {");
    }

    @Test
    void between_equal_and_not() {
      Probe.of(
              NAME,
              """
              static boolean none(String s) {
                return s != null;
              }
              """)
          .givesAmongOthers("return s == null;");
    }

    @Test
    void not_in_arithmetic() {
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
  class Negate_condition {
    private static final String NAME = "negate-condition";

    @Test
    void that_lacks_a_not() {
      Probe.of(
              NAME,
              """
              static int size(java.util.List<String> s) {
                if (s.isEmpty()) {
                  return 1;
                }
                return 0;
              }
              """)
          .givesAmongOthers("if (!s.isEmpty()) {");
    }

    @Test
    void that_has_one_too_many() {
      Probe.of(
              NAME,
              """
              static boolean odd(boolean even) {
                return !even;
              }
              """)
          .givesAmongOthers("return even;");
    }

    @Test
    void in_one_clause() {
      Probe.of(
              NAME,
              """
              static boolean both(boolean a, boolean b) {
                return a && b;
              }
              """)
          .givesAmongOthers("return a && !b;");
    }

    @Test
    void not_a_number() {
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
  class Boolean_connective {
    private static final String NAME = "boolean-connective";

    @Test
    void and_becomes_or() {
      Probe.of(
              NAME,
              """
              static boolean inside(int a) {
                return a > 0 && a < 9;
              }
              """)
          .givesAmongOthers("return a > 0 || a < 9;");
    }

    @Test
    void or_becomes_and() {
      Probe.of(
              NAME,
              """
              static boolean outside(int a) {
                return a < 0 || a > 9;
              }
              """)
          .givesAmongOthers("return a < 0 && a > 9;");
    }

    @Test
    void only_one_clause_is_left() {
      Probe.of(
              NAME,
              """
              static boolean odd(int a) {
                return a > 0 && a % 2 == 1;
              }
              """)
          .givesAmongOthers("return a % 2 == 1;");
    }

    @Test
    void not_bits() {
      Probe.of(
              NAME,
              """
              static int both(int a, int b) {
                return a & b;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Flip_boolean {
    private static final String NAME = "flip-boolean";

    @Test
    void in_a_return() {
      Probe.of(
              NAME,
              """
              static boolean found(int a) {
                if (a > 3) {
                  return true;
                }
                return a == 1;
              }
              """)
          .givesAmongOthers("return false;");
    }

    @Test
    void in_a_declaration() {
      Probe.of(
              NAME,
              """
              static boolean any(int a) {
                boolean any = true;
                any = any || a > 3;
                return any;
              }
              """)
          .givesAmongOthers("boolean any = false;");
    }

    @Test
    void in_an_argument() {
      Probe.of(
              NAME,
              """
              static String text(int a) {
                return String.valueOf(false);
              }
              """)
          .givesAmongOthers("return String.valueOf(true);");
    }

    @Test
    void not_in_words() {
      Probe.of(
              NAME,
              """
              static String text() {
                return "true";
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Equals_not_identity {
    private static final String NAME = "equals-not-identity";

    @Test
    void of_texts() {
      Probe.of(
              NAME,
              """
              static boolean same(String a, String b) {
                return a == b;
              }
              """)
          .givesAmongOthers("return a.equals(b);");
    }

    @Test
    void of_boxes() {
      Probe.of(
              NAME,
              """
              static boolean differ(Integer a, Integer b) {
                return a != b;
              }
              """)
          .givesAmongOthers("return !a.equals(b);");
    }

    @Test
    void of_elements() {
      Probe.of(
              NAME,
              """
              static boolean same(java.util.List<Long> a) {
                return a.get(0) == a.get(1);
              }
              """)
          .givesAmongOthers("return a.get(0).equals(a.get(1));");
    }

    @Test
    void not_of_primitives_or_null() {
      Probe.of(
              NAME,
              """
              static boolean same(int a, String b) {
                return a == 3 && b == null;
              }
              """)
          .givesNothing();
    }
  }
}
