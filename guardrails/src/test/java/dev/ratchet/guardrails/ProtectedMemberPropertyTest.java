package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
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

class ProtectedMemberPropertyTest {
  private static final SourcePath ALIGNMENT =
      SourcePath.of("src/main/java/acme/agent/Alignment.java");
  private static final Pattern TOKEN =
      Pattern.compile("/\\*.*?\\*/|\\w+|\"[^\"]*\"|[^\\s\\w]", Pattern.DOTALL);

  private final SourceTree base = Corpus.named("acme").base();
  private final SourceFile file = base.file(ALIGNMENT).orElseThrow();
  private final String text = file.text().orElseThrow();
  private final PolicyGuardrail guardrail = PolicyGuardrail.of(Corpus.named("acme").policy());

  /** A token of the protected type: where it begins and ends. */
  record Token(int start, int end) {}

  private List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int body = text.indexOf("public final class");
    while (matcher.find()) {
      if (matcher.start() >= body && !matcher.group().startsWith("/*")) {
        tokens.add(new Token(matcher.start(), matcher.end()));
      }
    }
    return tokens;
  }

  @Provide
  Arbitrary<Token> token() {
    return Arbitraries.of(tokens());
  }

  @Provide
  Arbitrary<String> blank() {
    return Arbitraries.of("\n", "  ", "\n\n    ", " /* a note */ ", " // a note\n", "\t");
  }

  private Verdict inspect(String changed) {
    Change change = new Change.Modify(ALIGNMENT, file, SourceFile.of(changed));
    return guardrail.inspect(Corpus.candidate(base, ChangeSet.of(List.of(change))));
  }

  @Property(tries = 200)
  void comments_and_layout_before_any_token_pass(
      @ForAll("token") Token token, @ForAll("blank") String blank) {
    String changed = text.substring(0, token.start()) + blank + text.substring(token.start());
    assertThat(inspect(changed).isAccepted()).isTrue();
  }

  @Property(tries = 100)
  void dropping_any_token_is_refused(@ForAll("token") Token token) {
    String changed = text.substring(0, token.start()) + " " + text.substring(token.end());
    assertThat(inspect(changed).kind()).isEqualTo(Verdict.Kind.REJECTED);
  }

  @Property(tries = 100)
  void another_token_in_its_place_is_refused(@ForAll("token") Token token) {
    String old = text.substring(token.start(), token.end());
    String other = old.equals("x7") ? "x8" : "x7";
    String changed = text.substring(0, token.start()) + other + text.substring(token.end());
    assertThat(inspect(changed).kind()).isEqualTo(Verdict.Kind.REJECTED);
  }
}
