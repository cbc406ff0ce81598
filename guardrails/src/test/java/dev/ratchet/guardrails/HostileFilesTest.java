package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Candidate;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files made to break or to hold up the guard end in a verdict, within its own deadline. */
class HostileFilesTest {
  private static final String HOME = "src/main/java/a/";
  private static final int SECONDS = 20;
  private static final SourceTree BASE =
      SourceTree.of(Map.of(HOME + "Main.java", "package a;\n\nclass Main {}\n"));

  private static final String POLICY =
      """
      ratchet: 1
      editable:
        - { paths: ["**"], operations: [create, modify] }
      kinds: { txt: text }
      limits: { files: 10000, changed-lines: 1000000, line-length: 10000, bytes: 100000000,
        nesting: 200, seconds: %d }
      """;

  @TempDir static Path directory;
  private static PolicyGuardrail guardrail;

  @BeforeAll
  static void warm_up() throws IOException {
    guardrail = guardrail(SECONDS);
    inTime("Y.java", type(""));
  }

  private static PolicyGuardrail guardrail(int seconds) throws IOException {
    Path file = directory.resolve(seconds + ".yaml");
    return PolicyGuardrail.of(Policy.read(Files.writeString(file, POLICY.formatted(seconds))));
  }

  private static Candidate creating(String name, byte[] content) {
    Change change = new Change.Create(SourcePath.of(name), SourceFile.of(content));
    return Corpus.candidate(BASE, ChangeSet.of(List.of(change)));
  }

  private static Candidate creating(String name, String text) {
    return creating(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String type(String body) {
    return "package a;\n\nclass X {\n" + body + "\n}\n";
  }

  private static String around(String open, int times, String middle, String close) {
    return open.repeat(times) + middle + close.repeat(times);
  }

  private static String lines(int count, String format) {
    return IntStream.range(0, count)
        .mapToObj(i -> format.replace("%", Integer.toString(i)))
        .collect(Collectors.joining("\n"));
  }

  private static Map.Entry<String, String> java(String name, String body) {
    return Map.entry(name, type(body));
  }

  private static Stream<Map.Entry<String, String>> hostile() {
    int many = 5_000;
    return Stream.of(
        java("parentheses", "int x = " + around("(", many, "1", ")") + ";"),
        java("parentheses within limits", "int x = " + around("(", 190, "1", ")") + ";"),
        java("braces", "void m() " + around("{", many, "", "}")),
        java("signs", "int x = " + "- ".repeat(many) + "1;"),
        java("negations", "boolean x = " + "!".repeat(many) + "true;"),
        java("casts", "int x = " + "(int) ".repeat(many) + "1;"),
        java("sums", "int x = " + "1 +\n".repeat(many) + "1;"),
        java("concatenation", "String x = " + "\"a\" +\n".repeat(many) + "\"b\";"),
        java("conditionals", "int x = " + "true ? 1 :\n".repeat(many) + "1;"),
        java("ifs", "void m() { " + "if (true)\n".repeat(many) + "; }"),
        java("elses", "void m(int x) { " + "if (x == 1) m(1); else\n".repeat(many) + "; }"),
        java("loops", "void m() { " + "while (true)\n".repeat(many) + "; }"),
        java("labels", "void m() { " + lines(many, "l%:") + "; }"),
        java("calls", "X m() { return this\n" + ".m()\n".repeat(many) + "; }"),
        java("assignments", "int y; int x = " + "y =\n".repeat(many) + "1;"),
        java("lambdas", "Object o = (Runnable) " + "() -> ".repeat(many) + "1;"),
        java("arrays", "int" + "[]".repeat(many) + " x;"),
        java("generics", "java.util.List" + around("<java.util.List", 500, "", ">") + " x;"),
        java("types", around("class A { ", 150, "", "}")),
        java("methods", lines(10_000, "void m%() {}")),
        java("fields", lines(many, "static int f% = %;")),
        java("long literal", "String x = \"" + "a".repeat(1 << 18) + "\";"),
        java("long name", "int " + "a".repeat(1 << 18) + ";"),
        java("long number", "int x = " + "1".repeat(1 << 18) + ";"),
        java("long comment", "/*" + "*".repeat(1 << 18) + "*/"),
        java("open comment", "/*" + "*".repeat(1 << 18)),
        java("open string", "String x = \"" + "\\".repeat(1 << 18)),
        java("open text block", "String x = \"\"\"\n" + "\"\"".repeat(1 << 17)),
        java("escapes", "int \\" + "u".repeat(1 << 18) + "0061;"),
        java("escapes of escapes", "int " + "\\u005cu0061".repeat(50_000) + ";"),
        java("blank lines", "\n".repeat(1 << 18)),
        java("returns", "\r".repeat(1 << 18)),
        java("annotations", "@Deprecated(since = " + around("(", 190, "\"\"", ")") + ") int x;"));
  }

  @TestFactory
  Stream<DynamicTest> ends_in_a_verdict_in_time() {
    return hostile()
        .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> inTime("X.java", it.getValue())));
  }

  private static Verdict inTime(String name, String text) {
    return inTime(creating(HOME + name, text));
  }

  private static Verdict inTime(Candidate candidate) {
    Instant begin = Instant.now();
    Verdict verdict = guardrail.inspect(candidate);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(SECONDS + 5));
    return verdict;
  }

  @Test
  void lambdas_nested_too_deep_and_chains_too_long_are_not_even_parsed() {
    String lambdas = "Object o = (Runnable) " + "() -> ".repeat(9) + "1;";
    assertThat(Project.rules(inTime("X.java", type(lambdas))))
        .contains("limits.nesting")
        .doesNotContain("java.syntax", "compile.error");
    assertThat(Project.rules(inTime("X.java", type("int x = 1" + "\n+ 1".repeat(3_001) + ";"))))
        .contains("limits.nesting");
    assertThat(inTime("X.java", type("int x = 1" + "\n+ 1".repeat(1_000) + ";")).isAccepted())
        .isTrue();
    String arms = lines(50, "case % -> { }");
    assertThat(
            inTime("X.java", type("void m(int x) { switch (x) {\n" + arms + "\ndefault -> { } } }"))
                .isAccepted())
        .isTrue();
  }

  @Test
  void broken_text_is_refused() {
    for (int[] bytes : new int[][] {{0xc0, 0xaf}, {0xff}, {0xed, 0xa0, 0x80}, {0x61, 0xe2, 0x82}}) {
      byte[] content = new byte[bytes.length];
      IntStream.range(0, bytes.length).forEach(i -> content[i] = (byte) bytes[i]);
      assertThat(inTime(creating(HOME + "X.java", content)).isAccepted()).isFalse();
      assertThat(inTime(creating("notes.txt", content)).isAccepted()).isFalse();
    }
  }

  @Test
  void settings_made_to_hold_up_a_parser_are_refused() {
    List<String> yaml =
        List.of(
            around("[", 20_000, "1", "]"),
            "a: &a [x]\n" + lines(40, "b%: &b% [*a, *a, *a, *a]"),
            "a: " + "x".repeat(1 << 18) + "\n",
            lines(5_000, "k%: 1"));
    yaml.forEach(text -> inTime(creating("config/x.yaml", text)));
    inTime(creating("config/x.json", around("[", 10_000, "1", "]")));
    inTime(creating("config/x.json", around("{\"a\":", 10_000, "1", "}")));
    inTime(creating("config/x.properties", "a=" + "\\\n".repeat(10_000)));
  }

  /** Each level doubles javac's work. */
  @Test
  void the_next_edit_is_judged_while_javac_is_still_busy_with_the_last() throws IOException {
    PolicyGuardrail hasty = guardrail(3);
    hasty.baselineProblem(BASE);
    String nested = lines(40, "f(x% -> new int[] {1} != null ?");
    String endless =
        type(
            "static <T, R> R f(java.util.function.Function<T, R> f) { return null; }\n"
                + "Object o = %s 1%s;".formatted(nested, " : 2)\n".repeat(40)));

    Verdict first = hasty.inspect(creating(HOME + "X.java", endless));
    Verdict second = hasty.inspect(creating(HOME + "Y.java", "package a;\n\nclass Y {}\n"));

    assertThat(Project.rules(first)).contains("guard.time");
    assertThat(second.isAccepted()).isTrue();
  }
}
