package dev.ratchet.edit;

import static dev.ratchet.edit.PatchFormat.SEARCH_REPLACE;
import static dev.ratchet.edit.PatchFormat.WHOLE_FILES;
import static dev.ratchet.edit.Patches.applied;
import static dev.ratchet.edit.Patches.path;
import static dev.ratchet.edit.Patches.problem;
import static dev.ratchet.edit.Patches.problems;
import static dev.ratchet.edit.Patches.tree;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockFormatsTest {

  private static final SourceTree BASE = tree("src/a.txt", "one\ntwo\nthree\ntwo\nfour\n");

  private static String text(SourceTree tree, String path) {
    return tree.file(path(path)).flatMap(SourceFile::text).orElseThrow();
  }

  private static String block(String search, String replace) {
    return "<<<<<<< SEARCH\n" + search + "=======\n" + replace + ">>>>>>> REPLACE\n";
  }

  @Nested
  class Search_and_replace {

    private String changed(String patch) {
      return text(applied(SEARCH_REPLACE, patch, BASE), "src/a.txt");
    }

    private PatchProblem refused(String patch) {
      return problem(SEARCH_REPLACE, patch, BASE);
    }

    @Test
    void replaces_lines_that_occur_once() {
      assertThat(changed("src/a.txt\n" + block("one\ntwo\n", "1\n")))
          .isEqualTo("1\nthree\ntwo\nfour\n");
      assertThat(changed("src/a.txt\n" + block("three\n", ""))).isEqualTo("one\ntwo\ntwo\nfour\n");
    }

    @Test
    void blocks_may_stand_in_fences_in_any_order_and_share_a_path() {
      String patch =
          "Here are the edits.\n\n`src/a.txt`\n```text\n"
              + block("four\n", "4\n")
              + "```\n\n```\n"
              + block("one\n", "1\n")
              + "```\n";

      assertThat(changed(patch)).isEqualTo("1\ntwo\nthree\ntwo\n4\n");
    }

    @Test
    void refuses_lines_that_occur_twice_or_never() {
      assertThat(refused("src/a.txt\n" + block("two\n", "2\n")).message())
          .startsWith("its old lines are at 2 places in the file (lines 2, 4)");
      PatchProblem never = refused("src/a.txt\n" + block("one\ntwo!\n", "2\n"));
      assertThat(never.message()).startsWith("its old lines are nowhere in the file");
      assertThat(never.nearest()).isEqualTo("  1| one\n! 2| two");
      assertThat(refused("src/a.txt\n" + block("thr\n", "2\n")).hunk()).isEqualTo(1);
    }

    @Test
    void one_bad_block_of_two_refuses_both() {
      String good = "src/a.txt\n" + block("one\n", "1\n");

      assertThat(refused(good + block("none\n", "0\n")).hunk()).isEqualTo(2);
    }

    @Test
    void refuses_blocks_that_overlap() {
      assertThat(
              refused("src/a.txt\n" + block("one\ntwo\n", "1\n") + block("two\nthree\n", "2\n"))
                  .message())
          .startsWith("it overlaps hunk 1");
    }

    @Test
    void an_empty_search_creates_or_fills_a_file_but_nothing_else() {
      assertThat(text(applied(SEARCH_REPLACE, "src/b.txt\n" + block("", "x\n"), BASE), "src/b.txt"))
          .isEqualTo("x\n");
      assertThat(text(applied(SEARCH_REPLACE, "e\n" + block("", "x\n"), tree("e", "")), "e"))
          .isEqualTo("x\n");
      assertThat(refused("src/a.txt\n" + block("", "x\n")).message())
          .startsWith("it adds lines without showing a line of the file");
      assertThat(refused("src/b.txt\n" + block("y\n", "x\n")).message())
          .startsWith("the file does not exist");
    }

    @Test
    void keeps_crlf_and_a_missing_final_newline() {
      SourceTree base = tree("f", "a\r\nb\r\nend");

      assertThat(text(applied(SEARCH_REPLACE, "f\n" + block("a\n", "x\ny\n"), base), "f"))
          .isEqualTo("x\r\ny\r\nb\r\nend");
      assertThat(text(applied(SEARCH_REPLACE, "f\n" + block("b\nend\n", "c\nd\n"), base), "f"))
          .isEqualTo("a\r\nc\r\nd");
      assertThat(changed(("src/a.txt\n" + block("one\n", "1\n")).replace("\n", "\r\n")))
          .isEqualTo("1\ntwo\nthree\ntwo\nfour\n");
    }

    @Test
    void a_file_with_mixed_ends_has_to_match_byte_for_byte() {
      SourceTree base = tree("f", "a\r\nb\n");

      assertThat(problem(SEARCH_REPLACE, "f\n" + block("a\n", "x\n"), base).message())
          .contains("only the line ends differ");
      assertThat(text(applied(SEARCH_REPLACE, "f\n" + block("a\r\n", "x\n"), base), "f"))
          .isEqualTo("x\nb\n");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "src/a.txt\n<<<<<<< SEARCH\none\n=======\n1\n",
          "src/a.txt\n<<<<<<< SEARCH\none\n",
        })
    void refuses_text_that_was_cut_off(String patch) {
      assertThat(refused(patch).message()).contains("it may be cut off");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "src/a.txt\n<<<<<<< SEARCH\none\n=======\n1\n=======\n2\n>>>>>>> REPLACE\n",
          "src/a.txt\n<<<<<<< SEARCH\none\n>>>>>>> REPLACE\n",
          "src/a.txt\n<<<<<<< SEARCH\none\n<<<<<<< SEARCH\n",
          "src/a.txt\n<<<<<<< HEAD\none\n=======\n1\n>>>>>>> REPLACE\n",
          "src/a.txt\n<<<<<<<SEARCH\none\n=======\n1\n>>>>>>>REPLACE\n",
          "=======\n",
        })
    void refuses_markers_that_are_not_in_order(String patch) {
      assertThat(problems(SEARCH_REPLACE, patch, BASE).get(0).message())
          .containsAnyOf("stands outside of a block", "comes where the block from line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.txt", "/etc/passwd", "src/.git/x", "C:\\x", "Sure", "See a.txt"})
    void refuses_a_line_before_the_block_that_is_no_path(String line) {
      assertThat(refused(line + "\n" + block("", "x\n")).message())
          .containsAnyOf("is not a source path", "looks like prose where the path");
    }

    @Test
    void refuses_a_block_without_a_path_and_prose_without_a_block() {
      assertThat(refused(block("one\n", "1\n")).message())
          .isEqualTo("no path comes before the block; write it alone in the line before");
      assertThat(refused("I am sorry, but I cannot do that.").message())
          .startsWith("There is no change in this text. Write a line with the path, then <<<<<<<");
      assertThat(refused("src/a.txt\n" + block("one\n", "one\n")).message())
          .startsWith("it changes nothing");
    }

    @Test
    void keeps_the_mode() {
      SourceFile script = SourceFile.of("a\n").withMode(FileMode.EXECUTABLE);
      SourceTree base = SourceTree.empty().with(path("run.sh"), script);

      assertThat(
              applied(SEARCH_REPLACE, "run.sh\n" + block("a\n", "b\n"), base).file(path("run.sh")))
          .hasValue(script.withText("b\n"));
    }
  }

  @Nested
  class Whole_files {

    @Test
    void replaces_and_creates() {
      String patch =
          "I changed two files.\n\nsrc/a.txt\n```text\nnew\n```\n\n`src/b c.md`\n````\n```\n````\n";

      SourceTree tree = applied(WHOLE_FILES, patch, BASE);

      assertThat(text(tree, "src/a.txt")).isEqualTo("new\n");
      assertThat(text(tree, "src/b c.md")).isEqualTo("```\n");
    }

    @Test
    void keeps_crlf_a_missing_final_newline_and_the_mode() {
      SourceFile script = SourceFile.of("a\r\nb").withMode(FileMode.EXECUTABLE);
      SourceTree base = SourceTree.empty().with(path("run"), script);

      assertThat(applied(WHOLE_FILES, "run\n~~~\nx\ny\n~~~\n", base).file(path("run")))
          .hasValue(script.withText("x\r\ny"));
    }

    @Test
    void refuses_a_file_given_twice() {
      String once = "src/a.txt\n```\nnew\n```\n";

      assertThat(problem(WHOLE_FILES, once + once, BASE).message())
          .startsWith("the path is touched before");
    }

    @Test
    void does_not_count_files_that_stay_as_they_are() {
      String same = "src/a.txt\n```\none\ntwo\nthree\ntwo\nfour\n```\n";

      assertThat(problem(WHOLE_FILES, same, BASE).message())
          .isEqualTo("The patch gives every file as it is already, so nothing would change");
      assertThat(applied(WHOLE_FILES, same + "b.txt\n```\nx\n```\n", BASE).size()).isEqualTo(2);
    }

    @Test
    void refuses_prose_and_blocks_without_a_path() {
      assertThat(problem(WHOLE_FILES, "I cannot do that.", BASE).message())
          .startsWith("There is no change in this text. Write for each file a line with its path");
      assertThat(problem(WHOLE_FILES, "```\nx\n```\n", BASE).message())
          .isEqualTo("no path comes before the code fence; write it alone in the line before");
      assertThat(problem(WHOLE_FILES, "Use this:\n```\nx\n```\n", BASE).message())
          .contains("is not a source path");
      assertThat(problem(WHOLE_FILES, "Sure\n```\nx\n```\n", BASE).message())
          .contains("looks like prose");
    }

    @Test
    void refuses_a_fence_that_is_not_closed() {
      assertThat(problem(WHOLE_FILES, "src/a.txt\n```\nnew\n", BASE).message())
          .isEqualTo("the code fence is not closed; the text may be cut off");
      assertThat(problem(WHOLE_FILES, "src/a.txt\n````\nnew\n```\n", BASE).message())
          .isEqualTo("the code fence is not closed; the text may be cut off");
    }
  }
}
