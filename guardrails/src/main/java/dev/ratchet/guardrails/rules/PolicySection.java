package dev.ratchet.guardrails.rules;

import dev.ratchet.guardrails.document.Value;
import dev.ratchet.guardrails.policy.PolicyException;
import dev.ratchet.guardrails.text.Characters;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.guardrails.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A map of a policy file that knows its place, so that every complaint names it. */
final class PolicySection {
  private static final Pattern PLAIN_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final Path file;
  private final String name;
  private final Value.Fields fields;

  private PolicySection(Path file, String name, Value.Fields fields, List<String> allowed) {
    this.file = file;
    this.name = name;
    this.fields = fields;
    fields.fields().forEach((key, field) -> checkKey(key, field, allowed));
  }

  /** Returns a section, after checking that it is a map of known keys. */
  static PolicySection of(Path file, String name, Value value, List<String> allowed) {
    if (value instanceof Value.Fields fields) {
      return new PolicySection(file, name, fields, allowed);
    }
    throw complain(
        file, value, name, "has to be a map, but is " + value.kind() + ". " + allowed(allowed));
  }

  /** Returns a section whose keys are names that the user chooses. */
  static PolicySection open(Path file, String name, Value value) {
    return of(file, name, value, List.of());
  }

  private static String allowed(List<String> keys) {
    return "Allowed: " + String.join(", ", keys);
  }

  private void checkKey(String key, Value.Field field, List<String> allowed) {
    if (!allowed.isEmpty() && !allowed.contains(key)) {
      String place = name.isEmpty() ? "" : name + ": ";
      throw new PolicyException(
          file,
          field.line(),
          field.column(),
          place
              + "unknown key "
              + Shown.quoted(key)
              + PolicyKeys.home(key).map(home -> "; it belongs under '" + home + "'.").orElse("")
              + Words.hint(key, allowed));
    }
  }

  private static PolicyException complain(Path file, Value value, String key, String message) {
    return new PolicyException(
        file, value.line(), value.column(), (key.isEmpty() ? "the policy" : key) + " " + message);
  }

  /** Returns the complaint that the value of a key is bad. */
  PolicyException complain(Value value, String key, String message) {
    return complain(file, value, path(key), message);
  }

  PolicyException complainMissing(String key, String remedy) {
    return complain(file, fields, path(key), "is missing; " + remedy);
  }

  private String path(String key) {
    return name.isEmpty() ? key : key.isEmpty() ? name : name + "." + key;
  }

  List<String> keys() {
    return List.copyOf(fields.fields().keySet());
  }

  Optional<Value> value(String key) {
    return Optional.ofNullable(fields.fields().get(key)).map(Value.Field::value);
  }

  Optional<PolicySection> section(String key, List<String> allowed) {
    return value(key).map(value -> of(file, path(key), value, allowed));
  }

  Optional<PolicySection> openSection(String key) {
    return value(key).map(value -> open(file, path(key), value));
  }

  /** Returns the sections of a list. */
  List<PolicySection> sections(String key, List<String> allowed) {
    List<PolicySection> sections = new ArrayList<>();
    List<Value> items = value(key).map(value -> items(key, value)).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      sections.add(of(file, path(key) + "[" + i + "]", items.get(i), allowed));
    }
    return sections;
  }

  /** Returns the entries of a list in which each is a text, or a map that says more. */
  <T> List<T> entries(
      String key,
      Function<String, T> text,
      List<String> allowed,
      Function<PolicySection, T> section) {
    List<T> entries = new ArrayList<>();
    List<Value> items = value(key).map(value -> items(key, value)).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      String place = key + "[" + i + "]";
      entries.add(
          items.get(i) instanceof Value.Fields
              ? section.apply(of(file, path(place), items.get(i), allowed))
              : read(place, items.get(i), text));
    }
    return entries;
  }

  private List<Value> items(String key, Value value) {
    if (value instanceof Value.Items items) {
      return items.items();
    }
    throw complain(value, key, "has to be a list, but is " + value.kind());
  }

  /** Returns the texts of a list, each read by a function that throws if it is bad. */
  <T> Optional<List<T>> list(String key, Function<String, T> reader) {
    return value(key)
        .map(value -> items(key, value).stream().map(item -> read(key, item, reader)).toList());
  }

  /** As {@link #list}, and a single text counts as a list of one. */
  <T> Optional<List<T>> oneOrMore(String key, Function<String, T> reader) {
    return value(key).filter(Value.Scalar.class::isInstance).isPresent()
        ? text(key, reader).map(List::of)
        : list(key, reader);
  }

  /** Returns a text read by a function that throws if it is bad. */
  <T> Optional<T> text(String key, Function<String, T> reader) {
    return value(key).map(value -> read(key, value, reader));
  }

  /** Returns the stance that a key gives, the strictest if it gives none. */
  Stance stance(String key, Set<Stance> allowed) {
    List<String> words =
        Arrays.stream(Stance.values()).filter(allowed::contains).map(Words::of).toList();
    return text(
            key,
            word ->
                Words.constant(Stance.class, word)
                    .filter(allowed::contains)
                    .orElseThrow(() -> Words.unknown(word, words)))
        .orElse(Stance.DENY);
  }

  /** Returns a truth value; words that only some readers take for one are refused. */
  Optional<Boolean> flag(String key) {
    return value(key).map(value -> flag(key, value));
  }

  private boolean flag(String key, Value value) {
    if (value instanceof Value.Scalar scalar
        && scalar.type() == Value.Type.BOOLEAN
        && List.of("true", "false").contains(scalar.text())) {
      return scalar.text().equals("true");
    }
    throw complain(value, key, "has to be true or false, spelled so, but is " + shown(value));
  }

  private static String shown(Value value) {
    return value instanceof Value.Scalar scalar
        ? value.kind() + " (" + Shown.text(scalar.text()) + ")"
        : value.kind();
  }

  private <T> T read(String key, Value value, Function<String, T> reader) {
    if (!(value instanceof Value.Scalar scalar) || scalar.type() != Value.Type.STRING) {
      throw complain(value, key, "has to be text, but is " + shown(value) + "; put text in quotes");
    }
    scalar
        .text()
        .codePoints()
        .filter(Characters::isHidden)
        .findFirst()
        .ifPresent(
            c -> {
              throw complain(
                  value, key, "has the hidden character " + Shown.character(c) + "; remove it");
            });
    try {
      return reader.apply(scalar.text());
    } catch (IllegalArgumentException e) {
      throw complain(value, key, "has a bad value: " + e.getMessage());
    }
  }

  /** Returns a whole number from 1, written plainly. */
  Optional<Integer> number(String key, int most) {
    return value(key).map(value -> number(key, value, most));
  }

  /** Returns a whole number from 1, or empty for a word and for nothing. */
  OptionalInt numberOr(String key, int most, String word) {
    Optional<Value> value = value(key);
    if (value.isEmpty()
        || value.get() instanceof Value.Scalar scalar
            && scalar.type() == Value.Type.STRING
            && scalar.text().equals(word)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(number(key, value.get(), most, " or '" + word + "'"));
  }

  private int number(String key, Value value, int most) {
    return number(key, value, most, "");
  }

  private int number(String key, Value value, int most, String orElse) {
    String range = "a whole number from 1 to " + most + orElse;
    if (!(value instanceof Value.Scalar scalar) || scalar.type() != Value.Type.INTEGER) {
      throw complain(value, key, "has to be " + range + ", but is " + value.kind());
    }
    if (!PLAIN_NUMBER.matcher(scalar.text()).matches()) {
      throw complain(
          value,
          key,
          "is written as "
              + Shown.quoted(scalar.text())
              + ", which readers take for different numbers; write "
              + range
              + " in plain digits without leading zeros");
    }
    int number = Integer.parseInt(scalar.text());
    if (number < 1 || number > most) {
      throw complain(value, key, "has to be " + range + ", but is " + number);
    }
    return number;
  }
}
