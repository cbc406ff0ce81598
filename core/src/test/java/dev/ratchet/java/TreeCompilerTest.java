package dev.ratchet.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Candidate;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeCompilerTest {
  private static final String MAIN = "src/main/java/a/Main.java";
  private static final JavaTarget TARGET =
      JavaTarget.builder("src/main/java").withTestRoots("src/test/java").build();

  private final TreeCompiler compiler = TreeCompiler.of(TARGET);

  private Compilation.Compiled compiled(SourceTree tree) {
    return compiler
        .compile(tree)
        .fold(
            it -> it,
            failed -> {
              throw new AssertionError(failed.findings().toString());
            });
  }

  private List<Finding> failures(Map<String, String> texts) {
    return compiler
        .compile(SourceTree.of(texts))
        .fold(it -> List.<Finding>of(), Compilation.Failed::findings);
  }

  @Nested
  class A_tree_that_compiles {
    private final SourceTree tree =
        SourceTree.of(
            Map.of(
                MAIN,
                "package a; public class Main { record Point(int x) {} }",
                "src/test/java/a/MainTest.java",
                "package a; class MainTest { does not compile }",
                "docs/Broken.java",
                "not java at all"));

    @Test
    void gives_the_class_files_of_its_source_roots_alone() {
      assertThat(compiled(tree).classes()).containsOnlyKeys("a.Main", "a.Main$Point");
      assertThat(compiled(tree).tree()).isEqualTo(tree.hash());
    }

    @Test
    void is_compiled_once() {
      assertThat(compiler.compile(tree)).isSameAs(compiler.compile(SourceTree.of(texts(tree))));
    }

    @Test
    void compiles_to_the_same_bytes_in_another_compiler() {
      Compilation other = TreeCompiler.of(TARGET).compile(tree);

      assertThat(((Compilation.Compiled) other).classes().get("a.Main"))
          .isEqualTo(compiled(tree).classes().get("a.Main"));
    }

    @Test
    void can_have_names_that_are_no_plain_addresses() {
      SourceTree odd = SourceTree.of(Map.of("src/main/java/a b/x+[1]#{y}^`.java", "class A {}"));

      assertThat(compiled(odd).classes()).containsOnlyKeys("A");
    }

    private Map<String, String> texts(SourceTree from) {
      Map<String, String> texts = new java.util.HashMap<>();
      for (SourcePath path : from.paths()) {
        texts.put(path.value(), from.file(path).flatMap(SourceFile::text).orElseThrow());
      }
      return texts;
    }
  }

  @Nested
  class A_tree_that_does_not_compile {
    @Test
    void is_refused_with_file_and_line() {
      List<Finding> findings =
          failures(Map.of(MAIN, "package a;\npublic class Main {\n  int x = \"text\";\n}\n"));

      assertThat(findings).hasSize(1);
      assertThat(findings.get(0))
          .hasToString(
              "compile.error: incompatible types: java.lang.String cannot be converted to int"
                  + " (src/main/java/a/Main.java:3), because a version that does not compile can't"
                  + " be judged. Remedy: correct it; Java 17 and the target's class path are all"
                  + " there is");
    }

    @Test
    void is_refused_for_an_empty_root() {
      assertThat(failures(Map.of("other/A.java", "class A {}")))
          .singleElement()
          .hasToString(
              "compile.no-sources: The tree has no Java source to compile, because only files below"
                  + " the target's roots are compiled. Remedy: check the roots that the target"
                  + " names");
    }

    @Test
    void is_refused_for_a_source_in_another_encoding() {
      SourceTree tree =
          SourceTree.empty()
              .with(SourcePath.of(MAIN), SourceFile.of(new byte[] {'/', '/', (byte) 0xE9, '\n'}));

      Compilation.Failed failed = (Compilation.Failed) compiler.compile(tree);

      assertThat(failed.findings())
          .singleElement()
          .hasToString(
              "compile.encoding: A source is not well-formed UTF-8 text"
                  + " (src/main/java/a/Main.java), because sources are read as UTF-8 by every tool."
                  + " Remedy: write the file in UTF-8");
    }

    @Test
    void is_refused_when_it_is_too_deep_for_the_compiler() {
      String deep =
          "package a; class Main { int x = "
              + "-(".repeat(200_000)
              + "1"
              + ")".repeat(200_000)
              + "; }";

      assertThat(failures(Map.of(MAIN, deep))).isNotEmpty();
      assertThat(failures(Map.of(MAIN, "package a; class Main {}"))).isEmpty();
    }

    @Test
    void does_not_see_what_the_host_has_on_its_class_path() {
      assertThat(failures(Map.of(MAIN, "class Main { org.junit.jupiter.api.Test t; }")))
          .isNotEmpty();
      assertThat(failures(Map.of(MAIN, "class Main { dev.ratchet.benchmarks.Task t; }")))
          .isNotEmpty();
    }

    @Test
    void does_not_see_newer_language_features_than_its_level() {
      JavaTarget old = JavaTarget.builder("src/main/java").withLanguageLevel(11).build();
      Map<String, String> record = Map.of(MAIN, "package a; record Main(int x) {}");

      assertThat(TreeCompiler.of(old).compile(SourceTree.of(record)))
          .isInstanceOf(Compilation.Failed.class);
      assertThat(
              TreeCompiler.of(old)
                  .compile(SourceTree.of(Map.of(MAIN, "package a; class Main { int x; }"))))
          .isInstanceOf(Compilation.Compiled.class);
    }
  }

  @Nested
  class The_validator {
    @Test
    void passes_what_compiles_and_refuses_what_does_not() throws Exception {
      CompileValidator validator = new CompileValidator(compiler);
      SourceTree good = SourceTree.of(Map.of(MAIN, "package a; class Main {}"));
      SourceTree bad = SourceTree.of(Map.of(MAIN, "package a; class Main {"));

      assertThat(validator.validate(Candidate.baseline(good)).isAccepted()).isTrue();
      assertThat(validator.validate(Candidate.baseline(bad)).kind())
          .isEqualTo(Verdict.Kind.REJECTED);
    }
  }

  @Test
  void annotation_processors_never_run(@TempDir Path folder) throws IOException {
    // A service that can't be loaded makes javac fail as soon as it looks for processors.
    Path service = folder.resolve("META-INF/services/javax.annotation.processing.Processor");
    Files.createDirectories(service.getParent());
    Files.writeString(service, "no.such.Processor");
    JavaTarget target = JavaTarget.builder(".").withClassPath(List.of(folder)).build();

    assertThat(TreeCompiler.of(target).compile(SourceTree.of(Map.of("A.java", "class A {}"))))
        .isInstanceOf(Compilation.Compiled.class);
  }

  @Test
  void an_interruption_cancels_the_wait_and_spoils_nothing() {
    SourceTree tree = SourceTree.of(Map.of(MAIN, "package a; class Main { int interrupted; }"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> compiler.compile(tree)).isInstanceOf(CancellationException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(compiler.compile(tree)).isInstanceOf(Compilation.Compiled.class);
  }

  @Test
  void a_runtime_without_compiler_is_explained() {
    assertThatThrownBy(() -> Javac.required(Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no compiler, because it is not a full JDK")
        .hasMessageContaining("Start the host with a JDK of version 17 or later");
  }

  /** Each level doubles javac's work. */
  private static SourceTree endless() {
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      nested.append("f(x" + i + " -> true ? ");
    }
    return SourceTree.of(
        Map.of(
            MAIN,
            """
            package a;
            class Main {
              static <T, R> R f(java.util.function.Function<T, R> f) { return null; }
              Object o = %s1%s;
            }
            """
                .formatted(nested, " : 2)".repeat(40))));
  }

  private Thread waiting(SourceTree tree) {
    Thread thread = new Thread(() -> compiler.compile(tree));
    thread.setUncaughtExceptionHandler((t, e) -> {});
    thread.start();
    return thread;
  }

  @Test
  void an_endless_compile_that_is_given_up_holds_up_nobody() throws InterruptedException {
    SourceTree plain = SourceTree.of(Map.of(MAIN, "package a; class Main {}"));
    compiled(plain);
    Thread hostile = waiting(endless());
    hostile.join(300);
    assertThat(hostile.isAlive()).isTrue();
    SourceTree queued = SourceTree.of(Map.of(MAIN, "package a; class Main { int queued; }"));
    Thread behind = waiting(queued);

    hostile.interrupt();
    hostile.join(10_000);
    behind.join(10_000);

    assertThat(hostile.isAlive() || behind.isAlive()).isFalse();
    assertThat(compiled(queued).classes()).containsOnlyKeys("a.Main");
    compiled(SourceTree.of(Map.of(MAIN, "package a; class Main { int next; }")));
  }
}
