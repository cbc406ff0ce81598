package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.SourcePath;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Comments and layout may change in any file that may be edited, protected members or not. */
class LayoutPropertyTest {
  /** A file of a project. */
  record Place(Project project, SourcePath path) {
    String text() {
      return project.text(path);
    }
  }

  /** A way to write what stands between two tokens anew. */
  record Step(double where, String blank) {
    String applied(String text) {
      List<Token> tokens = Token.of(text);
      int index = (int) (where * tokens.size());
      int gap = tokens.get(index).start();
      int from = index == 0 ? 0 : tokens.get(index - 1).end();
      boolean widens = blank.contains("*") || blank.contains("//");
      String rest = text.substring(gap);
      String fitting = text.contains("\r\n") ? blank.replace("\n", "\r\n") : blank;
      return widens
          ? text.substring(0, gap) + fitting + rest
          : text.substring(0, from) + fitting + rest;
    }
  }

  private static final List<Place> PLACES =
      Project.all().stream()
          .flatMap(project -> project.editableJava().stream().map(path -> new Place(project, path)))
          .toList();

  @Provide
  Arbitrary<Place> place() {
    return Arbitraries.of(PLACES);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, true, 1, false),
            Arbitraries.of(
                "\n", "\n    ", "\n\n", "\n /* a note */ ", "\n// { a; note }\n", "\n/** A b. */"))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static List<String> code(String text) {
    return Token.ofCode(text).stream().map(Token::text).toList();
  }

  private static void check(Place place, String changed) {
    Assume.that(!changed.equals(place.text()));
    assertThat(code(changed)).isEqualTo(code(place.text()));
    assertThat(place.project().inspect(place.path(), changed).findings())
        .extracting("rule")
        .containsOnly("policy.in-force");
  }

  @Property
  void anything_between_tokens_may_be_written_anew(
      @ForAll("place") Place place, @ForAll("steps") List<Step> steps) {
    String changed = place.text();
    for (Step step : steps) {
      changed = step.applied(changed);
    }
    check(place, changed);
  }

  @Property
  void any_comment_may_go(@ForAll("place") Place place, @ForAll double where) {
    List<Token> comments = Token.of(place.text()).stream().filter(Token::isComment).toList();
    Assume.that(!comments.isEmpty());
    Token gone = comments.get(Math.floorMod((long) (where * 1000), comments.size()));
    check(place, place.text().substring(0, gone.start()) + place.text().substring(gone.end()));
  }
}
