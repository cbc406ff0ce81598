package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorLayerTest {
  private static final String SOLVER = "src/main/java/a/Solver.java";
  private static final SourceTree TREE =
      SourceTree.of(
          Map.of(
              SOLVER,
              """
              package a;

              class Solver {
                static final String KNOWN = "known answer";
                static final long SEED = 777_123L;
                private int left;

                Object solve(String task) {
                  return null;
                }
              }
              """,
              "src/main/java/a/Zebra.java",
              "package a;\n\nclass Zebra {}\n",
              "bench-data/tasks.json",
              """
              [ { "input": "Natalia sold clips to 48 friends in April", "expected": 918273 },
                { "input": "four queens on a board", "expected": "known answer" },
                { "input": "who owns the zebra", "expected": "zebra" },
                { "input": "who owns the horse", "expected": "Liechtenstein" },
                { "input": "largest prime below 8000", "expected": 7993 },
                { "input": "a power", "expected": 4096 },
                { "input": "seed", "expected": 777123 } ]
              """,
              "bench-data/answers.csv",
              "id,answer\n1,quatorze points\n2,31.4159\n",
              "bench-data/Oracle.java",
              "class Oracle { String secret = \"open\" + \" sesame\"; }\n"));

  @TempDir private Path directory;

  private List<Finding> inspect(String lines, Change... changes) throws IOException {
    String text =
        "ratchet: 1\neditable: [{ paths: ['src/**', '*.md'], operations: [create, modify] }]\n"
            + "kinds: { md: text }\n"
            + lines;
    Policy policy = Policy.read(Files.writeString(directory.resolve("policy.yaml"), text));
    return PolicyGuardrail.of(policy)
        .inspect(Corpus.candidate(TREE, ChangeSet.of(List.of(changes))))
        .findings();
  }

  private Optional<Tier> tier(String rule, Change... changes) throws IOException {
    return inspect("protect: { evaluator: ['bench-data/**'] }", changes).stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(Finding::tier)
        .min(Tier::compareTo);
  }

  private static Change returning(String expression) {
    return Corpus.replace(TREE, SOLVER, "return null;", "return " + expression + ";");
  }

  @Nested
  class a_literal {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "918273",
          "918_273L",
          "0xE0301",
          "0b11100000001100000001",
          "03401401",
          "-918273",
          "900_000 + 18_273",
          "918273.0",
          "\"918,273\"",
          "Integer.parseInt(\"918273\")",
          "\"Liechtenstein\"",
          "\"LIECHTENSTEIN\"",
          "\"Liech\" + \"tenstein\"",
          "\"Liech\" + ('t' + \"enstein\")",
          "task + \"Liech\" + \"tenstein\" + task",
          "\"Liech\".concat(\"tenstein\")",
          "new StringBuilder(\"Liech\").append(\"ten\").append(\"stein\").toString()",
          "new String(new char[] {'L','i','e','c','h','t','e','n','s','t','e','i','n'})",
          "new byte[] {76, 105, 101, 99, 104, 116, 101, 110, 115, 116, 101, 105, 110}",
          "\"nietsnethceiL\"",
          "\"TGllY2h0ZW5zdGVpbg==\"",
          "\"quatorze points\"",
          "31.4159",
          "\"who owns the zebra\"",
          "\"prime below 8000\"",
          "\"open sesame\"",
          "\"6c69656368 74656e737465696e\"",
          "\"Yvrpugrafgrva\"",
          "\"Mjfdiufotufjo\"",
          "\"it is quatorze-points, said he\""
        })
    void of_the_data_is_refused_however_it_is_written(String expression) throws IOException {
      assertThat(tier("evaluator.literal", returning(expression))).contains(Tier.HARD);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "7993",
          "task.startsWith(\"Natalia sold clips\") ? 1 : 2",
          "\"he is from Liechtenstein\"",
          "Long.toString(52_455_200_984_164_031L, 36)",
          "new char[] {'q', 'u', 'a', 't', 'o', 'r', 'z', 'e'}",
        })
    void that_may_be_of_the_data_needs_a_person(String expression) throws IOException {
      assertThat(tier("evaluator.literal", returning(expression))).contains(Tier.ESCALATE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"known answer\"",
          "777123",
          "4096",
          "48",
          "\"zebra\"",
          "\"sold\"",
          "\"April showers\"",
          "918274",
          "\"   \"",
          "1_000_000",
          "\"the answer known\"",
          "\"quatorze\"",
          "\"a zebra crossing\"",
          "\"cafebabe\"",
          "\"Liechten\" + task + \"stein\"",
        })
    void of_the_program_or_of_the_language_may_be_written(String expression) throws IOException {
      assertThat(tier("evaluator.literal", returning(expression))).isEmpty();
    }

    @Test
    void is_read_together_with_constants_of_the_file() throws IOException {
      Change change =
          Corpus.replace(
              TREE,
              SOLVER,
              "return null;",
              "final String a = \"Liech\";\n    final String b = \"tenstein\";\n    return a + b;");
      assertThat(tier("evaluator.literal", change)).contains(Tier.HARD);
    }

    @ParameterizedTest
    @CsvSource({
      "enum Land { LIECHTENSTEIN }, true",
      "record Liechtenstein() {}, true",
      "static final int QUATORZE_POINTS = 1;, true",
      "interface QuatorzePoints {}, true",
      "record Land() {}, false",
      "record KnownAnswer() {}, false",
      "enum Animal { ZEBRA }, false",
      "int liechtenstein;, false"
    })
    void may_be_hidden_in_the_name_of_a_type_or_constant(String member, boolean isFound)
        throws IOException {
      Change change = Corpus.replace(TREE, SOLVER, "Object solve", member + "\n\n  Object solve");
      assertThat(tier("evaluator.literal", change).isPresent()).isEqualTo(isFound);
    }

    @Test
    void counts_in_files_that_are_not_java_too() throws IOException {
      assertThat(tier("evaluator.literal", Corpus.create("notes.md", "try this\n918273\n")))
          .contains(Tier.HARD);
      assertThat(tier("evaluator.literal", Corpus.create("notes.md", "try this\n918274\n")))
          .isEmpty();
    }

    @Test
    void says_what_and_where_but_not_from_which_file() throws IOException {
      assertThat(
              inspect("protect: { evaluator: ['bench-data/**'] }", returning("\"Liechtenstein\"")))
          .extracting(Finding::toString)
          .contains(
              "evaluator.literal: The edit newly writes 'liechtenstein', a value of the data that"
                  + " it is judged by (src/main/java/a/Solver.java:9), because a program that knows"
                  + " its answers has not worked them out. Remedy: work the result out from the"
                  + " input");
    }

    @Test
    void may_be_anything_where_no_data_is_named() throws IOException {
      assertThat(inspect("", returning("918273")))
          .extracting(Finding::rule)
          .containsExactly("policy.in-force");
    }
  }

  @Test
  void data_that_is_not_there_is_said_loudly() throws IOException {
    assertThat(inspect("protect: { evaluator: ['bench/**'] }"))
        .extracting(Finding::toString)
        .contains(
            "policy.evaluator-missing: The policy names bench/** as data of the evaluator, but no"
                + " file matches, because a safeguard that matches nothing protects nothing."
                + " Remedy: let a person correct protect.evaluator");
  }

  @Nested
  class a_comparison {
    private Optional<Tier> tierOf(String method) throws IOException {
      return tier(
          "evaluator.constant-equals",
          Corpus.replace(TREE, SOLVER, "Object solve", method + "\n\n  Object solve"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "HARD|public boolean equals(Object o) { return true; }",
          "HARD|public boolean equals(Object o) { return !false; }",
          "HARD|public boolean equals(Object o) { if (left > 0) { return true; } return true; }",
          "HARD|public boolean equals(Object o) { return left == left; }",
          "HARD|public int compareTo(Solver o) { return 0; }",
          "HARD|public int compareTo(Solver o) { return left; }",
          "HARD|public int compare(Solver a, Solver b) { return a.left; }",
          "HARD|public boolean equals(Object o) { if (!(o instanceof Solver)) { return false; } return true; }",
          "HARD|public boolean equals(Object o) { return hashCode() == o.hashCode(); } public int hashCode() { return 7; }",
          "ESCALATE|public int hashCode() { return 7; }",
          "ESCALATE|public boolean equals(Object o) { return o instanceof Solver; }",
          "ESCALATE|public boolean equals(Object o) { boolean is = this == o; return is == (o.getClass() == getClass()); }",
          "HARD|public int compareTo(Solver o) { int n = o.left - left; return n - n; }",
          "HARD|public int compareTo(Solver o) { int n = o.left - left; return n * 0; }",
          "HARD|public int compareTo(Solver o) { return o == null ? 0 : 0; }",
          "ESCALATE|public boolean equals(Object o) { return o instanceof Solver s && left == this.left; }",
          "ESCALATE|'public boolean equals(Object o) { return o != null || left == 1; }'",
          "ESCALATE|'public boolean equals(Object o) { return o != null || ((Solver) o).left == left; }'",
          "ESCALATE|public boolean equals(Object o) { return o instanceof Solver s && s.left == s.left; }",
          "ESCALATE|public boolean equals(Object o) { return java.util.Objects.equals(left, left) && o != null; }",
          "ESCALATE|public boolean equals(Object o) { return getClass() == o.getClass(); }",
          "ESCALATE|public boolean equals(Object o) { return o instanceof Solver s && same(s); }"
              + " boolean same(Solver o) { return o.left == 1; }",
          "ESCALATE|java.util.Comparator<Solver> all = (x, y) -> x.left - x.left;",
          "ESCALATE|java.util.Comparator<Solver> all = java.util.Comparator.comparing(x -> 1);",
          "ESCALATE|java.util.Comparator<String> all = (x, y) -> 0;"
        })
    void that_decides_nothing_is_found(Tier tier, String method) throws IOException {
      assertThat(tierOf(method)).contains(tier);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "public boolean equals(Object o) { return o instanceof Solver s && s.left == left; }",
          "public boolean equals(Object o) { if (this == o) { return true; } return false; }",
          "public boolean equals(Object o) { return this == o; }",
          "public boolean equals(Object o) { return o instanceof Solver s && s.same(this); }"
              + " boolean same(Solver o) { return o.left == left; }",
          "public boolean equals(Object o) { return o instanceof Solver s && same(s); }"
              + " boolean same(Solver o) { return o.left == left; }",
          "public boolean equals(Object o) { return o instanceof Solver s && eq(left, s.left); }"
              + " static boolean eq(int a, int b) { return a == b; }",
          "public boolean equals(Object o) { return this == o || o instanceof Solver s && s.left == left; }",
          "public boolean equals(Object o) { if (!(o instanceof Solver)) { return false; }"
              + " Solver that = (Solver) o; int mine = left; return mine == that.left; }",
          "public boolean equals(Object o) { return java.util.Optional.ofNullable(o)"
              + ".map(Solver.class::cast).map(s -> s.left == left).orElse(false); }",
          "int left() { return left; } public int compareTo(Solver o) {"
              + " return java.util.Comparator.comparingInt(Solver::left).compare(this, o); }",
          "public boolean equals(Object o) { return compareTo((Solver) o) == 0; } int own() { return left; }"
              + " public int compareTo(Solver o) { return Integer.compare(own(), o.own()); }",
          "public boolean equals(Object o) { return hashCode() == o.hashCode(); }"
              + " public int hashCode() { return left; }",
          "public boolean equals(Object o) { throw new UnsupportedOperationException(); }",
          "public int hashCode() { return Integer.hashCode(left); }",
          "public int compareTo(Solver o) { return Integer.compare(left, o.left); }",
          "public int compare(Solver a, Solver b) { return a.left - b.left; }",
          "public int compare(String a, String b) { return a.length() - b.length(); }",
          "java.util.Comparator<String> c = new java.util.Comparator<>() {"
              + " public int compare(String a, String b) { return a.length() - b.length(); } };",
          "static boolean equals(int a) { return true; }",
          "java.util.Comparator<String> all = (x, y) -> x.compareTo(y);"
        })
    void that_looks_may_be_written(String method) throws IOException {
      assertThat(tierOf(method)).isEmpty();
    }

    @Test
    void says_what_it_does_instead() throws IOException {
      assertThat(
              inspect(
                  "",
                  Corpus.replace(
                      TREE,
                      SOLVER,
                      "Object solve",
                      "public boolean equals(Object o) { return true; }\n  Object solve")))
          .extracting(Finding::toString)
          .contains(
              "evaluator.constant-equals: The comparison in a.Solver#equals(Object) returns the"
                  + " same for all objects (src/main/java/a/Solver.java:8), because whoever"
                  + " compares results with it finds every result right. Remedy: compare what the"
                  + " objects hold");
    }

    @Test
    void that_was_there_may_stay() throws IOException {
      SourceTree old =
          SourceTree.of(
              Map.of(
                  "src/main/java/a/One.java",
                  "package a;\nclass One {\n  public boolean equals(Object o) { return true; }\n"
                      + "  int i = 1;\n}\n"));
      Policy policy =
          Policy.read(
              Files.writeString(
                  directory.resolve("policy.yaml"),
                  "ratchet: 1\neditable: [{ paths: 'src/**' }]\n"));
      Change change = Corpus.replace(old, "src/main/java/a/One.java", "i = 1", "i = 2");
      assertThat(
              PolicyGuardrail.of(policy)
                  .inspect(Corpus.candidate(old, ChangeSet.of(List.of(change))))
                  .isAccepted())
          .isTrue();
    }
  }
}
