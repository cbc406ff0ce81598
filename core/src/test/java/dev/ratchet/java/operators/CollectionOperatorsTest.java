package dev.ratchet.java.operators;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CollectionOperatorsTest {
  @Nested
  class Set_membership {
    private static final String NAME = "set-membership";

    @Test
    void of_a_list_that_is_only_filled_and_asked() {
      Probe.keeps(
          NAME,
          """
          static int firstTwice(int[] all) {
            List<Integer> seen = new ArrayList<>();
            for (int one : all) {
              if (seen.contains(one)) {
                return one;
              }
              seen.add(one);
            }
            return -1;
          }
          """,
          "Set<Integer> seen = new HashSet<>();",
          "firstTwice",
          (Object) new int[] {3, 4, 3});
    }

    @Test
    void of_a_list_whose_order_is_needed() {
      Probe.keeps(
          NAME,
          """
          static List<Integer> distinct(int[] all) {
            List<Integer> kept = new ArrayList<>();
            for (int one : all) {
              if (!kept.contains(one)) {
                kept.add(one);
              }
            }
            return kept;
          }
          """,
          """
          List<Integer> kept = new ArrayList<>();
          Set<Integer> inKept = new HashSet<>();
          for (int one : all) {
            if (!inKept.contains(one)) {
              kept.add(one);
              inKept.add(one);
            }
          }
          return kept;
          """,
          "distinct",
          (Object) new int[] {3, 4, 3});
    }

    @Test
    void of_a_list_that_does_not_change_in_the_loop() {
      Probe.keeps(
          NAME,
          """
          static int known(List<String> words, String[] text) {
            int known = 0;
            for (String word : text) {
              if (words.indexOf(word) >= 0) {
                known++;
              }
            }
            return known;
          }
          """,
          """
          Set<String> inWords = new HashSet<>(words);
          for (String word : text) {
            if (inWords.contains(word)) {
          """,
          "known",
          List.of("a", "b"),
          new String[] {"b", "c"});
    }

    @Test
    void not_of_a_list_of_what_may_change() {
      Probe.of(
              NAME,
              """
              static int known(List<int[]> all, int[][] text) {
                int known = 0;
                for (int[] one : text) {
                  if (all.contains(one)) {
                    known++;
                  }
                }
                return known;
              }
              """)
          .givesNothing();
    }

    @Test
    void not_of_a_list_that_grows_in_the_loop() {
      Probe.of(
              NAME,
              """
              static void close(List<Integer> all) {
                for (int i = 0; i < all.size(); i++) {
                  if (!all.contains(i)) {
                    all.add(i);
                  }
                }
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Build_string {
    private static final String NAME = "build-string";

    @Test
    void from_parts_in_a_loop() {
      Probe.keeps(
          NAME,
          """
          static String join(int[] all) {
            String text = "";
            for (int one : all) {
              text += one + ";";
            }
            return text;
          }
          """,
          """
          String text = "";
          StringBuilder textBuilder = new StringBuilder();
          for (int one : all) {
            textBuilder.append(one + ";");
          }
          text = textBuilder.toString();
          """,
          "join",
          (Object) new int[] {1, 2});
    }

    @Test
    void after_a_beginning() {
      Probe.keeps(
          NAME,
          """
          static String stars(int n, char c) {
            String text = "<";
            for (int i = 0; i < n; i++) {
              text = text + c + i;
            }
            return text + ">";
          }
          """,
          """
          StringBuilder textBuilder = new StringBuilder(text);
          for (int i = 0; i < n; i++) {
            textBuilder.append(c).append(i);
          }
          text = textBuilder.toString();
          """,
          "stars",
          3,
          'x');
    }

    @Test
    void in_nested_loops() {
      Probe.keeps(
          NAME,
          """
          static String grid(int n) {
            String text = "";
            for (int i = 0; i < n; i++) {
              for (int j = 0; j < n; j++) {
                text += i * j;
              }
              text += "\\n";
            }
            return text;
          }
          """,
          """
          textBuilder.append(i * j);
          }
          textBuilder.append("\\n");
          """,
          "grid",
          3);
    }

    @Test
    void not_where_the_loop_reads_the_text() {
      Probe.of(
              NAME,
              """
              static String pad(String start, int n) {
                String text = start;
                while (text.length() < n) {
                  text += " ";
                }
                return text;
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Swap_collection {
    private static final String NAME = "swap-collection";

    @Test
    void a_map_whose_order_is_not_used() {
      Probe.keeps(
          NAME,
          """
          static int most(String text) {
            Map<Character, Integer> counts = new TreeMap<>();
            int most = 0;
            for (char c : text.toCharArray()) {
              counts.put(c, counts.getOrDefault(c, 0) + 1);
              most = Math.max(most, counts.get(c));
            }
            return most;
          }
          """,
          "Map<Character, Integer> counts = new HashMap<>();",
          "most",
          "abcabca");
    }

    @Test
    void a_linked_list_that_is_read_by_index() {
      Probe.keeps(
          NAME,
          """
          static int sum(int n) {
            List<Integer> all = new LinkedList<>();
            for (int i = 0; i < n; i++) {
              all.add(i * i);
            }
            int sum = 0;
            for (int i = 0; i < all.size(); i++) {
              sum += all.get(i);
            }
            return sum;
          }
          """,
          "List<Integer> all = new ArrayList<>();",
          "sum",
          5);
    }

    @Test
    void a_list_that_is_a_queue() {
      Probe.keeps(
          NAME,
          """
          static int reach(int[][] next, int from) {
            boolean[] seen = new boolean[next.length];
            List<Integer> open = new ArrayList<>();
            open.add(from);
            int count = 0;
            while (!open.isEmpty()) {
              int one = open.remove(0);
              if (!seen[one]) {
                seen[one] = true;
                count++;
                for (int other : next[one]) {
                  open.add(other);
                }
              }
            }
            return count;
          }
          """,
          """
          ArrayDeque<Integer> open = new ArrayDeque<>();
          open.add(from);
          int count = 0;
          while (!open.isEmpty()) {
            int one = open.removeFirst();
          """,
          "reach",
          new int[][] {{1}, {2, 0}, {}, {0}},
          0);
    }

    @Test
    void not_a_map_that_is_walked_in_order() {
      Probe.of(
              NAME,
              """
              static String sorted(String text) {
                Map<Character, Integer> counts = new TreeMap<>();
                for (char c : text.toCharArray()) {
                  counts.put(c, counts.getOrDefault(c, 0) + 1);
                }
                return counts.toString();
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Count_instead {
    private static final String NAME = "count-instead";

    @Test
    void of_the_size() {
      Probe.keeps(
          NAME,
          """
          static int even(int[] all) {
            List<Integer> even = new ArrayList<>();
            for (int one : all) {
              if (one % 2 == 0) {
                even.add(one);
              }
            }
            return even.size();
          }
          """,
          """
          int evenCount = 0;
          for (int one : all) {
            if (one % 2 == 0) {
              evenCount++;
            }
          }
          return evenCount;
          """,
          "even",
          (Object) new int[] {1, 2, 4});
    }

    @Test
    void of_the_size_and_emptiness() {
      Probe.keeps(
          NAME,
          """
          static int rate(String text) {
            ArrayList<Character> found = new ArrayList<>();
            for (char c : text.toCharArray()) if (c == 'x') found.add(c);
            return found.isEmpty() ? 0 : text.length() / found.size();
          }
          """,
          """
          int foundCount = 0;
          for (char c : text.toCharArray()) if (c == 'x') foundCount++;
          return (foundCount == 0) ? 0 : text.length() / foundCount;
          """,
          "rate",
          "axbxc");
    }

    @Test
    void in_nested_loops() {
      Probe.keeps(
          NAME,
          """
          static int pairs(int n) {
            List<int[]> pairs = new LinkedList<>();
            for (int i = 0; i < n; i++) {
              for (int j = 0; j < i; j++) {
                pairs.add(new int[] {i, j});
              }
            }
            return pairs.size();
          }
          """,
          "pairsCount++;",
          "pairs",
          5);
    }

    @Test
    void not_when_the_list_is_read() {
      Probe.of(
              NAME,
              """
              static int last(int[] all) {
                List<Integer> kept = new ArrayList<>();
                for (int one : all) {
                  kept.add(one);
                }
                return kept.get(kept.size() - 1);
              }
              """)
          .givesNothing();
    }
  }

  @Nested
  class Drop_copy {
    private static final String NAME = "drop-copy";

    @Test
    void of_a_list_that_is_only_walked() {
      Probe.keeps(
          NAME,
          """
          static int sum(List<Integer> all) {
            int sum = 0;
            for (int one : new ArrayList<>(all)) {
              sum += one;
            }
            return sum;
          }
          """,
          "for (int one : all) {",
          "sum",
          List.of(1, 2));
    }

    @Test
    void of_an_array_that_is_only_read() {
      Probe.keeps(
          NAME,
          """
          static int sum(int[] all) {
            int[] mine = all.clone();
            int sum = 0;
            for (int i = 0; i < mine.length; i++) {
              sum += mine[i];
            }
            return sum;
          }
          """,
          "int[] mine = all;",
          "sum",
          (Object) new int[] {1, 2});
    }

    @Test
    void of_a_list_that_is_only_asked() {
      Probe.keeps(
          NAME,
          """
          static boolean both(List<String> words, String one, String other) {
            List<String> copy = new ArrayList<>(words);
            return copy.contains(one) && copy.contains(other);
          }
          """,
          "List<String> copy = words;",
          "both",
          List.of("a", "b"),
          "b",
          "c");
    }

    @Test
    void not_of_what_is_changed_or_handed_out() {
      Probe.of(
              NAME,
              """
              static int[] sorted(int[] all) {
                int[] mine = all.clone();
                Arrays.sort(mine);
                return mine;
              }
              static int[] given(int[] all) {
                int[] mine = all.clone();
                return mine;
              }
              """)
          .givesNothing();
    }
  }
}
