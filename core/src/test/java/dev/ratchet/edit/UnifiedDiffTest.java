package dev.ratchet.edit;

import static dev.ratchet.edit.PatchFormat.UNIFIED_DIFF;
import static dev.ratchet.edit.Patches.applied;
import static dev.ratchet.edit.Patches.path;
import static dev.ratchet.edit.Patches.problem;
import static dev.ratchet.edit.Patches.problems;
import static dev.ratchet.edit.Patches.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedDiffTest {

  private static final SourceTree BASE = tree("src/a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
  private static final String NAMES = "--- a/src/a.txt\n+++ b/src/a.txt\n";

  private static String text(SourceTree tree, String path) {
    return tree.file(path(path)).flatMap(SourceFile::text).orElseThrow();
  }

  private static String changed(String patch) {
    return text(applied(UNIFIED_DIFF, patch, BASE), "src/a.txt");
  }

  private static PatchProblem refused(String patch) {
    return problem(UNIFIED_DIFF, patch, BASE);
  }

  @Nested
  class Places {

    @Test
    void a_hunk_goes_to_its_stated_place_even_if_it_would_fit_elsewhere() {
      SourceTree base = tree("f", "x\ny\nx\ny\n");

      assertThat(
              text(applied(UNIFIED_DIFF, "--- f\n+++ f\n@@ -3,2 +3,2 @@\n x\n-y\n+z\n", base), "f"))
          .isEqualTo("x\ny\nx\nz\n");
    }

    @Test
    void a_hunk_that_is_not_at_its_stated_place_goes_to_the_only_other_one() {
      assertThat(changed(NAMES + "@@ -1,2 +1,2 @@\n 5\n-6\n+six\n"))
          .isEqualTo("1\n2\n3\n4\n5\nsix\n7\n8\n9\n");
    }

    @Test
    void a_hunk_that_fits_at_two_places_but_not_the_stated_one_is_refused() {
      SourceTree base = tree("f", "0\nx\ny\nx\ny\n");

      PatchProblem problem =
          problem(UNIFIED_DIFF, "--- f\n+++ f\n@@ -1,2 +1,2 @@\n x\n-y\n+z\n", base);

      assertThat(problem.message())
          .isEqualTo(
              "its old lines are at 2 places in the file (lines 2, 4) and no right line number tells"
                  + " which is meant; show more unchanged lines");
    }

    @Test
    void numbers_are_not_believed_where_a_neighbour_has_moved() {
      SourceTree base = tree("f", "new\nhead\nx\ny\nx\ny\ntail\n");
      String patch = "--- f\n+++ f\n@@ -1 +1 @@\n-head\n+HEAD\n@@ -3,2 +3,2 @@\n x\n-y\n+z\n";

      assertThat(problem(UNIFIED_DIFF, patch, base).hunk()).isEqualTo(2);
    }

    @Test
    void a_hunk_that_matches_nothing_is_refused_with_what_is_nearest() {
      PatchProblem problem = refused(NAMES + "@@ -4,3 +4,3 @@\n 4\n-five\n+FIVE\n 6\n");

      assertThat(problem)
          .isEqualTo(
              new PatchProblem(
                  "src/a.txt",
                  3,
                  1,
                  "its old lines are nowhere in the file (nearest is line 4, where other lines"
                      + " differ); copy them exactly, with white space and line ends",
                  "  4| 4\n! 5| 5\n  6| 6"));
      assertThat(problem.toString())
          .startsWith("src/a.txt, part 1, line 3 of the patch: its old lines are nowhere")
          .endsWith("\nNearest match:\n  4| 4\n! 5| 5\n  6| 6");
    }

    @Test
    void a_hunk_that_differs_in_white_space_only_is_refused_and_told_so() {
      SourceTree base = tree("f", "a\n\tb\n");

      assertThat(problem(UNIFIED_DIFF, "--- f\n+++ f\n@@ -1,2 +1 @@\n a\n-  b\n", base).message())
          .contains("(nearest is line 1, where only white space differs)");
    }

    @Test
    void one_bad_hunk_of_two_refuses_both_and_names_every_bad_one() {
      String patch =
          NAMES + "@@ -1 +1 @@\n-one\n+1st\n@@ -5 +5 @@\n-5\n+five\n@@ -9 +9 @@\n-nine\n+9th\n";

      assertThat(problems(UNIFIED_DIFF, patch, BASE))
          .extracting(PatchProblem::hunk)
          .containsExactly(1, 3);
    }

    @Test
    void one_bad_file_of_two_refuses_both() {
      String good = NAMES + "@@ -1 +1 @@\n-1\n+one\n";
      String bad = "--- a/src/b.txt\n+++ b/src/b.txt\n@@ -1 +1 @@\n-1\n+one\n";

      assertThat(refused(good + bad).message())
          .isEqualTo("the file does not exist; create it, or name a file that does");
    }

    @Test
    void hunks_that_overlap_or_are_out_of_order_are_refused() {
      String first = "@@ -2,3 +2,3 @@\n 2\n-3\n+x\n 4\n";

      assertThat(refused(NAMES + first + "@@ -4,2 +4,2 @@\n 4\n-5\n+y\n").message())
          .isEqualTo(
              "it overlaps hunk 1 or stands before it in the file; join the two or put them in order");
      assertThat(refused(NAMES + first + "@@ -1 +1 @@\n-1\n+y\n").hunk()).isEqualTo(2);
      assertThat(changed(NAMES + first + "@@ -5 +5 @@\n-5\n+y\n"))
          .isEqualTo("1\n2\nx\n4\ny\n6\n7\n8\n9\n");
    }

    @Test
    void a_hunk_without_old_lines_needs_proof_of_its_place() {
      String hunk = "@@ -3,0 +4 @@\n+x\n";
      String index =
          "index " + GitBinary.blobHash(BASE.file(path("src/a.txt")).orElseThrow(), "SHA-1");
      String git = "diff --git a/src/a.txt b/src/a.txt\n";

      assertThat(refused(NAMES + hunk).message())
          .isEqualTo(
              "it adds lines without showing a line of the file, so its place cannot be checked; "
                  + "show at least one unchanged line beside them");
      assertThat(changed(git + index.substring(0, 13) + "..1234567 100644\n" + NAMES + hunk))
          .isEqualTo("1\n2\n3\nx\n4\n5\n6\n7\n8\n9\n");
      assertThat(refused(git + "index 1234567..1234567 100644\n" + NAMES + hunk).hunk()).isOne();
    }

    @Test
    void numbers_that_contradict_each_other_are_not_believed() {
      SourceTree base = tree("f", "x\ny\nx\ny\n");

      assertThat(
              problem(UNIFIED_DIFF, "--- f\n+++ f\n@@ -3,2 +2,2 @@\n x\n-y\n+z\n", base).message())
          .startsWith("its old lines are at 2 places");
    }

    @Test
    void too_many_hunks_to_search_for_are_refused_at_once() {
      SourceTree base = tree("f", "x\n".repeat(10_000));
      String patch = "--- f\n+++ f\n" + "@@ ... @@\n-y\n+z\n".repeat(6_000);

      assertThat(problem(UNIFIED_DIFF, patch, base).message())
          .isEqualTo(
              "its line numbers do not fit, and it has too many hunks to look for the places of"
                  + " all; propose less at a time");
    }

    @Test
    void two_hunks_that_add_at_one_point_are_refused() {
      SourceFile file = BASE.file(path("src/a.txt")).orElseThrow();
      String git =
          "diff --git a/src/a.txt b/src/a.txt\nindex "
              + GitBinary.blobHash(file, "SHA-1").substring(0, 7)
              + "..1234567\n";

      assertThat(refused(git + NAMES + "@@ -3,0 +4 @@\n+x\n@@ -3,0 +5 @@\n+y\n").message())
          .startsWith("it overlaps hunk 1 or stands before it");
    }

    @Test
    void a_base_that_is_similar_but_not_the_one_of_the_full_hash_is_refused() {
      ChangeSet change =
          ChangeSet.between(BASE, BASE.with(path("src/a.txt"), SourceFile.of("1\n2\n3\n4\n5\n")));
      SourceTree similar = tree("src/a.txt", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n");

      assertThat(problem(UNIFIED_DIFF, change.toString(), similar).message())
          .isEqualTo(
              "the file it starts from has not the hash in its index line; make the diff anew from"
                  + " what is there, or leave the line out");
      assertThat(problem(UNIFIED_DIFF, change.toString().replace("-9\n", ""), BASE).message())
          .contains("may be cut off");
    }

    @Test
    void a_result_that_is_not_the_one_of_the_full_hash_is_refused() {
      SourceTree after = BASE.with(path("src/a.txt"), SourceFile.of("1\n2\n3\n4\n5\n6\n7\n8\nx\n"));
      String patch = ChangeSet.between(BASE, after).toString().replace("+x", "+y");

      assertThat(refused(patch).message())
          .startsWith("the file it ends in has not the hash in its index line");
    }
  }

  @Nested
  class Headers_of_hunks {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "@@ ... @@",
          "@@ @@",
          "@@",
          "@@ ... @@ class A",
          "@@ -4,9 +4,1 @@",
          "@@ -4 +4 @@",
          "@@ -4,2 +4 @@",
          "@@ -70,2 +1,2 @@"
        })
    void without_right_numbers_fit_at_exactly_one_place(String header) {
      assertThat(changed(NAMES + header + "\n 4\n-5\n+five\n\n```\n"))
          .isEqualTo("1\n2\n3\n4\nfive\n6\n7\n8\n9\n");
    }

    @Test
    void without_numbers_are_refused_where_two_places_fit() {
      SourceTree base = tree("f", "x\ny\nx\n");

      assertThat(problem(UNIFIED_DIFF, "--- f\n+++ f\n@@ ... @@\n-x\n+z\n", base).message())
          .contains("at 2 places in the file (lines 1, 3)");
      assertThat(
              problem(UNIFIED_DIFF, "--- f\n+++ f\n@@ -1,7 +1 @@\n-x\n+z\n\n```", base).message())
          .contains("at 2 places");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"@@ -1,2 @@", "@@ -a +b @@", "@@ 5 @@", "@@ -1 +1", "@@ -99999999999 +1 @@"})
    void that_are_malformed_are_refused_and_not_passed_over(String header) {
      assertThat(refused(NAMES + header + "\n-5\n+five\n").message())
          .startsWith("its header \"" + header + "\" is malformed");
    }

    @Test
    void in_text_that_was_cut_off_are_refused() {
      assertThat(refused(NAMES + "@@ -4,3 +4,4 @@\n 4\n-5\n+five\n\n").message())
          .isEqualTo(
              "the patch ends before the 3 old and 4 new lines that its header counts, so it may be"
                  + " cut off; complete it, correct the counts, or write @@ ... @@");
    }

    @Test
    void count_lines_that_look_like_the_names_of_the_next_file() {
      SourceTree base = tree("f", "a\n-- x\nb\n");
      String patch = "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\n--- x\n+++ y\n b\n";

      assertThat(text(applied(UNIFIED_DIFF, patch, base), "f")).isEqualTo("a\n++ y\nb\n");
    }

    @Test
    void an_empty_line_is_a_context_line_whose_space_got_lost() {
      SourceTree base = tree("f", "a\n\nb\n");

      assertThat(
              text(
                  applied(UNIFIED_DIFF, "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\n\n-b\n+c\n", base),
                  "f"))
          .isEqualTo("a\n\nc\n");
    }

    @Test
    void a_hunk_that_changes_nothing_is_refused() {
      assertThat(refused(NAMES + "@@ -1,2 +1,2 @@\n 1\n 2\n").message())
          .isEqualTo("it changes nothing; leave it out or show the lines that change");
    }
  }

  @Nested
  class Line_ends {

    private final SourceTree crlf = tree("f", "a\r\nb\r\nc\r\n");

    @Test
    void crlf_in_every_line_of_the_diff_fits_a_file_with_crlf() {
      String patch = "--- a/f\r\n+++ b/f\r\n@@ -1,2 +1,2 @@\r\n a\r\n-b\r\n+x\r\n";

      assertThat(text(applied(UNIFIED_DIFF, patch, crlf), "f")).isEqualTo("a\r\nx\r\nc\r\n");
    }

    @Test
    void crlf_in_the_lines_of_the_file_only_fits_too() {
      String patch = "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+x\n";

      assertThat(text(applied(UNIFIED_DIFF, patch, crlf), "f")).isEqualTo("a\r\nx\nc\r\n");
    }

    @Test
    void lf_does_not_fit_a_file_with_crlf_and_is_told_so() {
      PatchProblem problem =
          problem(UNIFIED_DIFF, "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n+x\n", crlf);

      assertThat(problem.message())
          .contains("where only the line ends differ: the file has CRLF, the patch has LF)");
      assertThat(problem.nearest()).isEqualTo("! 1| a\\r\n! 2| b\\r");
    }

    @Test
    void crlf_does_not_fit_a_file_with_lf_and_is_told_so() {
      assertThat(refused((NAMES + "@@ -1,2 +1,2 @@\n 1\n-2\n+x\n").replace("\n", "\r\n")).message())
          .isEqualTo("its lines end in CRLF but those of the file in LF; write the diff with LF");
    }

    @Test
    void a_missing_final_newline_is_content() {
      SourceTree base = tree("f", "a\nb");
      String marked = "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n";

      assertThat(text(applied(UNIFIED_DIFF, marked, base), "f")).isEqualTo("a\nc\n");
      assertThat(text(applied(UNIFIED_DIFF, marked + "\\ No newline at end of file\n", base), "f"))
          .isEqualTo("a\nc");
      assertThat(
              problem(UNIFIED_DIFF, "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n", base).message())
          .contains("only the line ends differ: the file has mixed or missing ones");
    }

    @Test
    void a_missing_newline_in_the_middle_is_refused() {
      assertThat(
              refused(NAMES + "@@ -1,2 +1,2 @@\n 1\n-2\n+x\n\\ No newline at end of file\n")
                  .message())
          .isEqualTo(
              "it would join two lines, because one without a final newline is not the last");
      assertThat(refused(NAMES + "@@ -1,2 +1,2 @@\n-1\n\\ No newline\n-2\n+x\n+y\n").message())
          .isEqualTo("a line about a missing newline has to follow the last line of a file");
    }
  }

  @Nested
  class Names {

    @Test
    void that_lead_outside_are_refused() {
      for (String name : new String[] {"../x", "/etc/passwd", ".git/hooks/x", "a/../../x"}) {
        String patch = "--- /dev/null\n+++ b/" + name + "\n@@ -0,0 +1 @@\n+x\n";
        assertThat(refused(patch).message()).contains("is not a source path: ");
      }
    }

    @Test
    void that_disagree_are_refused() {
      assertThat(refused("--- a/src/a.txt\n+++ b/src/b.txt\n@@ -1 +1 @@\n-1\n+x\n").message())
          .isEqualTo("the names of the file disagree; write the same path after --- a/ and +++ b/");
      assertThat(
              refused("diff --git a/other b/other\n" + NAMES + "@@ -1 +1 @@\n-1\n+x\n").message())
          .startsWith("the names of the file disagree");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"a/src/a.txt\\000.java\" | it has the character U+0000",
          "\"a/src/\\303\\244\" | it has the character U+00C3",
          "\"a/src/\\n\" | it has the character U+000A",
          "\"a/src/\\q\" | has an escape that does not exist",
          "\"a/src/\\400\" | has an escape that does not exist",
          "\"a/src | do not close",
          "\"a/x\"y | do not close",
        })
    void in_quotes_are_decoded_strictly(String quoted, String reason) {
      String other = quoted.replace("a/", "b/");

      assertThat(
              problems(
                  UNIFIED_DIFF,
                  "--- " + quoted + "\n+++ " + other + "\n@@ -1 +1 @@\n-1\n+x\n",
                  BASE))
          .allSatisfy(problem -> assertThat(problem.message()).contains(reason));
    }

    @Test
    void in_needless_quotes_are_read() {
      assertThat(
              changed(
                  "diff --git \"a/src/a.txt\" \"b/src/\\141.txt\"\n--- \"a/src/a.txt\"\n"
                      + "+++ \"b/src/a.txt\"\n@@ -1 +1 @@\n-1\n+x\n"))
          .startsWith("x\n2\n");
    }

    @Test
    void may_be_followed_by_a_time_stamp() {
      assertThat(
              changed(
                  "diff -u src/a.txt src/a.txt\n--- src/a.txt\t2026-01-01 10:00:00 +0100\n"
                      + "+++ src/a.txt\t2026-01-01 11:00:00 +0100\n@@ -1 +1 @@\n-1\n+x\n"))
          .startsWith("x\n2\n");
    }

    @Test
    void with_a_prefix_that_may_be_a_directory_are_refused_unless_git_says_which() {
      SourceTree base = tree("b/old", "x\n");
      String plain = "--- /dev/null\n+++ b/new\n@@ -0,0 +1 @@\n+x\n";

      assertThat(problem(UNIFIED_DIFF, plain, base).message())
          .isEqualTo(
              "it is not clear whether the name has a prefix; write a diff --git line before it");
      assertThat(applied(UNIFIED_DIFF, plain, BASE).contains(path("new"))).isTrue();
      assertThat(
              applied(UNIFIED_DIFF, "diff --git b/new b/new\n" + plain, base)
                  .contains(path("b/new")))
          .isTrue();
      assertThat(
              applied(UNIFIED_DIFF, "diff --git a/new b/new\n" + plain, base).contains(path("new")))
          .isTrue();
    }

    @Test
    void touched_twice_are_refused() {
      String once = NAMES + "@@ -1 +1 @@\n-1\n+x\n";

      assertThat(refused(once + once).message())
          .isEqualTo("the path is touched before in line 1; write all changes to a file as one");
    }

    @Test
    void that_do_not_exist_are_refused_with_files_of_the_same_name() {
      PatchProblem problem = refused("--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-1\n+x\n");

      assertThat(problem.message()).startsWith("the file does not exist");
      assertThat(problem.nearest()).isEqualTo("src/a.txt");
    }
  }

  @Nested
  class Kinds {

    @Test
    void creation_over_a_file_is_refused() {
      assertThat(refused("--- /dev/null\n+++ b/src/a.txt\n@@ -0,0 +1 @@\n+x\n").message())
          .isEqualTo("the file exists already; modify it instead of creating it");
      assertThat(
              applied(UNIFIED_DIFF, "--- /dev/null\n+++ b/src/b.txt\n@@ -0,0 +1 @@\n+x\n", BASE)
                  .size())
          .isEqualTo(2);
    }

    @Test
    void creation_beside_a_name_in_other_case_is_refused() {
      assertThat(refused("--- /dev/null\n+++ b/SRC/b.txt\n@@ -0,0 +1 @@\n+x\n").message())
          .contains("differs only in upper and lower case");
    }

    @Test
    void deletion_has_to_show_the_whole_file() {
      SourceTree base = tree("f", "a\nb\n");
      String names = "--- a/f\n+++ /dev/null\n";

      assertThat(problem(UNIFIED_DIFF, names + "@@ -1 +0,0 @@\n-a\n", base).message())
          .isEqualTo("it deletes the file but does not show all its lines; show them all with -");
      assertThat(applied(UNIFIED_DIFF, names + "@@ -1,2 +0,0 @@\n-a\n-b\n", base).size()).isZero();
      assertThat(
              problem(
                      UNIFIED_DIFF,
                      "diff --git a/f b/f\ndeleted file mode 100644\nindex 1234567..0000000\n",
                      base)
                  .message())
          .startsWith("it deletes the file but does not show all its lines");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "old mode 100644\\nnew mode 120000 | its mode \"120000\" is that of a symbolic link",
          "old mode 100644\\nnew mode 160000 | its mode \"160000\" is that of a submodule",
          "old mode 100644\\nnew mode 100666 | its mode \"100666\" is that of none",
          "old mode 100755\\nnew mode 100644 | its mode is to be 100755 but is 100644",
          "new mode 100755 | it has one of old mode and new mode; write both or none",
          "index 1234567..1234567 120000 | its mode \"120000\" is that of a symbolic link",
          "index 12..34 | its index line is malformed; leave the line out",
          "similarity index 100% | the file is like this already, so nothing would change",
          "new mode 1\\nnew mode 2 | the header new mode is there twice",
        })
    void headers_that_do_not_fit_are_refused(String headers, String reason) {
      String patch = "diff --git a/src/a.txt b/src/a.txt\n" + headers.replace("\\n", "\n") + "\n";

      assertThat(problems(UNIFIED_DIFF, patch, BASE))
          .anySatisfy(problem -> assertThat(problem.message()).startsWith(reason));
    }

    @Test
    void a_mode_can_change_alone() {
      assertThat(
              applied(
                      UNIFIED_DIFF,
                      "diff --git a/src/a.txt b/src/a.txt\nold mode 100644\nnew mode 100755\n",
                      BASE)
                  .file(path("src/a.txt"))
                  .map(SourceFile::mode))
          .hasValue(FileMode.EXECUTABLE);
    }

    @Test
    void a_move_onto_a_file_is_refused() {
      SourceTree base = SourceTree.of(Map.of("a", "1\n", "b", "2\n"));
      String move = "diff --git a/a b/%1$s\nrename from a\nrename to %1$s\n";

      assertThat(problem(UNIFIED_DIFF, String.format(move, "b"), base).message())
          .isEqualTo("No file can be put at b, because a file is there");
      assertThat(applied(UNIFIED_DIFF, String.format(move, "c"), base))
          .isEqualTo(SourceTree.of(Map.of("b", "2\n", "c", "1\n")));
    }

    @Test
    void a_copy_becomes_a_creation() {
      String copy = "diff --git a/src/a.txt b/src/b.txt\ncopy from src/a.txt\ncopy to src/b.txt\n";

      assertThat(applied(UNIFIED_DIFF, copy, BASE).paths())
          .containsExactly(path("src/a.txt"), path("src/b.txt"));
    }

    @Test
    void headers_that_contradict_are_refused() {
      String git = "diff --git a/src/a.txt b/src/a.txt\n";

      assertThat(
              refused(git + "new file mode 100644\n" + NAMES + "@@ -1 +1 @@\n-1\n+x\n").message())
          .startsWith("its headers contradict each other");
      assertThat(
              refused(
                      git
                          + "rename from src/a.txt\nrename to src/c.txt\n"
                          + NAMES
                          + "@@ -1 +1 @@\n-1\n+x\n")
                  .message())
          .startsWith("the names of the file disagree");
    }
  }

  @Nested
  class Other_text {

    private final String patch = NAMES + "@@ -1 +1 @@\n-1\n+x\n";

    @Test
    void prose_without_a_patch_is_refused() {
      for (String prose :
          new String[] {"", "\n", "I cannot help with that.", "Done!\n- one\n+ two\n"}) {
        assertThat(refused(prose).message()).startsWith("There is no change in this text. Write a");
      }
    }

    @Test
    void may_stand_before_the_first_file_and_around_a_fence() {
      assertThat(changed("Here it is:\n\n```diff\n" + patch + "```\nIt sets x.\n"))
          .startsWith("x\n");
    }

    @Test
    void between_the_hunks_is_refused() {
      assertThat(refused(patch + "This was easy.\n").message())
          .isEqualTo("\"This was easy.\" is not part of a diff; leave it out or repair it");
    }

    @Test
    void a_hunk_without_a_file_is_refused_and_not_passed_over() {
      String lone = "@@ -5 +5 @@\n-5\n+five\n";

      assertThat(refused("Look:\n" + lone + patch).message())
          .isEqualTo("this part of a diff belongs to no file; write ---, +++ and @@ before it");
      assertThat(refused("```\n" + patch + "```\n" + lone).line()).isEqualTo(8);
      assertThat(refused(NAMES).message())
          .isEqualTo("no hunk follows; write the lines that change after @@");
    }

    @Test
    void a_file_without_content_is_refused() {
      assertThat(refused(patch + "Binary files a/x and b/x differ\n").message())
          .isEqualTo("the content of a binary file is missing; make the diff with --binary");
    }
  }
}
