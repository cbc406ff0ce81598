package dev.ratchet.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

  private static final SourceFile TEXT = SourceFile.of("text\n");

  private static SourcePath path(String text) {
    return SourcePath.of(text);
  }

  @Test
  void hash_depends_on_names_contents_and_modes_but_not_on_history() {
    SourceTree tree = SourceTree.of(Map.of("a/b", "1", "c", "2"));

    assertThat(tree.without(path("a/b")).with(path("a/b"), SourceFile.of("1"))).isEqualTo(tree);
    assertThat(tree.hash()).isEqualTo(SourceTree.of(Map.of("c", "2", "a/b", "1")).hash());
    assertThat(tree.hash())
        .isNotEqualTo(tree.with(path("c"), SourceFile.of("3")).hash())
        .isNotEqualTo(SourceTree.of(Map.of("a/x", "1", "c", "2")).hash())
        .isNotEqualTo(
            tree.with(path("c"), SourceFile.of("2").withMode(FileMode.EXECUTABLE)).hash());
  }

  @Test
  void paths_are_in_order_and_counted() {
    SourceTree tree = SourceTree.of(Map.of("b", "", "a/c", "", "a.x", "", "a/b/d", ""));

    assertThat(tree.paths()).containsExactly(path("a/b/d"), path("a/c"), path("a.x"), path("b"));
    assertThat(tree.paths()).hasSize(tree.size());
    assertThat(tree.paths().contains(path("a/c"))).isTrue();
    assertThat(tree.paths().contains(path("a"))).isFalse();
    assertThat(tree.contains(path("a"))).isFalse();
    assertThat(tree.file(path("b/c"))).isEmpty();
  }

  @Test
  void a_directory_goes_with_its_last_file() {
    SourceTree tree = SourceTree.of(Map.of("a/b/c", "1"));

    assertThat(tree.without(path("a/b/c"))).isEqualTo(SourceTree.empty());
    assertThat(tree.without(path("a/b/c")).with(path("a"), TEXT).contains(path("a"))).isTrue();
    assertThat(tree.without(path("a/b"))).isSameAs(tree);
    assertThat(tree.without(path("a/b/c/d"))).isSameAs(tree);
  }

  @Test
  void refuses_a_file_where_a_directory_is_and_the_reverse() {
    SourceTree tree = SourceTree.of(Map.of("a/b", "1"));

    assertThatThrownBy(() -> tree.with(path("a"), TEXT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No file can be put at a: there is a directory of that name");
    assertThatThrownBy(() -> tree.with(path("a/b/c"), TEXT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No file can be put at a/b/c: \"b\" on the way to it is a file");
  }

  @Nested
  class On_disk {

    @TempDir Path root;

    private void write(String name, String text) throws IOException {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }

    @Test
    void reads_back_what_it_wrote() throws IOException {
      SourceTree tree =
          SourceTree.of(Map.of("a/b.txt", "1\r\n2", "a/empty", "", "c", "\u00e4"))
              .with(path("bin/run"), SourceFile.of("#!").withMode(FileMode.EXECUTABLE))
              .with(path("raw"), SourceFile.of(new byte[] {0, -1, 10, 13}));

      tree.writeTo(root.resolve("x/y"));

      assumeTrue(root.getFileSystem().supportedFileAttributeViews().contains("posix"));
      assertThat(SourceTree.read(root.resolve("x/y"), PathFilter.all())).isEqualTo(tree);
    }

    @Test
    void writes_only_to_an_empty_directory() throws IOException {
      write("present", "x");

      assertThatThrownBy(() -> SourceTree.of(Map.of("a", "1")).writeTo(root))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is written to an empty directory, but " + root);
      assertThat(root.resolve("a")).doesNotExist();
    }

    @Test
    void names_the_directory_that_is_missing() {
      Path missing = root.resolve("missing");

      assertThatThrownBy(() -> SourceTree.read(missing, PathFilter.all()))
          .isInstanceOf(IOException.class)
          .hasMessage("There is no directory " + missing + " to read a source tree from");
    }

    @Test
    void skips_git_and_what_the_filter_leaves_out() throws IOException {
      write("src/A.java", "a");
      write("src/.git/config", "x");
      write(".git/config", "x");
      write("target/A.class", "x");
      write("src/B.txt", "x");

      SourceTree tree =
          SourceTree.read(root, PathFilter.of(List.of("**/*.java"), List.of("target/**")));

      assertThat(tree.paths()).containsExactly(path("src/A.java"));
    }

    @Test
    void refuses_a_name_that_no_path_can_have_unless_it_is_excluded() throws IOException {
      write("src/A.java", "a");
      write("src/caf\u00e9 /nul.txt", "x");

      assertThatThrownBy(() -> SourceTree.read(root, PathFilter.all()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("A source tree cannot hold \"")
          .hasMessageContaining("U+00E9")
          .hasMessageContaining("Exclude \"src/caf\\u00e9 /nul.txt\" by the filter");
      assertThat(
              SourceTree.read(root, PathFilter.of(List.of("**"), List.of("src/caf\u00e9 /**")))
                  .paths())
          .containsExactly(path("src/A.java"));
    }

    @Test
    void never_follows_a_link() throws IOException {
      write("src/A.java", "a");
      write("elsewhere/secret.java", "s");
      Files.createSymbolicLink(
          root.resolve("src/link.java"), root.resolve("elsewhere/secret.java"));
      Files.createSymbolicLink(root.resolve("src/dir"), root.resolve("elsewhere"));
      Files.createSymbolicLink(root.resolve("src/loop"), root.resolve("src"));
      Files.createSymbolicLink(root.resolve("src/notes.txt"), root.resolve("nowhere"));
      PathFilter java = PathFilter.of(List.of("src/**/*.java"), List.of());

      assertThatThrownBy(() -> SourceTree.read(root, java))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("it is a symbolic link, and links are never followed");
      List<String> links = List.of("src/link.java", "src/dir/**", "src/loop");
      assertThat(SourceTree.read(root, PathFilter.of(List.of("src/**/*.java"), links)).paths())
          .containsExactly(path("src/A.java"));
      List<String> tooFew = List.of("src/link.java", "src/loop");
      assertThatThrownBy(
              () -> SourceTree.read(root, PathFilter.of(List.of("src/**/*.java"), tooFew)))
          .hasMessageContaining("Exclude \"src/dir\" by the filter");
    }
  }

  @Nested
  class With_ten_thousand_files {

    @TempDir Path root;
    private SourceTree tree;

    @BeforeEach
    void read() throws IOException {
      for (int d = 0; d < 100; d++) {
        Path directory = Files.createDirectories(root.resolve("p" + d % 10 + "/q" + d));
        for (int f = 0; f < 100; f++) {
          Files.writeString(directory.resolve("f" + f), d + " " + f);
        }
      }
      tree = SourceTree.read(root, PathFilter.all());
      tree.hash();
    }

    @Test
    void one_change_makes_only_the_directories_on_the_way_to_it() {
      SourceTree changed = tree.with(path("p3/q13/f7"), SourceFile.of("other"));
      changed.hash();

      Set<Node> before = nodes(tree.root());
      Set<Node> fresh = nodes(changed.root());
      fresh.removeAll(before);
      assertThat(before).hasSize(10_000 + 100 + 10 + 1);
      assertThat(fresh).hasSize(4);
      assertThat(tree.size()).isEqualTo(10_000);
      assertThat(changed.hash()).isNotEqualTo(tree.hash());
    }

    @Test
    void comparing_finds_the_one_change() {
      SourceTree changed = tree.with(path("p3/q13/f7"), SourceFile.of("other"));

      assertThat(ChangeSet.between(tree, changed).touched()).containsExactly(path("p3/q13/f7"));
    }

    private Set<Node> nodes(Node node) {
      Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
      nodes.add(node);
      if (node instanceof Directory directory) {
        directory.children().values().forEach(child -> nodes.addAll(nodes(child)));
      }
      return nodes;
    }
  }
}
