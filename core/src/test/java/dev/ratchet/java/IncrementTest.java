package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compiling an edit gives what compiling the whole tree gives. */
class IncrementTest {
  private static final JavaTarget TARGET = JavaTarget.builder("src").build();

  private static final SourceTree BASE =
      tree(
          Map.of(
              "p/Limits", "package p; public class Limits { public static final int MOST = 3; }",
              "p/User",
                  "package p; public class User extends Base {"
                      + " int most() { return Limits.MOST + Math.abs(-1) + size(2); } }",
              "p/Base",
                  "package p; import q.Task; public class Base {"
                      + " protected int size(long n) { return 1; }"
                      + " int run(Task t) { return t.weigh(1); } Items items() { return null; } }",
              "p/Items",
                  "package p; import java.util.*; public class Items implements Iterable<String> {"
                      + " public Iterator<String> iterator() { return null; } }",
              "p/Loop",
                  "package p; class Loop { int n(Base b) { int n = 0;"
                      + " for (String s : b.items()) { n += s.length(); } return n; } }",
              "q/Task", "package q; public interface Task { int weigh(int n); }",
              "q/Tasks",
                  "package q; public class Tasks { public static Task one() { return n -> n; } }"));

  private static SourceTree tree(Map<String, String> sources) {
    Map<String, String> files = new LinkedHashMap<>();
    sources.forEach((name, text) -> files.put("src/" + name + ".java", text));
    return SourceTree.of(files);
  }

  private static SourceTree with(SourceTree tree, String name, String old, String now) {
    SourcePath path = SourcePath.of("src/" + name + ".java");
    String text = tree.file(path).flatMap(SourceFile::text).orElse("");
    assertThat(text).contains(old);
    return tree.with(path, SourceFile.of(text.replace(old, now)));
  }

  private static SourceTree with(String name, String old, String now) {
    return with(BASE, name, old, now);
  }

  private static SourceTree adding(String name, String text) {
    return BASE.with(SourcePath.of("src/" + name + ".java"), SourceFile.of(text));
  }

  private static void assertSame(SourceTree tree) {
    assertSame(TreeCompiler.of(TARGET), BASE, tree);
  }

  private static void assertSame(TreeCompiler compiler, SourceTree base, SourceTree tree) {
    Compilation part = compiler.compile(base, tree);
    Compilation whole = TreeCompiler.of(TARGET).compile(tree);
    assertThat(part).hasSameClassAs(whole);
    if (whole instanceof Compilation.Compiled all && part instanceof Compilation.Compiled some) {
      assertThat(some.classes().keySet()).isEqualTo(all.classes().keySet());
      all.classes().forEach((name, bytes) -> assertThat(some.classes().get(name)).isEqualTo(bytes));
    }
  }

  @Test
  void a_body_is_compiled_alone() {
    SourceTree edited = with("p/Base", "return 1", "return 2");
    TreeCompiler compiler = TreeCompiler.of(TARGET);
    Compilation.Compiled before = (Compilation.Compiled) compiler.compile(BASE);
    Compilation.Compiled after = (Compilation.Compiled) compiler.compile(BASE, edited);

    assertSame(edited);
    assertThat(after.classes().get("p.User")).isSameAs(before.classes().get("p.User"));
    assertThat(after.classes().get("p.Base")).isNotSameAs(before.classes().get("p.Base"));
    assertThat(after.source("p.Base")).contains(SourcePath.of("src/p/Base.java"));
    assertThat(after.classesOf(SourcePath.of("src/p/Items.java"))).containsExactly("p.Items");
  }

  @Test
  void a_constant_is_inlined_anew() {
    assertSame(with("p/Limits", "MOST = 3", "MOST = 4"));
  }

  @Test
  void a_new_type_takes_a_name_of_the_jdk() {
    assertSame(adding("p/Math", "package p; class Math { static int abs(int n) { return 7; } }"));
  }

  @Test
  void an_overload_is_more_specific() {
    assertSame(with("p/Base", "int run", "protected int size(int n) { return 9; } int run"));
  }

  @Test
  void an_implicit_call_is_bound_anew() {
    assertSame(
        with(
            "p/Items",
            "public Iterator<String> iterator() { return null; }",
            "public Cursor iterator() { return null; }"
                + " static abstract class Cursor implements Iterator<String> {}"));
  }

  @Test
  void a_lambda_meets_another_interface() {
    assertSame(with("q/Task", "int weigh(int n)", "long weigh(long n)"));
  }

  @Test
  void a_type_is_deleted() {
    assertSame(BASE.without(SourcePath.of("src/q/Tasks.java")));
    assertSame(BASE.without(SourcePath.of("src/p/Limits.java")));
  }

  @Test
  void a_type_is_declared_twice() {
    assertSame(adding("p/Other", "package p; class Other {} class Limits { }"));
  }

  @Test
  void a_type_is_moved_to_another_file() {
    assertSame(
        BASE.without(SourcePath.of("src/p/Limits.java"))
            .with(
                SourcePath.of("src/p/More.java"),
                SourceFile.of("package p; class Limits { static final int MOST = 5; }")));
  }

  @Test
  void what_does_not_compile_does_not() {
    assertSame(with("p/Base", "return 1", "return x"));
    assertSame(with("p/Limits", "MOST", "LEAST"));
  }

  @Test
  void a_hidden_constant_of_a_supertype_is_found() {
    assertSame(with("p/Base", "int run", "static final Class<?> Limits = null; int run"));
  }

  @Test
  void a_supertype_changes_what_its_subtypes_have_without_naming_it() {
    SourceTree base =
        SourceTree.of(
            Map.of(
                "src/p/Top.java",
                "package p; abstract class Top { public void m() {} }",
                "src/p/Mark.java",
                "package p; @interface Mark { int n() default 1; }",
                "src/p/Sub.java",
                "package p; @Mark public class Sub extends Top {}"));

    assertSame(TreeCompiler.of(TARGET), base, with(base, "p/Top", "void m()", "void n()"));
    assertSame(TreeCompiler.of(TARGET), base, with(base, "p/Top", "{ ", "{ abstract void n(); "));
    assertSame(TreeCompiler.of(TARGET), base, with(base, "p/Mark", " default 1", ""));
  }

  @Test
  void many_edits_one_after_the_other() {
    List<String[]> edits =
        List.of(
            new String[] {"p/Limits", "MOST = 3", "MOST = 4"},
            new String[] {"p/Limits", "MOST = 4", "MOST = 3"},
            new String[] {"p/Base", "size(long n)", "size(int n)"},
            new String[] {"p/Base", "size(int n)", "size(long n)"},
            new String[] {"p/Base", "return 1", "return Limits.MOST"},
            new String[] {"p/Base", "return Limits.MOST", "return 1"},
            new String[] {"q/Task", "weigh(int n)", "weigh(long n)"},
            new String[] {"q/Task", "weigh(long n)", "weigh(int n)"},
            new String[] {"p/User", "extends Base", "extends Base implements q.Task"});
    Random random = new Random(7);
    TreeCompiler compiler = TreeCompiler.of(TARGET);
    SourceTree current = BASE;
    List<SourceTree> seen = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String[] edit = edits.get(random.nextInt(edits.size()));
      SourcePath path = SourcePath.of("src/" + edit[0] + ".java");
      if (current.file(path).flatMap(SourceFile::text).orElse("").contains(edit[1])) {
        SourceTree next = with(current, edit[0], edit[1], edit[2]);
        assertSame(compiler, current, next);
        if (compiler.compile(next) instanceof Compilation.Compiled) {
          current = next;
        }
        seen.add(next);
      }
    }
    assertThat(seen).hasSizeGreaterThan(10);
  }
}
