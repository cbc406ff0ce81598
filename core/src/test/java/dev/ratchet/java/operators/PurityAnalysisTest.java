package dev.ratchet.java.operators;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.MethodDeclaration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurityAnalysisTest {
  private static boolean isPure(String members) {
    SourceUnit unit =
        Probe.unit(
            "import java.util.*;\nclass A {\n static int field; int[] own;\n" + members + "\n}");
    Program program = Program.of(List.of(unit));
    return program
        .purity()
        .isPure(
            unit.tree()
                .findFirst(MethodDeclaration.class, m -> m.getNameAsString().equals("f"))
                .orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int f(int a) { return a + 1; }",
        "int f(int a) { a++; int b = a; b += 2; return b; }",
        "int f(List<Integer> all) { return all.size() + all.get(0); }",
        "int f(int n) { int[] mine = new int[n]; mine[0] = 1; return mine[0]; }",
        "List<Integer> f(List<Integer> all) { List<Integer> x = new ArrayList<>(all); x.add(1); return x; }",
        "int f(int n) { return n == 0 ? 0 : g(n - 1); } int g(int n) { return f(n); }",
        "int f() { return field; }",
        "record Cell(String text) {} long f(List<Cell> all) { return all.stream().filter(c -> c.text().isEmpty()).map(Cell::text).count(); }",
        "record Entry(String text) {} int f(Map<String, Integer> m) { int n = 0; for (Map.Entry<String, Integer> e : m.entrySet()) { n += e.getValue(); } return n; }",
        "String f(String s) { StringBuilder b = new StringBuilder(); for (char c : s.toCharArray()) { b.append(c); } return b.toString(); }",
        "int f(int[] a) { return Arrays.copyOf(a, 3)[0] + Math.max(1, 2); }"
      })
  void does_nothing_that_others_can_see(String members) {
    assertThat(isPure(members)).as(members).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int f(int a) { field = a; return a; }",
        "int f(int a) { own[0] = a; return a; }",
        "int f(List<Integer> all) { all.add(1); return 1; }",
        "int f(int[][] all) { int[] row = all[0]; row[1] = 3; return 1; }",
        "int f(List<List<Integer>> all) { for (List<Integer> one : all) { one.clear(); } return 1; }",
        "int f() { System.out.println(); return 1; }",
        "long f() { return System.nanoTime(); }",
        "double f() { return Math.random(); }",
        "int f(int[] a) { g(a); return 1; } void g(int[] b) { Arrays.sort(b); }",
        "int f(Runnable r) { r.run(); return 1; }",
        "int f(int n) { return n == 0 ? 0 : g(n - 1); } int g(int n) { field++; return f(n); }",
        "int f(Iterator<Integer> i) { return i.next(); }",
        "int f(java.util.function.Supplier<Integer> s) { return s.get(); }",
        "boolean f(java.util.regex.Matcher m) { return m.matches(); }",
        "int f(int[] a) { System.arraycopy(own, 0, a, 0, 1); return 1; }"
      })
  void does_something_that_others_can_see(String members) {
    assertThat(isPure(members)).as(members).isFalse();
  }

  @Test
  void judges_interfaces_by_what_implements_them() {
    String calls = "int f(Shape s) { return s.area(); } interface Shape { int area(); }\n";

    assertThat(isPure(calls)).isFalse();
    assertThat(
            isPure(
                calls
                    + "record Square(int a) implements Shape { public int area() { return a * a; } }"))
        .isTrue();
    assertThat(
            isPure(calls + "class Odd implements Shape { public int area() { return field++; } }"))
        .isFalse();
  }
}
