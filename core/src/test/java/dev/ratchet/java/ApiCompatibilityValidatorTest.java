package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Proposal;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCompatibilityValidatorTest {
  private final TreeCompiler compiler =
      TreeCompiler.of(JavaTarget.builder("src").withTestRoots("test").build());
  private final ApiCompatibilityValidator validator = ApiCompatibilityValidator.of(compiler);

  private static SourceTree tree(String... texts) {
    Map<String, String> files = new HashMap<>();
    for (String text : texts) {
      String type = text.replaceFirst("(?s).*?\\b(class|interface|enum|record) (\\w+).*", "$2");
      files.put("src/shop/" + type + ".java", "package shop; import java.util.*; " + text);
    }
    return SourceTree.of(files);
  }

  private static Candidate candidate(SourceTree base, SourceTree tree) {
    ChangeSet changes = ChangeSet.between(base, tree);
    return new Candidate(base, changes, tree, "test", Proposal.of(changes, "a test"));
  }

  private Verdict verdict(SourceTree base, SourceTree tree) {
    try {
      return validator.validate(candidate(base, tree));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> rules(SourceTree base, SourceTree tree) {
    return verdict(base, tree).findings().stream().map(Finding::rule).toList();
  }

  /** The rules against turning the members of a public class into others. */
  private List<String> rules(String before, String after) {
    return rules(
        tree("public class Basket {" + before + "}"), tree("public class Basket {" + after + "}"));
  }

  @Test
  void a_baseline_passes() throws IOException {
    assertThat(validator.validate(Candidate.baseline(tree("public class A {}"))).isAccepted())
        .isTrue();
    assertThat(validator.runsCandidate()).isFalse();
  }

  @Test
  void a_finding_explains_itself() {
    Verdict verdict =
        verdict(
            tree("public class Basket { public int total(List<String> l, int[] n) { return 0; } }"),
            tree("public class Basket { }"));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REJECTED);
    assertThat(verdict.findings())
        .singleElement()
        .hasToString(
            "api.method-removed: The method shop.Basket.total(java.util.List, int[]) is gone"
                + " (src/shop/Basket.java), because programs that use the public API must compile"
                + " and link as before. Remedy: keep it; it may call what takes its place, or leave"
                + " its package out of the validator's packages");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public int f;                        | int f;                               | access-reduced",
        "public int f;                        | protected int f;                     | access-reduced",
        "protected int f;                     |                                      | field-removed",
        "public int f;                        | public long f;                       | field-type-changed",
        "public List<String> f;               | public List<Integer> f;              | field-type-changed",
        "public int f;                        | public final int f = 1;              | now-final",
        "public int f;                        | public static int f;                 | static-changed",
        "public void m() {}                   | private void m() {}                  | access-reduced",
        "public void m() {}                   | void m() {}                          | access-reduced",
        "public void m() {}                   | public void m(int x) {}              | method-removed",
        "public int m() { return 1; }         | public long m() { return 1; }        | return-type-changed",
        "public Object m() { return 1; }      | public Integer m() { return 1; }     | return-type-changed",
        "public void m() {}                   | public final void m() {}             | now-final",
        "public void m() {}                   | public static void m() {}            | static-changed",
        "public void m() {}                   | public void m() throws Exception {}  | exceptions-changed",
        "public void m() throws Exception {}  | public void m() {}                   | exceptions-changed",
        "public void m(List<String> l) {}     | public void m(List<Integer> l) {}    | signature-changed",
        "public void m(int... n) {}           | public void m(int[] n) {}            | signature-changed",
        "public <T> void m(T t) {}            | public <T extends Object & Comparable<T>> void m(T t) {} | signature-changed",
        "public Basket(int n) {}              | public Basket() {}                   | constructor-removed",
        "                                     | private Basket() {}                  | access-reduced",
        "public static class In {}            |                                      | type-removed",
        "public static class In {}            | static class In {}                   | access-reduced",
        "public static class In {}            | protected static class In {}         | access-reduced",
        "public static class In {}            | public static abstract class In {}   | now-abstract",
        "public static class In {}            | public static final class In {}      | now-final",
        "public static class In {}            | public class In {}                   | static-changed",
        "public static class In {}            | public interface In {}               | kind-changed",
        "public static class In<T> {}         | public static class In {}            | signature-changed",
        "public static class In extends Random {} | public static class In {}        | supertype-removed",
        "public enum In { A, B }              | public enum In { A }                 | field-removed",
        "public record In(int a) {}           | public record In(long a) {}          | constructor-removed",
        "public interface In {}               | public interface In { void m(); }    | abstract-added",
        "public interface In { default void m() {} } | public interface In { void m(); } | now-abstract",
        "public static abstract class In {}   | public static abstract class In { abstract void m(); } | abstract-added",
        "public static abstract class In {}   | public static abstract class In implements Runnable {} | abstract-added",
        "public @interface In {}              | public @interface In { int n(); }    | abstract-added",
        "public @interface In { int n() default 1; } | public @interface In { int n(); } | now-abstract",
        "public interface In {}               | public sealed interface In { final class X implements In {} } | now-final",
      })
  void refuses(String before, String after, String rule) {
    assertThat(rules(before == null ? "" : before, after == null ? "" : after))
        .contains("api." + rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public int m() { return 1; }         | public int m() { return 2; }",
        "public void m() {}                   | public void m() {} public void n() {}",
        "void m() {}                          | ",
        "private int f;                       | ",
        "int f;                               | public int f;",
        "protected void m() {}                | public void m() {}",
        "public final int f = 1;              | public int f = 1;",
        "public void m() {}                   | public void m() throws IllegalStateException {}",
        "public void m() {}                   | public synchronized void m() {}",
        "public <T> T m(T t) { return t; }    | public <E> E m(E t) { return t; }",
        "public void m(int[] n) {}            | public void m(int... n) {}",
        "public String toString() { return \"\"; } | ",
        "public static class In<T> { public T t; } | public static class In<E> { public E t; }",
        "public static abstract class In {}   | public static class In {}",
        "public interface In { void m(); }    | public interface In { default void m() {} }",
        "public interface In {}               | public interface In { default void m() {} static void n() {} }",
        "public interface In {}               | public interface In { boolean equals(Object o); }",
        "public @interface In {}              | public @interface In { int n() default 1; }",
        "public enum In { A }                 | public enum In { A, B }",
        "public static final class In { protected void m() {} } | public static final class In {}",
        "public static final class In {}      | public static final class In implements Runnable { public void run() {} }",
        "static class In {}                   | ",
        "private interface In { void m(); }   | private interface In { void n(); }",
        "public static class In extends ArrayList<String> { public int size() { return 0; } } | public static class In extends ArrayList<String> {}",
      })
  void lets_pass(String before, String after) {
    assertThat(rules(before == null ? "" : before, after == null ? "" : after)).isEmpty();
  }

  @Nested
  class Types_with_supertypes {
    private final String top = "public class Top { public void m() {} public int f; }";

    @Test
    void may_inherit_what_they_had() {
      SourceTree base =
          tree("public class Top {}", "public class Sub extends Top { public void m() {} }");
      SourceTree moved =
          tree("public class Top { public void m() {} }", "public class Sub extends Top {}");

      assertThat(rules(base, moved)).isEmpty();
    }

    @Test
    void lose_what_a_hidden_supertype_loses() {
      SourceTree base = tree("class Top { public void m() {} }", "public class Sub extends Top {}");
      SourceTree lost = tree("class Top { }", "public class Sub extends Top {}");

      Verdict verdict = verdict(base, lost);

      assertThat(verdict.findings())
          .singleElement()
          .asString()
          .startsWith("api.method-removed: The method shop.Sub.m() is gone");
    }

    @Test
    void may_lose_a_hidden_supertype_whose_members_stay() {
      SourceTree base = tree("class Top { public void m() {} }", "public class Sub extends Top {}");
      SourceTree flat = tree("public class Sub { public void m() {} }");

      assertThat(rules(base, flat)).isEmpty();
    }

    @Test
    void lose_a_public_one_and_what_came_with_it() {
      assertThat(
              rules(tree(top, "public class Sub extends Top {}"), tree(top, "public class Sub {}")))
          .containsExactly("api.supertype-removed");
    }

    @Test
    void covariant_results_of_overriding_methods_pass() {
      SourceTree base =
          tree("public class Sub implements Cloneable { public Object clone() { return this; } }");
      SourceTree now =
          tree("public class Sub implements Cloneable { public Sub clone() { return this; } }");

      assertThat(rules(base, now)).isEmpty();
      assertThat(rules(now, base)).containsExactly("api.return-type-changed");
    }
  }

  @Nested
  class Packages {
    private final SourceTree base =
        SourceTree.of(
            Map.of(
                "src/shop/A.java", "package shop; public class A {}",
                "src/shop/inner/B.java", "package shop.inner; public class B {}",
                "src/shopping/C.java", "package shopping; public class C {}",
                "src/Keep.java", "class Keep {}",
                "test/T.java", "public class T {}"));
    private final SourceTree bare = SourceTree.of(Map.of("src/Keep.java", "class Keep {}"));

    private List<String> gone(ApiCompatibilityValidator validator) throws IOException {
      return validator.validate(candidate(base, bare)).findings().stream()
          .map(Finding::message)
          .toList();
    }

    @Test
    void count_all_by_default_and_tests_never() throws IOException {
      assertThat(gone(validator))
          .containsExactly(
              "The class shop.A is gone",
              "The class shop.inner.B is gone",
              "The class shopping.C is gone");
    }

    @Test
    void can_be_chosen_and_left_out() throws IOException {
      assertThat(gone(validator.withPackages("shop"))).hasSize(2);
      assertThat(gone(validator.withPackages("shop").withoutPackages("shop.inner")))
          .containsExactly("The class shop.A is gone");
      assertThatIllegalArgumentException().isThrownBy(validator::withPackages);
    }
  }

  @Nested
  class Hostile_trees {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "public class Basket extends Basket {}",
          "public class Basket { not java",
          "public class Basket { public void m() {} } class Basket {}",
          "public class Basket { \u202e }",
        })
    void that_do_not_compile_are_refused(String text) {
      assertThat(rules(tree("public class Basket {}"), tree(text)))
          .isNotEmpty()
          .allMatch(rule -> rule.startsWith("compile."));
    }

    @Test
    void that_are_empty_are_refused() {
      assertThat(rules(tree("public class Basket {}"), SourceTree.of(Map.of("a.txt", ""))))
          .isNotEmpty();
    }

    @Test
    void can_not_hide_a_loss_behind_a_type_with_the_same_simple_name() {
      SourceTree base = tree("public class Basket { public void m() {} }");
      SourceTree cheat =
          SourceTree.of(
              Map.of(
                  "src/other/Basket.java",
                  "package other; public class Basket { public void m() {} }"));

      assertThat(rules(base, cheat)).containsExactly("api.type-removed");
    }

    @Test
    void can_not_hide_a_loss_in_an_exception_of_their_own() {
      assertThat(
              rules(
                  "public static class Odd extends RuntimeException {} public void m() throws Odd {}",
                  "public static class Odd extends Exception {} public void m() throws Odd {}"))
          .contains("api.supertype-removed");
    }

    @Test
    void with_a_deep_chain_of_types_end() {
      StringBuilder chain = new StringBuilder("public class Basket { public void m() {} ");
      for (int i = 1; i <= 300; i++) {
        chain.append("public static class C").append(i).append(" extends ");
        chain.append(i == 1 ? "Basket" : "C" + (i - 1)).append(" {} ");
      }
      String text = chain.append("}").toString();

      assertThat(rules(tree(text), tree(text.replace("void m()", "void n()"))))
          .containsExactly("api.method-removed");
    }
  }
}
