package dev.ratchet.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PatchPropertiesTest {

  @Property(tries = 300)
  void the_difference_of_two_trees_leads_from_one_to_the_other(
      @ForAll("trees") SourceTree before, @ForAll("trees") SourceTree after) {
    assertThat(ChangeSet.between(before, after).applyTo(before))
        .isEqualTo(new Application.Applied(after));
  }

  @Property(tries = 300)
  void a_unified_diff_reads_back_as_what_was_written(
      @ForAll("trees") SourceTree before, @ForAll("edits") List<Edit> edits) {
    ChangeSet changes = changes(before, edits);
    Assume.that(!changes.isEmpty());

    String patch = PatchFormat.UNIFIED_DIFF.write(changes);

    assertThat(PatchFormat.UNIFIED_DIFF.read(patch, before))
        .isEqualTo(new PatchResult.Resolved(changes));
  }

  @Property(tries = 300)
  void json_reads_back_as_what_was_written(
      @ForAll("trees") SourceTree before, @ForAll("edits") List<Edit> edits) {
    ChangeSet changes = changes(before, edits);
    Assume.that(!changes.isEmpty());

    String patch = PatchFormat.JSON.write(changes);

    assertThat(PatchFormat.JSON.read(patch, before)).isEqualTo(new PatchResult.Resolved(changes));
  }

  @Property(tries = 300)
  void a_diff_between_trees_applies_or_is_refused_but_never_differs(
      @ForAll("trees") SourceTree before,
      @ForAll("trees") SourceTree after,
      @ForAll("trees") SourceTree other) {
    ChangeSet changes = ChangeSet.between(before, after);
    Assume.that(!changes.isEmpty());

    PatchResult result = PatchFormat.UNIFIED_DIFF.read(changes.toString(), other);

    // Full hashes are in the diff, so it fits another tree only where it says the same there; a
    // change of mode alone names no content, in git as here.
    result.fold(
        resolved -> assertThat(resolved).hasToString(changes.toString()),
        problems -> assertThat(problems).isNotEmpty());
  }

  @Property(tries = 300)
  void damaged_patches_are_refused_or_change_what_they_say_but_never_throw(
      @ForAll("trees") SourceTree before,
      @ForAll("edits") List<Edit> edits,
      @ForAll("damage") int[] damage) {
    StringBuilder patch = new StringBuilder(changes(before, edits).toString());
    Assume.that(patch.length() > 0);
    patch.setCharAt(damage[0] % patch.length(), (char) damage[1]);
    patch.delete(damage[2] % patch.length(), damage[2] % patch.length() + damage[3]);

    for (PatchFormat format : PatchFormat.values()) {
      PatchResult result = format.read(patch.toString(), before);
      result.fold(
          resolved -> assertThat(resolved.applyTo(before)).isInstanceOf(Application.Applied.class),
          problems -> assertThat(problems).isNotEmpty());
    }
  }

  @Property
  void a_glob_made_of_a_path_matches_it(@ForAll("paths") String path, @ForAll boolean deep) {
    String glob = deep ? "**/" + path.substring(path.lastIndexOf('/') + 1) : path;

    assertThat(PathGlob.of(glob).matches(SourcePath.of(path))).isTrue();
    assertThat(PathGlob.of("{x/y," + glob + "}").matches(SourcePath.of(path))).isTrue();
    assertThat(PathGlob.of(path.replaceAll("[^/]+", "*")).matches(SourcePath.of(path))).isTrue();
    assertThat(PathGlob.of(path.replaceAll("[^/]", "?")).matches(SourcePath.of(path))).isTrue();
    assertThat(PathGlob.of(path + "/*").matches(SourcePath.of(path))).isFalse();
  }

  @Property
  void a_glob_agrees_with_the_regular_expression_it_stands_for(
      @ForAll("globs") String glob, @ForAll("paths") String path) {
    String regex =
        ("/" + glob)
            .replace(".", "\\.")
            .replace("/**", "#")
            .replace("*", "[^/]*")
            .replace("?", "[^/]")
            .replace("#", "(/[^/]+)*");

    assertThat(PathGlob.of(glob).matches(SourcePath.of(path)))
        .isEqualTo(("/" + path).matches(regex));
  }

  /** What to do to a file of a tree; which file is chosen by a number. */
  record Edit(int file, int kind, String path, SourceFile content) {}

  private static ChangeSet changes(SourceTree base, List<Edit> edits) {
    List<SourcePath> paths = List.copyOf(base.paths());
    List<Change> changes = new ArrayList<>();
    for (Edit edit : edits) {
      SourcePath to = SourcePath.of("new/" + edit.path());
      if (paths.isEmpty() || edit.kind() == 0) {
        changes.add(new Change.Create(to, edit.content()));
        continue;
      }
      SourcePath from = paths.get(edit.file() % paths.size());
      SourceFile file = base.file(from).orElseThrow();
      changes.add(
          switch (edit.kind()) {
            case 1 -> new Change.Delete(from, file);
            case 2 -> new Change.Move(from, to, file, file);
            case 3 -> new Change.Move(from, to, file, edit.content());
            case 4 -> new Change.Modify(from, file, varied(file, edit.content()));
            default ->
                new Change.Modify(
                    from, file, edit.content().equals(file) ? varied(file, file) : edit.content());
          });
    }
    return consistent(base, changes);
  }

  /** Leaves out what touches a path twice or does not fit the tree. */
  private static ChangeSet consistent(SourceTree base, List<Change> changes) {
    Set<String> touched = new HashSet<>();
    List<Change> kept = new ArrayList<>();
    for (Change change : changes) {
      if (change.touched().stream().map(SourcePath::folded).noneMatch(touched::contains)) {
        kept.add(change);
        if (ChangeSet.of(kept).applyTo(base) instanceof Application.Refused) {
          kept.remove(change);
        } else {
          change.touched().forEach(path -> touched.add(path.folded()));
        }
      }
    }
    return ChangeSet.of(kept);
  }

  private static SourceFile varied(SourceFile file, SourceFile other) {
    byte[] both = (file.latin1() + "x" + other.latin1()).getBytes(StandardCharsets.ISO_8859_1);
    return SourceFile.of(both).withMode(other.mode());
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 50),
            Arbitraries.integers().between(0, 5),
            paths(),
            files())
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<SourceTree> trees() {
    return Arbitraries.maps(paths(), files())
        .ofMaxSize(6)
        .map(
            files -> {
              SourceTree tree = SourceTree.empty();
              for (Map.Entry<String, SourceFile> file : files.entrySet()) {
                SourcePath path = SourcePath.of(file.getKey());
                if (tree.obstacle(path).isEmpty()) {
                  tree = tree.with(path, file.getValue());
                }
              }
              return tree;
            });
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of("a", "b", "c", "a b", "d.txt", "x-y")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(names -> String.join("/", names));
  }

  @Provide
  Arbitrary<String> globs() {
    return Arbitraries.of("a", "b", "*", "?", "**", "*b", "d*t", "?-?", "*.*")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(names -> String.join("/", names));
  }

  @Provide
  Arbitrary<int[]> damage() {
    return Arbitraries.integers().between(0, 120).array(int[].class).ofSize(4);
  }

  private Arbitrary<SourceFile> files() {
    Arbitrary<String> line =
        Arbitraries.of("one", "two", "", " ", "-- x", "++ y", "@@ -1 +1 @@", "\\ No", "\u00e4\t");
    Arbitrary<String> end = Arbitraries.of("\n", "\n", "\r\n", "\r");
    Arbitrary<String> lines =
        Combinators.combine(line, end)
            .as((l, e) -> l + e)
            .list()
            .ofMaxSize(14)
            .map(all -> String.join("", all));
    Arbitrary<SourceFile> text =
        Combinators.combine(lines, Arbitraries.of("", "", "end"))
            .as((all, last) -> SourceFile.of(all + last));
    Arbitrary<SourceFile> binary =
        Arbitraries.bytes().array(byte[].class).ofMaxSize(90).map(SourceFile::of);
    return Combinators.combine(
            Arbitraries.frequencyOf(Tuple.of(4, text), Tuple.of(1, binary)),
            Arbitraries.of(FileMode.class))
        .as(SourceFile::withMode);
  }
}
