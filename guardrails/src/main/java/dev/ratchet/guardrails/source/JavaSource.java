package dev.ratchet.guardrails.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.validator.postprocessors.Java10PostProcessor;
import java.util.List;

/**
 * What a Java file says. Rules create it from text and read it.
 *
 * @param packageName the package; empty for none
 * @param imports the imports, in order
 * @param members all types and their members, nested ones too
 * @param typeNames the simple names of all types, local ones and type parameters too
 * @param declarations declarations that policies may deny
 * @param uses uses of names, in order
 * @param bodies what its members do
 * @param strings the values of string literals that name something of a package
 * @param clues what heuristics look at
 */
public record JavaSource(
    String packageName,
    List<Import> imports,
    List<Member> members,
    List<Named> typeNames,
    List<Declaration> declarations,
    List<Use> uses,
    List<Body> bodies,
    List<Named> strings,
    Clues clues) {

  /** A text at a line. */
  public record Named(String name, int line) {}

  /** Returns facts; lists are copied. */
  public JavaSource {
    imports = List.copyOf(imports);
    members = List.copyOf(members);
    typeNames = List.copyOf(typeNames);
    declarations = List.copyOf(declarations);
    uses = List.copyOf(uses);
    bodies = List.copyOf(bodies);
    strings = List.copyOf(strings);
  }

  /** Returns the facts of a file without content. */
  public static JavaSource none() {
    return new JavaSource(
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Clues.none());
  }

  /**
   * Returns what a text says, with Unicode escapes decoded.
   *
   * @param level one of {@link JavaLevels#all}
   * @throws SyntaxException if it is not Java; that it is Java of that level is for the compiler to
   *     say, because the parser's own check of levels takes two thirds as long as parsing
   */
  public static JavaSource parse(String text, int level) throws SyntaxException {
    boolean plain = !text.contains("\\u");
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(JavaLevels.level(level))
            .setPreprocessUnicodeEscapes(!plain)
            .setAttributeComments(false)
            .setStoreTokens(true);
    if (plain) {
      configuration.getProcessors().clear(); // the parser's own check of levels among them
    }
    ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
    if (plain && level >= JavaLevels.FIRST_WITH_VAR) {
      new Java10PostProcessor().postProcess(result, configuration);
    }
    if (!result.isSuccessful() || result.getResult().isEmpty()) {
      throw problem(result.getProblems());
    }
    return Extraction.of(result.getResult().get());
  }

  /** Returns whether a text is Java of a level, as far as the parser checks it. */
  public static boolean isOfLevel(String text, int level) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(JavaLevels.level(level))
            .setPreprocessUnicodeEscapes(true)
            .setAttributeComments(false)
            .setStoreTokens(false);
    return new JavaParser(configuration).parse(text).isSuccessful();
  }

  private static SyntaxException problem(List<Problem> problems) {
    if (problems.isEmpty()) {
      return new SyntaxException("the parser gave no tree", 0);
    }
    Problem first = problems.get(0);
    int line =
        first
            .getLocation()
            .flatMap(place -> place.getBegin().getRange())
            .map(range -> range.begin.line)
            .orElse(0);
    return new SyntaxException(first.getMessage().lines().findFirst().orElse(""), line);
  }
}
