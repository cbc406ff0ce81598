package dev.ratchet.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "src/main/java/com/acme/Solver.java",
        ".github/workflows/build.yml",
        ".gitignore",
        "git",
        "a.git/config",
        "with space/in name.txt",
        "...a",
        "console.txt",
        "com10",
        "nullable/auxiliary.txt",
        "backup~",
        "100%",
        "%zz",
        "a+b,c;d=e@f#g!h$i&j'k(l)m[n]o{p}q^r`s"
      })
  void accepts_harmless_names(String text) {
    assertThat(SourcePath.of(text).value()).isEqualTo(text);
    assertThat(SourcePath.problem(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "//host/share",
        "C:/Windows",
        "c:x",
        "C:\\x",
        "\\x",
        "a\\b",
        "\\\\host\\x",
        "..",
        "../x",
        "a/../b",
        "a/..",
        ".",
        "./a",
        "a/./b",
        "a/.",
        "a//b",
        "a/",
        "",
        "%2e%2e/x",
        "a%2Fb",
        "%00",
        "a%5cb",
        "a\0b",
        "a\nb",
        "a\tb",
        "a\u007fb",
        "a\u200db",
        "a\u202eb",
        "\ufeffa",
        "a\u00adb",
        "caf\u00e9",
        "\uff0e\uff0e/x",
        "\u0430.java",
        "a\u2215b",
        "\ud83d\ude00",
        "a.",
        "a ",
        " a",
        "a /b",
        "a./b",
        "...",
        ". .",
        "progra~1",
        "GIT~1/config",
        "x/abcdef~2.txt",
        "a::$DATA",
        "a:b",
        "a*",
        "a?",
        "a<b",
        "a>b",
        "a|b",
        "a\"b",
        "con",
        "CON",
        "nul.txt",
        "dir/Aux",
        "com1",
        "LPT9.log",
        "prn .x",
        "conin$",
        "COM0",
        ".git",
        ".git/config",
        "sub/.GIT/hooks/x",
        ".Git"
      })
  void refuses_spellings_that_may_mean_another_place(String text) {
    assertThat(SourcePath.problem(text)).isPresent();
    assertThatThrownBy(() -> SourcePath.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/etc | it is absolute; write it relative to the root of the tree",
        "a/../b | it has the segment ..; name every directory itself",
        "a//b | it has an empty segment; separate names by exactly one /",
        "a\\b | it has the character \\ at position 2, which is not accepted",
        "a%2eb | it has a percent escape; write the character itself",
        "a. | its segment \"a.\" ends with a dot, which some systems drop",
        "x/nul | its segment \"nul\" is the name of a device on some systems",
        "a~1 | its segment \"a~1\" may be the short (8.3) name of another file",
        ".GIT/x | its segment \".GIT\" belongs to git, which runs what it finds there",
      })
  void says_why_it_refuses(String text, String reason) {
    assertThat(SourcePath.problem(text)).hasValue(reason);
  }

  @Test
  void says_why_it_refuses_what_cannot_be_seen() {
    assertThat(SourcePath.problem("a\u200db"))
        .hasValue("it has the character U+200D at position 2; only printable ASCII is accepted");
    assertThat(SourcePath.problem("a/b "))
        .hasValue("its segment \"b \" begins or ends with a space");
    assertThat(SourcePath.problem("")).hasValue("it is empty");
    assertThatThrownBy(() -> SourcePath.of("a\u200db\n"))
        .hasMessageStartingWith("\"a\\u200db\\n\" is not a source path: ");
  }

  @Test
  void refuses_what_is_too_long() {
    String segment = "s".repeat(255);
    String longest = String.join("/", segment, segment, segment, segment);

    assertThat(SourcePath.problem(segment)).isEmpty();
    assertThat(SourcePath.problem(segment + "s"))
        .hasValue("it has a segment longer than 255 characters");
    assertThat(SourcePath.problem(longest)).isEmpty();
    assertThat(SourcePath.problem(longest + "/t")).hasValue("it is longer than 1024 characters");
  }

  @Test
  void knows_its_name_and_its_directory() {
    SourcePath path = SourcePath.of("src/main/A.java");

    assertThat(path.fileName()).isEqualTo("A.java");
    assertThat(path.parent()).hasValue(SourcePath.of("src/main"));
    assertThat(SourcePath.of("A.java").parent()).isEmpty();
    assertThat(SourcePath.of("A.java").fileName()).isEqualTo("A.java");
  }

  @Test
  void folds_case_whatever_the_language_of_the_user() {
    assertThat(SourcePath.of("SRC/Init.JAVA").folded()).isEqualTo("src/init.java");
    assertThat(SourcePath.of("SRC/a")).isNotEqualTo(SourcePath.of("src/a"));
  }

  @Test
  void is_ordered_as_a_walk_meets_it() {
    List<SourcePath> ordered =
        Stream.of("a/b/c", "a/b.c", "a-b", "a.b/x", "b").map(SourcePath::of).toList();

    assertThat(ordered.stream().sorted().toList()).isEqualTo(ordered);
  }
}
