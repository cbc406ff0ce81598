package dev.ratchet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.form.PathLayer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No spelling of a closed path opens it, and no good spelling of an open one is refused. */
class PathSpellingPropertyTest {
  private static final Corpus CORPUS = Corpus.named("acme");
  private static final PolicyGuardrail GATE =
      PolicyGuardrail.of(CORPUS.policy(), List.of(), List.of(new PathLayer()));

  private static final Map<String, UnaryOperator<String>> SPELLINGS =
      Map.ofEntries(
          spelling("as it is", path -> path),
          spelling("here", path -> "./" + path),
          spelling("up and down", path -> "config/../" + path),
          spelling("out and in", path -> "../" + path),
          spelling("inner step", path -> path.replaceFirst("/", "/./")),
          spelling("double slash", path -> path.replaceFirst("/", "//")),
          spelling("backslash", path -> path.replace('/', '\\')),
          spelling("escaped slash", path -> path.replace("/", "%2f")),
          spelling("escaped dot", path -> path.replace(".", "%2E")),
          spelling("upper case", path -> path.toUpperCase(Locale.ROOT)),
          spelling(
              "title case",
              path -> path.substring(0, 1).toUpperCase(Locale.ROOT) + path.substring(1)),
          spelling("short name", path -> path.replaceFirst("[^/]{0,6}$", "") + "LOCKED~1.YAM"),
          spelling("trailing dot", path -> path + "."),
          spelling("trailing space", path -> path + " "),
          spelling("trailing slash", path -> path + "/"),
          spelling("leading space", path -> " " + path),
          spelling("stream", path -> path + "::$DATA"),
          spelling("other stream", path -> path + ":x"),
          spelling("zero width", path -> path + "\u200b"),
          spelling("zero width inside", path -> path.replaceFirst("o", "o\u200d")),
          spelling("other marks", path -> path.replaceFirst("o", "o\u0308")),
          spelling("full width", path -> path.replaceFirst("o", "\uff4f")),
          spelling("look-alike", path -> path.replaceFirst("o", "\u043e")),
          spelling("long s", path -> path.replaceFirst("s", "\u017f")),
          spelling("right to left", path -> "\u202e" + path),
          spelling("absolute", path -> "/" + path),
          spelling("share", path -> "//host/" + path),
          spelling("drive", path -> "C:/" + path),
          spelling("drive without slash", path -> "c:" + path),
          spelling("device prefix", path -> "\\\\?\\" + path),
          spelling("address", path -> "file:///" + path),
          spelling("home", path -> "~/" + path),
          spelling("nul", path -> path + "\u0000.java"),
          spelling("line", path -> path + "\n"),
          spelling("tab", path -> "\t" + path),
          spelling("quotes", path -> "\"" + path + "\""),
          spelling("below", path -> path + "/x"),
          spelling("git", path -> ".git/" + path),
          spelling("git in capitals", path -> ".GIT/" + path),
          spelling("git with a dot", path -> ".git./" + path),
          spelling("git with zero width", path -> ".g\u200cit/" + path),
          spelling("git's short name", path -> "git~1/" + path),
          spelling("git's stream", path -> ".git::$INDEX_ALLOCATION/" + path),
          spelling("modules", path -> ".gitmodules"),
          spelling("device", path -> "config/NUL." + path.replace('/', '.')),
          spelling("console", path -> "config/con"));

  private static Map.Entry<String, UnaryOperator<String>> spelling(
      String name, UnaryOperator<String> spelling) {
    return Map.entry(name, spelling);
  }

  @Provide
  Arbitrary<String> closed() {
    return Arbitraries.of(
        "config/locked.yaml",
        "config/Secrets.properties",
        "notes.txt",
        "pom.xml",
        "src/test/java/acme/solver/SolverTest.java",
        "src/main/java/module-info.java",
        "src/main/java/dev/ratchet/spi/Guardrail.java",
        ".github/workflows/build.yml");
  }

  @Provide
  Arbitrary<List<String>> spellings() {
    return Arbitraries.of(SPELLINGS.keySet().stream().sorted().toList())
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<String> open() {
    Arbitrary<String> word =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(5).ofMaxLength(9);
    return word.list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(words -> "src/main/java/acme/" + String.join("/", words) + "_1$A.java");
  }

  private static boolean isAccepted(String spelling) {
    if (SourcePath.problem(spelling).isPresent()) {
      return false;
    }
    SourcePath path = SourcePath.of(spelling);
    SourceFile now = SourceFile.of("class X {}\n");
    Change change =
        CORPUS
            .base()
            .file(path)
            .<Change>map(file -> new Change.Modify(path, file, now))
            .orElseGet(() -> new Change.Create(path, now));
    ChangeSet changes = ChangeSet.of(List.of(change));
    return changes
        .applyTo(CORPUS.base())
        .fold(
            tree -> GATE.inspect(Corpus.candidate(CORPUS.base(), changes)).isAccepted(),
            refused -> false);
  }

  @Property(tries = 500)
  void no_spelling_of_a_closed_path_is_accepted(
      @ForAll("closed") String path, @ForAll("spellings") List<String> spellings) {
    String odd = path;
    for (String name : spellings) {
      odd = SPELLINGS.get(name).apply(odd);
    }
    assertThat(isAccepted(odd)).as(odd).isFalse();
  }

  @Property(tries = 100)
  void any_good_spelling_of_an_open_path_is_accepted(@ForAll("open") String path) {
    assertThat(SourcePath.of(path)).hasToString(path);
    assertThat(isAccepted(path)).as(path).isTrue();
  }
}
