package dev.ratchet.java.operators;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallCachesTest {
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

  @Nested
  class Beside_a_loop {
    private static final String NAME = "cache-loop-call";

    @Test
    void remembers_a_method_of_one_number() {
      Probe.keeps(
          NAME,
          WEIGHT
              + """
              static int total(int[] all) {
                int total = 0;
                for (int one : all) {
                  total += weight(one);
                }
                return total;
              }
              """,
          """
          static int total(int[] all) {
            int total = 0;
            Map<Integer, Integer> weightKnown = new HashMap<>();
            for (int one : all) {
              total += weightOnce(one, weightKnown);
            }
            return total;
          }

          private static int weightOnce(int n, Map<Integer, Integer> weightKnown) {
            Integer value = weightKnown.get(n);
            if (value == null) {
              value = weight(n);
              weightKnown.put(n, value);
            }
            return value;
          }
          """,
          "total",
          (Object) new int[] {3, 9, 3, 9, 100});
    }

    @Test
    void remembers_over_the_outermost_loop() {
      Probe.keeps(
          NAME,
          WEIGHT
              + """
              static int total(int n) {
                int total = 0;
                for (int i = 0; i < n; i++) {
                  for (int j = 0; j < n; j++) {
                    total += weight(i + j);
                  }
                }
                return total;
              }
              """,
          """
          Map<Integer, Integer> weightKnown = new HashMap<>();
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
              total += weightOnce(i + j, weightKnown);
          """,
          "total",
          9);
    }

    @Test
    void remembers_a_method_of_texts() {
      Probe.keeps(
          NAME,
          """
          static int vowels(String word, String which) {
            int n = 0;
            for (char c : word.toCharArray()) {
              n += which.indexOf(c) >= 0 ? 1 : 0;
            }
            return n;
          }
          static int all(String[] words) {
            int n = 0;
            int i = 0;
            while (i < words.length) {
              n += vowels(words[i], "aeiou");
              i++;
            }
            return n;
          }
          """,
          """
          private static int vowelsOnce(String word, String which, Map<List<Object>, Integer> vowelsKnown) {
            List<Object> key = Arrays.<Object>asList(word, which);
          """,
          "all",
          (Object) new String[] {"alpha", "beta", "alpha"});
    }

    @Test
    void asks_again_when_the_method_reads_what_the_loop_writes() {
      Probe.of(
              NAME,
              """
              int base;
              int weight(int n) {
                int sum = base;
                for (int i = 0; i < n; i++) {
                  sum += i % 7;
                }
                return sum;
              }
              int total(int[] all) {
                int total = 0;
                for (int one : all) {
                  base++;
                  total += weight(one);
                }
                return total;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class In_an_object {
    private static final String NAME = "cache-in-instance";

    @Test
    void keeps_a_total_of_what_never_changes() {
      Probe.keeps(
          NAME,
          """
          private final int size;
          Sample(int size) {
            this.size = size;
          }
          int area() {
            int area = 0;
            for (int i = 0; i < size; i++) {
              area += i;
            }
            return area;
          }
          static int twice(int n) {
            Sample s = new Sample(n);
            return s.area() + s.area();
          }
          """,
          """
          private Integer areaKnown;
          private final int size;
          Sample(int size) {
            this.size = size;
          }
          int area() {
            if (areaKnown == null) {
              areaKnown = areaAnew();
            }
            return areaKnown;
          }

          private int areaAnew() {
            int area = 0;
          """,
          "twice",
          9);
    }

    @Test
    void keeps_answers_by_argument() {
      Probe.keeps(
          NAME,
          """
          private final int[] steps = {3, 1, 2};
          int upTo(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
              sum += steps[i % 3];
            }
            return sum;
          }
          static int twice(int n) {
            Sample s = new Sample();
            return s.upTo(n) + s.upTo(n);
          }
          """,
          """
          private final Map<Integer, Integer> upToKnown = new HashMap<>();
          private final int[] steps = {3, 1, 2};
          int upTo(int n) {
            Integer value = upToKnown.get(n);
            if (value == null) {
              value = upToAnew(n);
              upToKnown.put(n, value);
            }
            return value;
          }
          """,
          "twice",
          9);
    }

    @Test
    void adds_a_field_to_an_object_without_any() {
      Probe.keeps(
          NAME,
          """
          boolean isOdd(long n, boolean strict) {
            long rest = n;
            while (rest > 1) {
              rest -= 2;
            }
            return rest == 1 && strict;
          }
          static boolean twice(long n) {
            Sample s = new Sample();
            return s.isOdd(n, true) == s.isOdd(n, true);
          }
          """,
          "private final Map<List<Object>, Boolean> isOddKnown = new HashMap<>(); boolean isOdd(",
          "twice",
          9L);
    }

    @Test
    void keeps_nothing_that_depends_on_what_changes() {
      Probe.of(
              NAME,
              """
              private int size;
              void grow() {
                size++;
              }
              int area() {
                int area = 0;
                for (int i = 0; i < size; i++) {
                  area += i;
                }
                return area;
              }
              """)
          .givesNothing();
    }
  }
}
