package dev.ratchet.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b.txt | a/b.txt",
        "*.java | A.java",
        "* | .hidden",
        "a*c | ac",
        "a*b*c | axbxbxc",
        "a?c | abc",
        "** | a/b/c",
        "src/** | src/a",
        "src/** | src/a/b/c",
        "src/** | src",
        "**/*.java | A.java",
        "**/*.java | a/b/A.java",
        "a/**/b | a/b",
        "a/**/b | a/x/y/b",
        "a/**/b/**/c | a/b/x/b/c",
        "{a,b}/c | b/c",
        "x{,.bak} | x",
        "x{,.bak} | x.bak",
        "{src,test/x}/*.{java,kt} | test/x/A.kt",
      })
  void matches(String glob, String path) {
    assertThat(PathGlob.of(glob).matches(SourcePath.of(path))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b.txt | a/b_txt",
        "*.java | a/A.java",
        "*.java | A.javac",
        "a?c | ac",
        "a?c | a/c",
        "src/** | srcs/a",
        "src/** | test/src/a",
        "**/*.java | a/A.txt",
        "a/**/b | a/x/bb",
        "a/**/b | a",
        "{a,b}/c | c/c",
        "src/*/A.java | src/a/b/A.java",
        "SRC/** | src/a",
      })
  void does_not_match(String glob, String path) {
    assertThat(PathGlob.of(glob).matches(SourcePath.of(path))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/**b | 3 | ** has to be a whole segment",
        "a{b | 2 | { is not closed",
        "ab} | 3 | } closes nothing",
        "{a,{b}} | 1 | braces are nested",
        "{a}/{b | 5 | { is not closed",
        "a\\b | 2 | the character \"\\\\\" has no meaning here",
        "a[b] | 2 | the character \"[\" has no meaning here",
        "/a | 1 | the segment \"\" can match no path",
        "a/ | 1 | the segment \"\" can match no path",
        "../a | 1 | the segment \"..\" can match no path",
        "./a | 1 | the segment \".\" can match no path",
      })
  void refuses_what_is_no_glob(String glob, int position, String reason) {
    assertThatThrownBy(() -> PathGlob.of(glob))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at position " + position + ": " + reason)
        .hasMessageEndingWith(
            "; allowed are names separated by /, with *, ?, ** as a whole segment, and {a,b}");
  }

  @Test
  void refuses_braces_that_explode() {
    assertThatThrownBy(() -> PathGlob.of("{a,b}".repeat(40)))
        .hasMessageContaining("the braces make more than 256 patterns");
  }

  @Test
  void answers_a_pattern_made_to_be_slow() {
    PathGlob glob = PathGlob.of("**/" + "*a".repeat(60) + "/**/x");

    assertThat(glob.matches(SourcePath.of("a".repeat(250) + "/" + "a".repeat(250)))).isFalse();
  }

  @Test
  void filter_needs_an_include_and_no_exclude() {
    PathFilter filter = PathFilter.of(List.of("src/**"), List.of("**/gen/**", "**/*.class"));

    assertThat(filter.accepts(SourcePath.of("src/a/A.java"))).isTrue();
    assertThat(filter.accepts(SourcePath.of("src/gen/A.java"))).isFalse();
    assertThat(filter.accepts(SourcePath.of("src/a/A.class"))).isFalse();
    assertThat(filter.accepts(SourcePath.of("test/A.java"))).isFalse();
    assertThat(PathFilter.all().accepts(SourcePath.of("x/y"))).isTrue();
  }

  @Test
  void filter_without_includes_is_refused() {
    assertThatThrownBy(() -> PathFilter.of(List.of(), List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "includes is empty, so the filter would accept no path; include \"**\" to accept all");
  }

  @Test
  void filter_knows_which_directories_are_worth_a_walk() {
    PathFilter filter = PathFilter.of(List.of("src/*/java/**"), List.of("src/gen/**"));

    assertThat(filter.mayAcceptBelow("src")).isTrue();
    assertThat(filter.mayAcceptBelow("src/main")).isTrue();
    assertThat(filter.mayAcceptBelow("src/main/java/a/b")).isTrue();
    assertThat(filter.mayAcceptBelow("src/main/kotlin")).isFalse();
    assertThat(filter.mayAcceptBelow("src/gen")).isFalse();
    assertThat(filter.mayAcceptBelow("test")).isFalse();
  }
}
