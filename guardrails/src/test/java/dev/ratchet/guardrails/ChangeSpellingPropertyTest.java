package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.FileMode;
import dev.ratchet.edit.PatchFormat;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However the proposer spells an edit, the verdict is the same. */
class ChangeSpellingPropertyTest {
  private static final List<Project.Case> CASES = Project.allCases();

  @Provide
  Arbitrary<Project.Case> any() {
    return Arbitraries.of(CASES);
  }

  @Provide
  Arbitrary<Project.Case> moving() {
    return Arbitraries.of(CASES.stream().filter(c -> !apart(c).equals(c.changes())).toList());
  }

  @Provide
  Arbitrary<Project.Case> replacing() {
    return Arbitraries.of(CASES.stream().filter(c -> joined(c).size() > 0).toList());
  }

  @Provide
  Arbitrary<Project.Case> creating() {
    return Arbitraries.of(
        CASES.stream()
            .filter(c -> !c.edit().isHonest() && c.edit().open().isEmpty())
            .filter(c -> created(c).findAny().isPresent())
            .toList());
  }

  /** Returns every move as the deletion and the creation that it is. */
  private static ChangeSet apart(Project.Case it) {
    return ChangeSet.of(it.changes().changes().stream().flatMap(c -> parts(c).stream()).toList());
  }

  private static List<Change> parts(Change change) {
    return change instanceof Change.Move move
        ? List.of(
            new Change.Delete(move.from(), move.base()),
            new Change.Create(move.path(), move.content()))
        : List.of(change);
  }

  /** Returns the edits in which one file that goes becomes one that comes, whatever is in it. */
  private static List<ChangeSet> joined(Project.Case it) {
    Collection<Change> all = apart(it).changes();
    List<ChangeSet> joined = new ArrayList<>();
    for (Change old : all) {
      for (Change now : all) {
        if (old instanceof Change.Delete gone && now instanceof Change.Create fresh) {
          List<Change> changes = new ArrayList<>(all);
          changes.removeAll(List.of(old, now));
          changes.add(new Change.Move(gone.path(), fresh.path(), gone.base(), fresh.content()));
          joined.add(ChangeSet.of(changes));
        }
      }
    }
    return joined;
  }

  private static Stream<Change> created(Project.Case it) {
    return it.changes().changes().stream()
        .filter(Change.Create.class::isInstance)
        .filter(change -> FileEdit.isJava(change.path()));
  }

  @Property
  void a_move_is_a_deletion_and_a_creation(@ForAll("moving") Project.Case it) {
    Verdict apart = it.project().inspect(apart(it));
    assertThat(Project.findings(apart)).isEqualTo(Project.findings(it.verdict()));
  }

  @Property
  void a_deletion_and_a_creation_are_a_move(
      @ForAll("replacing") Project.Case it, @ForAll Random random) {
    List<ChangeSet> joined = joined(it);
    Verdict moved = it.project().inspect(joined.get(random.nextInt(joined.size())));
    assertThat(Project.findings(moved)).isEqualTo(Project.findings(it.verdict()));
  }

  @Property(tries = 200)
  void the_order_of_changes_does_not_count(@ForAll("any") Project.Case it, @ForAll Random random) {
    List<Change> changes = new ArrayList<>(it.changes().changes());
    Collections.shuffle(changes, random);
    assertThat(ChangeSet.of(changes)).isEqualTo(it.changes());
  }

  @Property(tries = 200)
  void every_format_reads_the_same_changes(@ForAll("any") Project.Case it) {
    for (PatchFormat format : List.of(PatchFormat.UNIFIED_DIFF, PatchFormat.JSON)) {
      assertThat(read(format, format.write(it.changes()), it)).isEqualTo(it.changes());
    }
  }

  @Property(tries = 100)
  void whole_files_and_blocks_read_the_same_changes(@ForAll("any") Project.Case it) {
    Assume.that(it.changes().changes().stream().allMatch(ChangeSpellingPropertyTest::isPlain));
    StringBuilder files = new StringBuilder();
    StringBuilder blocks = new StringBuilder();
    for (Change change : it.changes().changes()) {
      String now = text(change.after().orElseThrow());
      files.append(change.path() + "\n`````````\n" + now + "`````````\n");
      blocks.append(change.path() + "\n<<<<<<< SEARCH\n");
      blocks.append(change.before().map(ChangeSpellingPropertyTest::text).orElse(""));
      blocks.append("=======\n" + now + ">>>>>>> REPLACE\n");
    }
    assertThat(read(PatchFormat.WHOLE_FILES, files.toString(), it)).isEqualTo(it.changes());
    assertThat(read(PatchFormat.SEARCH_REPLACE, blocks.toString(), it)).isEqualTo(it.changes());
  }

  private static Object read(PatchFormat format, String text, Project.Case it) {
    return format
        .read(text, it.project().corpus().base())
        .<Object>fold(changes -> changes, refused -> refused);
  }

  /**
   * Formats for people can't say everything: modes, deletions, other line ends, their own marks.
   */
  private static boolean isPlain(Change change) {
    return (change instanceof Change.Modify || change instanceof Change.Create)
        && change.after().map(SourceFile::mode).equals(Optional.of(FileMode.REGULAR))
        && Stream.of(change.before(), change.after())
            .flatMap(Optional::stream)
            .map(ChangeSpellingPropertyTest::text)
            .allMatch(ChangeSpellingPropertyTest::isPlain);
  }

  private static boolean isPlain(String text) {
    return text.endsWith("\n") && !text.isBlank() && !text.contains("\r") && !text.contains("````");
  }

  private static String text(SourceFile file) {
    return file.text().orElse("");
  }

  @Property
  void another_name_for_a_new_type_opens_nothing(@ForAll("creating") Project.Case it) {
    Change first = created(it).findFirst().orElseThrow();
    String old = first.path().fileName().replace(".java", "");
    List<Change> renamed =
        it.changes().changes().stream()
            .map(change -> renamed(change, first.path(), old, "Renamed" + old))
            .toList();
    Verdict verdict = it.project().inspect(ChangeSet.of(renamed));
    Assume.that(isAboutMoreThanTheName(it));
    assertThat(verdict.isAccepted()).as("%s", it).isFalse();
  }

  /** A name that is itself the offence may be given up. */
  private static boolean isAboutMoreThanTheName(Project.Case it) {
    return Project.rules(it.verdict()).stream()
        .noneMatch(
            List.of("members.reserved", "members.captured", "members.shadowed", "paths.protected")
                ::contains);
  }

  private static Change renamed(Change change, SourcePath path, String old, String now) {
    if (change.after().isEmpty()) {
      return change;
    }
    SourceFile file = change.after().get();
    SourceFile other =
        file.withText(text(file).replaceAll("\\b" + Pattern.quote(old) + "\\b", now));
    if (change.path().equals(path)) {
      return new Change.Create(
          SourcePath.of(path.value().replace(old + ".java", now + ".java")), other);
    }
    return change instanceof Change.Modify modify
        ? new Change.Modify(modify.path(), modify.base(), other)
        : change;
  }
}
