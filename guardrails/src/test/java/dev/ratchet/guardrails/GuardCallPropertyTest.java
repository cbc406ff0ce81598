package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.guardcall.GuardLayer;
import dev.ratchet.guardrails.protection.ReferenceLayer;
import dev.ratchet.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The guard calls of an editable file, under edits that can be made anywhere in it. */
class GuardCallPropertyTest {
  private static final SourcePath DESK = SourcePath.of("src/main/java/depot/Desk.java");
  private static final Pattern TOKEN =
      Pattern.compile("/\\*.*?\\*/|\\w+|\"[^\"]*\"|[-+*/%=<>!&|:]+|[^\\s\\w]");
  private static final Pattern CALL =
      Pattern.compile(
          "(?:Limits|Audit)\\.\\w+(?:\\([^()]*(?:\\(\\))?\\))?|(?:ensure|fits)\\(order\\)");

  private final Corpus corpus = Corpus.named("depot");
  private final SourceFile file = corpus.base().file(DESK).orElseThrow();
  private final String text = file.text().orElseThrow();
  private final PolicyGuardrail guardrail =
      PolicyGuardrail.of(
          corpus.policy(), List.of(), List.of(new ReferenceLayer(), new GuardLayer()));

  @Provide
  Arbitrary<Integer> place() {
    return Arbitraries.of(starts(TOKEN, text.indexOf("public class")));
  }

  @Provide
  Arbitrary<String> blank() {
    return Arbitraries.of("\n", "  ", " /* a note */ ", " // a note\n", " /** { ; } */ ");
  }

  @Provide
  Arbitrary<Integer> call() {
    return Arbitraries.of(starts(CALL, text.indexOf("public class")));
  }

  @Provide
  Arbitrary<String> local() {
    return Arbitraries.of("result", "allowed", "total", "label", "sent", "clean", "shown", "name");
  }

  private List<Integer> starts(Pattern pattern, int from) {
    List<Integer> starts = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (matcher.start() >= from) {
        starts.add(matcher.start());
      }
    }
    return starts;
  }

  private Verdict inspect(String changed) {
    Change change = new Change.Modify(DESK, file, SourceFile.of(changed));
    return guardrail.inspect(Corpus.candidate(corpus.base(), ChangeSet.of(List.of(change))));
  }

  @Property(tries = 200)
  void comments_and_layout_before_any_token_pass(
      @ForAll("place") int place, @ForAll("blank") String blank) {
    String changed = text.substring(0, place) + blank + text.substring(place);
    assertThat(inspect(changed).isAccepted()).isTrue();
  }

  @Property(tries = 60)
  void another_value_in_the_place_of_any_guard_call_is_stopped(@ForAll("call") int call) {
    Matcher matcher = CALL.matcher(text);
    assertThat(matcher.find(call)).isTrue();
    String rest = text.substring(matcher.end());
    String other = rest.startsWith(";") ? "String.valueOf(1)" : "true";
    assertThat(inspect(text.substring(0, call) + other + rest).isAccepted()).isFalse();
  }

  @Property(tries = 40)
  void another_name_of_a_local_variable_passes(@ForAll("local") String local) {
    String changed = text.replaceAll("(?<![.\\w\"])" + local + "(?![\\w(\"])", local + "Now");
    assertThat(inspect(changed).isAccepted()).isTrue();
  }
}
