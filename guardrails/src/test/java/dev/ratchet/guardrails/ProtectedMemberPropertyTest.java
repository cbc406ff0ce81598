package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.inspection.JavaCache;
import dev.ratchet.guardrails.inspection.ProtectedIndex;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.verdict.Verdict;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No token of a protected member may change, whether named by the policy or by an annotation. */
class ProtectedMemberPropertyTest {
  /** A token of a protected member. */
  record Place(Project project, SourcePath path, Token token) {
    String with(String other) {
      String text = project.text(path);
      return text.substring(0, token.start()) + other + text.substring(token.end());
    }

    Verdict inspect(String other) {
      return project.inspect(path, with(other));
    }
  }

  private static final List<Place> PLACES =
      Project.all().stream().flatMap(p -> places(p).stream()).toList();

  private static List<Place> places(Project project) {
    Policy policy = project.corpus().policy();
    ProtectedIndex index =
        new ProtectedIndex(policy.rules(), new JavaCache(policy.rules().java().level()));
    return index.of(project.corpus().base()).entries().stream()
        .flatMap(
            entry ->
                tokens(project.text(entry.path()), entry.member()).stream()
                    .map(token -> new Place(project, entry.path(), token)))
        .toList();
  }

  /** Returns the tokens of a member: where its text stands in the file, from its line on. */
  private static List<Token> tokens(String text, Member member) {
    List<String> wanted = Token.ofCode(member.text()).stream().map(Token::text).toList();
    List<Token> all = Token.ofCode(text);
    List<Token> rest =
        all.stream()
            .filter(t -> text.substring(0, t.end()).lines().count() >= member.line())
            .toList();
    int from = Collections.indexOfSubList(rest.stream().map(Token::text).toList(), wanted);
    return from < 0 ? List.of() : rest.subList(from, from + wanted.size());
  }

  @Provide
  Arbitrary<Place> place() {
    return Arbitraries.of(PLACES);
  }

  @Property(tries = 1)
  void every_project_has_tokens_to_try() {
    assertThat(PLACES).extracting(Place::project).containsAll(Project.all());
    assertThat(PLACES).hasSizeGreaterThan(500);
  }

  @Property
  void dropping_any_token_is_refused(@ForAll("place") Place place) {
    assertThat(place.inspect(" ").kind()).isEqualTo(Verdict.Kind.REJECTED);
  }

  @Property
  void another_token_in_its_place_is_refused(@ForAll("place") Place place) {
    assertThat(place.inspect(" x7 ").kind()).isEqualTo(Verdict.Kind.REJECTED);
  }

  @Property
  void a_token_said_twice_is_refused(@ForAll("place") Place place) {
    String token = place.token().text();
    assertThat(place.inspect(token + " " + token).kind()).isEqualTo(Verdict.Kind.REJECTED);
  }

  @Property
  void the_token_of_another_place_is_refused(
      @ForAll("place") Place place, @ForAll("place") Place other) {
    String token = other.token().text();
    if (!token.equals(place.token().text())) {
      assertThat(place.inspect(" " + token + " ").kind()).isEqualTo(Verdict.Kind.REJECTED);
    }
  }
}
