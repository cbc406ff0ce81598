package dev.ratchet.guardrails.form;

import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.rules.Stance;
import dev.ratchet.guardrails.rules.TextRules;
import dev.ratchet.guardrails.source.JavaScan;
import dev.ratchet.guardrails.text.AddedLines;
import dev.ratchet.guardrails.text.Characters;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.List;

/** What a reader can't see, or a parser takes for something else, must not come in. */
public final class TextLayer implements Layer {
  private static final Rule CHARACTERS =
      Rule.hard("text.characters", "No added text has hidden or misleading characters")
          .because("a reader and the compiler would see different programs")
          .stops("if (isAdmin<U+200B>) with a space of no width")
          .passes("// na<U+00EF>ve, a letter that can be seen");
  private static final Rule ENCODING =
      Rule.hard("text.encoding", "Text is well-formed UTF-8")
          .because("rules can only judge what they can read")
          .stops("a byte 0xE9 alone, as Latin-1 writes e acute")
          .passes("the bytes 0xC3 0xA9, as UTF-8 writes it");
  private static final Rule ESCAPE =
      Rule.settable("text.escape", "ASCII characters are not written as Unicode escapes")
          .because("escapes can hide code from a reader")
          .stops("// \\u000a System.exit(0);")
          .passes("String dash = \"\\u2013\";");
  private static final Rule IDENTIFIER =
      Rule.settable("text.identifier", "Names are written in ASCII")
          .because("it may look like another name, or vanish from one")
          .stops("int <U+0430>ge, which begins with a Cyrillic letter")
          .passes("int age");
  private static final Rule LINE_ENDS =
      Rule.settable("text.line-ends", "An edit keeps the line ends of a file")
          .because("mixed line ends hide changes from a reader")
          .stops("a line that ends with CR LF in a file of LF")
          .passes("a line that ends with LF, as the others do");

  @Override
  public List<Rule> rules() {
    return List.of(CHARACTERS, ENCODING, ESCAPE, IDENTIFIER, LINE_ENDS);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    edit.files().stream()
        .filter(file -> file.afterFile().isPresent())
        .forEach(file -> inspect(file, edit.rules().text(), findings));
  }

  private static void inspect(FileEdit file, TextRules rules, Findings findings) {
    if (file.afterFile().orElseThrow().text().isEmpty()) {
      findings.add(
          ENCODING
              .found(file.path() + " is not text in UTF-8")
              .at(Place.of(file.path()))
              .remedy("write plain UTF-8 without NUL bytes"));
      return;
    }
    file.added().forEach((number, line) -> inspectLine(file, number, line, findings));
    rules.mixedLineEnds().tier().ifPresent(tier -> inspectLineEnds(file, tier, findings));
    inspectSubstitute(file, findings);
    if (file.isJava()) {
      inspectJava(file, rules, findings);
    } else if (DocumentFormat.ofName(file.path().value()).isPresent()) {
      rules.asciiEscapes().tier().ifPresent(tier -> inspectEscapes(file, tier, findings));
    }
  }

  private static void inspectLine(FileEdit file, int number, String line, Findings findings) {
    boolean keepsMark = number == 1 && file.before().startsWith("\uFEFF");
    line.codePoints()
        .filter(c -> Characters.isHidden(c) && !(keepsMark && c == 0xFEFF))
        .findFirst()
        .ifPresent(
            c ->
                findings.add(
                    CHARACTERS
                        .found(
                            "An added line has the hidden character "
                                + Shown.character(c)
                                + ": "
                                + Shown.quoted(line.strip()))
                        .at(Place.of(file.path(), number))
                        .remedy("remove the character")));
    int lone = loneCarriageReturn(line);
    if (lone >= 0) {
      findings.add(
          CHARACTERS
              .found("An added line has a carriage return within it")
              .at(Place.of(file.path(), number))
              .because("Java takes it for the end of the line and most viewers do not")
              .remedy("end lines as the rest of the file does"));
    }
  }

  private static int loneCarriageReturn(String line) {
    int at = line.indexOf('\r');
    return at >= 0 && !(at == line.length() - 2 && line.endsWith("\r\n")) ? at : -1;
  }

  /** A file that has only one kind of line ends keeps it; a new one may not mix them. */
  private static void inspectLineEnds(FileEdit file, Tier tier, Findings findings) {
    String model = file.before().isEmpty() ? file.after() : file.before();
    boolean windows = model.contains("\r\n");
    boolean unix = model.replace("\r\n", "").contains("\n");
    if (windows == unix && !file.before().isEmpty()) {
      return;
    }
    file.added()
        .forEach(
            (number, line) -> {
              boolean other = windows ? !line.endsWith("\r\n") : line.endsWith("\r\n");
              if (line.endsWith("\n") && other) {
                findings.add(
                    LINE_ENDS
                        .found(tier, "An added line ends otherwise than the file's other lines")
                        .at(Place.of(file.path(), number))
                        .remedy("end it with " + (windows ? "CR LF" : "LF")));
              }
            });
  }

  /** Both parsers take U+001A for the end of the file, wherever it stands. */
  private static void inspectSubstitute(FileEdit file, Findings findings) {
    int at = file.after().indexOf(0x1A);
    if (at >= 0) {
      findings.add(
          CHARACTERS
              .found("The file has the hidden character U+001A")
              .at(Place.of(file.path(), AddedLines.split(file.after().substring(0, at + 1)).size()))
              .because("the compiler ignores everything behind it")
              .remedy("remove the character"));
    }
  }

  private static void inspectJava(FileEdit file, TextRules rules, Findings findings) {
    for (JavaScan.Oddity oddity : file.scan().oddities()) {
      if (file.added().contains(oddity.line())) {
        inspectOddity(file, oddity, rules, findings);
      }
    }
  }

  private static void inspectOddity(
      FileEdit file, JavaScan.Oddity oddity, TextRules rules, Findings findings) {
    int character = oddity.codePoint();
    if (oddity.kind() == JavaScan.Kind.ESCAPED_ASCII) {
      rules
          .asciiEscapes()
          .tier()
          .ifPresent(tier -> addEscape(file, oddity.line(), character, tier, findings));
    } else if (character != 0xFEFF) {
      // A hidden character is refused whatever the policy says, also where it is escaped.
      Stance stance = Characters.isHidden(character) ? Stance.DENY : rules.unicodeIdentifiers();
      stance
          .tier()
          .ifPresent(tier -> addBeyondAscii(file, oddity.line(), character, tier, findings));
    }
  }

  private static void addBeyondAscii(
      FileEdit file, int line, int character, Tier tier, Findings findings) {
    findings.add(
        IDENTIFIER
            .found(
                tier, "Added code has " + Shown.character(character) + ", a character beyond ASCII")
            .at(Place.of(file.path(), line))
            .remedy("use ASCII outside of comments and literals"));
  }

  private static void addEscape(
      FileEdit file, int line, int character, Tier tier, Findings findings) {
    findings.add(
        ESCAPE
            .found(
                tier,
                "An added line writes the ASCII character "
                    + Shown.character(character)
                    + " as a Unicode escape")
            .at(Place.of(file.path(), line))
            .remedy("write the character itself"));
  }

  private static void inspectEscapes(FileEdit file, Tier tier, Findings findings) {
    file.added()
        .forEach(
            (number, line) ->
                JavaScan.of(line).oddities().stream()
                    .filter(oddity -> oddity.kind() == JavaScan.Kind.ESCAPED_ASCII)
                    .findFirst()
                    .ifPresent(
                        oddity -> addEscape(file, number, oddity.codePoint(), tier, findings)));
  }
}
