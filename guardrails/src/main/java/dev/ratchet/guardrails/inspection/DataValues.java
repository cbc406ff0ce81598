package dev.ratchet.guardrails.inspection;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.document.DocumentException;
import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.document.Value;
import dev.ratchet.guardrails.source.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the values out of a file of data: what its format holds, or its lines and their fields. */
final class DataValues {
  private static final Pattern FIELDS = Pattern.compile("[,;\\t|]");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d_,]*(?:\\.\\d+)?");
  private static final Pattern SAYS_MORE_THAN_A_NAME =
      Pattern.compile(".*[\\s\\d].*", Pattern.DOTALL);

  private final List<Literal> values = new ArrayList<>();

  private DataValues() {}

  /** Returns the values; none of a file that is not text. */
  static List<Literal> of(SourcePath path, SourceFile file, JavaCache java) {
    if (FileEdit.isJava(path)) {
      return java.facts(file).clues().literals();
    }
    DataValues values = new DataValues();
    values.add(path.value().toLowerCase(Locale.ROOT), file.text().orElse(""));
    return values.values;
  }

  private void add(String name, String text) {
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      text.lines().filter(line -> !line.isBlank()).forEach(line -> add(DocumentFormat.JSON, line));
      return;
    }
    Optional<DocumentFormat> format = DocumentFormat.ofName(name);
    if (format.isPresent()) {
      add(format.get(), text);
    } else {
      text.lines().forEach(this::addLine);
    }
  }

  /** What its format does not hold together is read line by line. */
  private void add(DocumentFormat format, String text) {
    try {
      add(format.read(text));
    } catch (DocumentException e) {
      text.lines().forEach(this::addLine);
    }
  }

  private void add(Value value) {
    if (value instanceof Value.Scalar scalar) {
      addText(scalar.text());
    } else if (value instanceof Value.Items items) {
      items.items().forEach(this::add);
    } else if (value instanceof Value.Fields fields) {
      fields
          .fields()
          .forEach(
              (key, field) -> {
                if (SAYS_MORE_THAN_A_NAME.matcher(key).matches()) {
                  addText(key);
                }
                add(field.value());
              });
    }
  }

  private void addLine(String line) {
    addText(line);
    String[] fields = FIELDS.split(line);
    for (int i = 0; i < fields.length && fields.length > 1; i++) {
      addText(fields[i].strip().replaceAll("^[\"']|[\"']$", ""));
    }
  }

  private void addText(String text) {
    if (text.isBlank()) {
      return;
    }
    values.add(Literal.text(text, 0));
    text.lines()
        .filter(line -> !line.equals(text))
        .forEach(line -> values.add(Literal.text(line, 0)));
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      Literal.numberIn(numbers.group(), 0).ifPresent(values::add);
    }
  }
}
