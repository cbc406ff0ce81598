package dev.ratchet.java.operators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoiseRecursionTest {
  private static final String NAME = "memoise-recursion";

  @Test
  void remembers_answers_to_one_number() {
    Probe.keeps(
        NAME,
        """
        static long stairs(int n) {
          if (n < 2) {
            return 1;
          }
          return stairs(n - 1) + stairs(n - 2);
        }
        """,
        """
        static long stairs(int n) {
          return stairsKnown(n, new HashMap<>());
        }

        private static long stairsKnown(int n, Map<Integer, Long> known) {
          Long value = known.get(n);
          if (value == null) {
            value = stairsAnew(n, known);
            known.put(n, value);
          }
          return value;
        }

        private static long stairsAnew(int n, Map<Integer, Long> known) {
          if (n < 2) {
            return 1;
          }
          return stairsKnown(n - 1, known) + stairsKnown(n - 2, known);
        }
        """,
        "stairs",
        20);
  }

  @Test
  void leaves_what_is_handed_on_out_of_the_key() {
    String change =
        """
        static int change(int[] coins, int kind, int rest) {
          if (rest == 0) {
            return 1;
          }
          if (rest < 0 || kind == coins.length) {
            return 0;
          }
          return change(coins, kind, rest - coins[kind]) + change(coins, kind + 1, rest);
        }
        """;
    Probe.keeps(
        NAME,
        change,
        """
        private static int changeKnown(int[] coins, int kind, int rest, Map<Long, Integer> known) {
          Long key = (long) kind << 32 | rest & 0xffffffffL;
          Integer value = known.get(key);
        """,
        "change",
        new int[] {1, 5, 10},
        0,
        40);
  }

  @Test
  void remembers_answers_to_texts_found_in_a_loop() {
    Probe.keeps(
        NAME,
        """
        static int deepest(String path, int least) {
          int best = least;
          for (int i = 1; i < path.length(); i++) {
            best = Math.max(best, 1 + deepest(path.substring(i), least));
          }
          return best;
        }
        """,
        "best = Math.max(best, 1 + deepestKnown(path.substring(i), least, known));",
        "deepest",
        "abcdefg",
        1);
  }

  @Test
  void leaves_a_method_alone_that_writes_somewhere() {
    Probe.of(
            NAME,
            """
            static int count;
            static int stairs(int n) {
              count++;
              return n < 2 ? 1 : stairs(n - 1) + stairs(n - 2);
            }
            """)
        .givesNothing();
  }

  @Test
  void leaves_a_method_alone_whose_argument_can_change() {
    Probe.of(
            NAME,
            """
            static int longest(List<Integer> all) {
              return all.isEmpty() ? 0 : longest(all.subList(1, all.size())) + longest(all.subList(1, all.size()));
            }
            """)
        .givesNothing();
    assertThat(Probe.named(NAME).kind()).isEqualTo(Operator.Kind.EFFICIENCY);
  }
}
