package dev.ratchet.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChangeSetTest {

  private static final SourceFile OLD = SourceFile.of("old\n");
  private static final SourceFile NEW = SourceFile.of("new\n");
  private static final SourceTree BASE =
      SourceTree.of(Map.of("a.txt", "old\n", "dir/b.txt", "old\n"));

  private static SourcePath path(String text) {
    return SourcePath.of(text);
  }

  private static List<String> reasons(Change... changes) {
    return ChangeSet.of(List.of(changes)).applyTo(BASE).fold(tree -> List.of(), reasons -> reasons);
  }

  private static SourceTree applied(Change... changes) {
    return ChangeSet.of(List.of(changes))
        .applyTo(BASE)
        .fold(
            tree -> tree,
            reasons -> {
              throw new AssertionError(reasons);
            });
  }

  @Test
  void refuses_two_changes_to_one_path_at_either_end_of_a_move() {
    Change modify = new Change.Modify(path("a.txt"), OLD, NEW);
    Change away = new Change.Move(path("a.txt"), path("c.txt"), OLD, OLD);
    Change onto = new Change.Create(path("c.txt"), NEW);

    assertThatThrownBy(() -> ChangeSet.of(List.of(modify, away)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The path a.txt is touched twice; join the changes to it into one");
    assertThatThrownBy(() -> ChangeSet.of(List.of(away, onto)))
        .hasMessage("The path c.txt is touched twice; join the changes to it into one");
    assertThat(ChangeSet.of(List.of(modify, onto)).touched())
        .containsExactly(path("a.txt"), path("c.txt"));
  }

  @Test
  void refuses_two_paths_that_differ_only_in_case() {
    Change lower = new Change.Create(path("x/readme"), NEW);
    Change upper = new Change.Create(path("X/README"), NEW);

    assertThatThrownBy(() -> ChangeSet.of(List.of(lower, upper)))
        .hasMessage(
            "The paths X/README and x/readme differ only in upper and lower case, "
                + "so some systems take them for one file");
  }

  @Test
  void a_change_that_changes_nothing_cannot_be_made() {
    assertThatThrownBy(() -> new Change.Modify(path("a"), OLD, OLD))
        .hasMessage("A modification of a has to change something");
    assertThatThrownBy(() -> new Change.Move(path("a"), path("a"), OLD, NEW))
        .hasMessage("A move of a has to end elsewhere");
  }

  @Test
  void hash_depends_on_everything_but_the_order_of_making() {
    Change modify = new Change.Modify(path("a.txt"), OLD, NEW);
    Change create = new Change.Create(path("c.txt"), NEW);
    ContentHash hash = ChangeSet.of(List.of(modify, create)).hash();

    assertThat(ChangeSet.of(List.of(create, modify)).hash()).isEqualTo(hash);
    assertThat(ChangeSet.of(List.of(modify)).hash()).isNotEqualTo(hash);
    assertThat(
            ChangeSet.of(List.of(create, new Change.Modify(path("a.txt"), SourceFile.of("x"), NEW)))
                .hash())
        .isNotEqualTo(hash);
  }

  @Test
  void counts_lines_of_text_and_of_bytes() {
    ChangeSet changes =
        ChangeSet.of(
            List.of(
                new Change.Modify(
                    path("a"), SourceFile.of("1\n2\n3\n"), SourceFile.of("1\nx\ny\n3")),
                new Change.Create(path("b"), SourceFile.of(new byte[] {0, 10, 1, 10})),
                new Change.Delete(path("c"), SourceFile.of("1\n2\n"))));

    assertThat(changes.addedLines()).isEqualTo(3 + 2);
    assertThat(changes.removedLines()).isEqualTo(2 + 2);
    assertThat(changes.changedLines()).isEqualTo(9);
  }

  @Nested
  class Applied_to_a_tree {

    @Test
    void does_every_kind_of_change() {
      assertThat(
              applied(
                  new Change.Create(path("c/d"), NEW),
                  new Change.Modify(path("a.txt"), OLD, NEW),
                  new Change.Move(path("dir/b.txt"), path("e"), OLD, OLD)))
          .isEqualTo(SourceTree.of(Map.of("a.txt", "new\n", "c/d", "new\n", "e", "old\n")));
      assertThat(applied(new Change.Delete(path("a.txt"), OLD)).paths())
          .containsExactly(path("dir/b.txt"));
    }

    @Test
    void a_file_may_take_the_place_of_a_directory_that_goes() {
      assertThat(
              applied(
                      new Change.Create(path("dir"), NEW),
                      new Change.Delete(path("dir/b.txt"), OLD))
                  .contains(path("dir")))
          .isTrue();
    }

    @Test
    void gathers_every_reason_and_applies_nothing() {
      assertThat(
              reasons(
                  new Change.Create(path("a.txt"), NEW),
                  new Change.Delete(path("gone"), OLD),
                  new Change.Modify(path("dir/b.txt"), NEW, OLD),
                  new Change.Create(path("fine"), NEW)))
          .containsExactly(
              "a.txt was to be created, but it exists; modify it instead",
              "dir/b.txt is not the file that the change starts from: expected REGULAR file of 4"
                  + " bytes ("
                  + NEW.hash().shortHex()
                  + "), found REGULAR file of 4 bytes ("
                  + OLD.hash().shortHex()
                  + "); make the change anew from what is there",
              "gone does not exist, but the change starts from it; create it instead");
    }

    @Test
    void the_mode_belongs_to_the_base() {
      SourceFile executable = OLD.withMode(FileMode.EXECUTABLE);

      assertThat(reasons(new Change.Modify(path("a.txt"), executable, NEW))).hasSize(1);
      assertThat(applied(new Change.Modify(path("a.txt"), OLD, executable)).file(path("a.txt")))
          .hasValue(executable);
    }

    @Test
    void refuses_a_path_that_meets_another_or_differs_in_case_only() {
      assertThat(reasons(new Change.Create(path("a.txt/x"), NEW)))
          .containsExactly(
              "No file can be put at a.txt/x, because \"a.txt\" on the way to it is a file");
      assertThat(reasons(new Change.Create(path("dir"), NEW)))
          .containsExactly("No file can be put at dir, because a directory is there");
      assertThat(reasons(new Change.Move(path("a.txt"), path("DIR/b"), OLD, OLD)))
          .containsExactly(
              "No file can be put at DIR/b, because \"dir\" is there, which differs only in upper"
                  + " and lower case");
      assertThat(reasons(new Change.Create(path("x/1"), NEW), new Change.Create(path("X/2"), NEW)))
          .hasSize(1);
    }
  }

  @Nested
  class As_text {

    @Test
    void is_a_unified_diff_with_the_headers_of_git() {
      SourceFile base = SourceFile.of("1\n2\n3\n4\n5\n6\n7\n8\n9\nend");
      SourceFile content = SourceFile.of("1\n2\n3\n4\n5\nsix\n7\n8\n9\nend\n");

      assertThat(ChangeSet.of(List.of(new Change.Modify(path("a b"), base, content))).toString())
          .isEqualTo(
              """
              diff --git a/a b b/a b
              index 613c8ac38d83c3e79de7e501b87f004409ebedf0..bebf57c5b46a1041c1dcb6212b1d04049f4eee91 100644
              --- a/a b\t
              +++ b/a b\t
              @@ -3,8 +3,8 @@
               3
               4
               5
              -6
              +six
               7
               8
               9
              -end
              \\ No newline at end of file
              +end
              """);
    }

    @Test
    void is_empty_if_nothing_changes() {
      assertThat(ChangeSet.of(List.of()).toString()).isEmpty();
    }
  }
}
