package dev.ratchet.guardrails.evaluator;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.evaluator.EvaluatorData.Match;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Literal;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds values of the evaluator's data that an edit newly writes, as constants or as names. */
final class AnswerCheck {
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Pattern LONG = Pattern.compile("\\d{8,}");

  private final Edit edit;
  private final EvaluatorData data;
  private final Findings findings;

  AnswerCheck(Edit edit, EvaluatorData data, Findings findings) {
    this.edit = edit;
    this.data = data;
    this.findings = findings;
  }

  void inspect() {
    Set<Literal> literals = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (FileEdit file : edit.files()) {
      file.beforeFile()
          .ifPresent(old -> edit.values(file.from(), old).forEach(l -> literals.add(l.anywhere())));
      names(file.javaBefore()).forEach(name -> names.add(name.name()));
    }
    for (FileEdit file : edit.files()) {
      if (file.afterFile().isPresent() && !file.isTooDeep()) {
        edit.values(file.path(), file.afterFile().get()).stream()
            .filter(literal -> literals.add(literal.anywhere()))
            .forEach(literal -> inspect(file, literal));
        names(file.javaAfter())
            .filter(name -> names.add(name.name()))
            .forEach(name -> inspect(file, name));
      }
    }
  }

  /** Returns the names that a program can turn into texts: of types and of constants. */
  private static Stream<JavaSource.Named> names(JavaSource source) {
    Stream<JavaSource.Named> constants =
        source.members().stream()
            .filter(
                m ->
                    m.kind() == Member.Kind.CONSTANT
                        || m.kind() == Member.Kind.FIELD && CONSTANT.matcher(m.name()).matches())
            .map(m -> new JavaSource.Named(m.name(), m.line()));
    return Stream.concat(source.typeNames().stream(), constants);
  }

  private void inspect(FileEdit file, JavaSource.Named name) {
    data.phrases()
        .named(name.name())
        .filter(found -> !isKnown(found))
        .ifPresent(found -> add(file, name.line(), found.words(), found.match()));
  }

  private void inspect(FileEdit file, Literal literal) {
    Optional<Match> plain = data.match(literal);
    Optional<Phrases.Found> inside =
        literal.isNumber() ? Optional.empty() : data.phrases().in(literal.value());
    if (plain.isPresent()) {
      plain
          .filter(match -> !isKnown(literal))
          .ifPresent(match -> add(file, literal.line(), literal.value(), match));
    } else if (inside.isPresent()) {
      inside
          .filter(found -> !isKnown(found))
          .ifPresent(found -> add(file, literal.line(), found.words(), found.match()));
    } else if (file.isJava()) {
      hidden(file, literal)
          .filter(match -> !isKnown(literal))
          .ifPresent(match -> add(file, literal.line(), literal.value(), match));
    }
  }

  private Optional<Match> hidden(FileEdit file, Literal literal) {
    if (literal.isNumber()) {
      boolean isLong = LONG.matcher(literal.value()).matches();
      return isLong ? hidden(Disguise.digits(new BigInteger(literal.value()))) : Optional.empty();
    }
    List<String> around =
        file.javaAfter().strings().stream()
            .map(JavaSource.Named::name)
            .filter(text -> Literal.text(text, 0).value().contains(literal.value()))
            .toList();
    return around.isEmpty()
        ? data.matchHidden(literal.value()) // put together from what is no text, or from less
        : around.stream()
            .filter(text -> Literal.text(text, 0).value().equals(literal.value()))
            .flatMap(this::hidden)
            .min(Match::compareTo);
  }

  private Stream<Match> hidden(String text) {
    return Stream.concat(
        hidden(Disguise.decoded(text)).stream(),
        Disguise.moved(text).flatMap(moved -> data.match(Literal.text(moved, 0)).stream()));
  }

  private Optional<Match> hidden(Stream<String> readings) {
    return readings.flatMap(text -> data.matchHidden(text).stream()).min(Match::compareTo);
  }

  private boolean isKnown(Phrases.Found found) {
    Pattern pattern = found.pattern();
    return Stream.concat(
            edit.base().paths().stream()
                .filter(edit::isSource)
                .flatMap(path -> edit.base().file(path).stream())
                .map(file -> file.text().orElse("")),
            edit.files().stream().map(FileEdit::before))
        .anyMatch(text -> pattern.matcher(text).find());
  }

  /** Asked only for what matches, so that reading the whole program is rare. */
  private boolean isKnown(Literal literal) {
    boolean isWord = !literal.isNumber() && WORD.matcher(literal.value()).matches();
    Pattern word = Pattern.compile("(?i)(?<![a-z])" + Pattern.quote(literal.value()) + "(?![a-z])");
    for (SourcePath path : edit.base().paths()) {
      if (edit.isSource(path)) {
        SourceFile file = edit.base().file(path).orElseThrow();
        String text = file.text().orElse("");
        if (isWord && word.matcher(text).find()
            || mayHold(text, literal)
                && edit.values(path, file).stream()
                    .anyMatch(l -> l.anywhere().equals(literal.anywhere()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mayHold(String text, Literal literal) {
    return literal.isNumber()
        ? text.replace("_", "").contains(literal.value())
        : text.toLowerCase(Locale.ROOT).contains(literal.value());
  }

  private void add(FileEdit file, int line, String value, Match match) {
    boolean isCertain = match == Match.VALUE;
    findings.add(
        EvaluatorLayer.LITERAL
            .found(
                isCertain ? Tier.HARD : Tier.ESCALATE,
                "The edit newly writes "
                    + Shown.quoted(value)
                    + (isCertain ? ", a value" : ", which may be a value")
                    + " of the data that it is judged by")
            .at(Place.of(file.path(), line))
            .remedy("work the result out from the input"));
  }
}
