package dev.ratchet.guardrails.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value in a document with its place. Callers read it.
 *
 * <p>Equality of documents is that of {@link #canonical}, since two equal values stand at two
 * places.
 */
public sealed interface Value {
  /** The types that a scalar can have. */
  enum Type {
    /** Text. */
    STRING,
    /** A whole number. */
    INTEGER,
    /** Any other number. */
    DECIMAL,
    /** True or false, in whatever spelling. */
    BOOLEAN,
    /** Nothing. */
    NULL,
    /** Something else that the format knows, such as a date. */
    OTHER
  }

  /** Returns the line of the value, from 1. */
  int line();

  /** Returns the column of the value, from 1. */
  int column();

  /** Returns a text that is the same for two values exactly if they are equal. */
  String canonical();

  /** Returns what kind of value it is, in words. */
  String kind();

  /**
   * A single value, with its spelling.
   *
   * @param type its type
   * @param text its spelling, without quotes and with escapes decoded
   * @param line the line, from 1
   * @param column the column, from 1
   */
  record Scalar(Type type, String text, int line, int column) implements Value {
    @Override
    public String canonical() {
      return type + "(" + text.length() + ":" + text + ")";
    }

    @Override
    public String kind() {
      return switch (type) {
        case STRING -> "text";
        case INTEGER -> "a whole number";
        case DECIMAL -> "a number";
        case BOOLEAN -> "a truth value";
        case NULL -> "nothing";
        case OTHER -> "a value of another type";
      };
    }
  }

  /**
   * A sequence of values.
   *
   * @param items the values in order
   * @param line the line, from 1
   * @param column the column, from 1
   */
  record Items(List<Value> items, int line, int column) implements Value {
    /** Returns a sequence; the list is copied. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String canonical() {
      StringBuilder text = new StringBuilder("[");
      items.forEach(item -> text.append(item.canonical()).append(','));
      return text.append(']').toString();
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * Values by key, no key twice.
   *
   * @param fields the values in the order written
   * @param line the line, from 1
   * @param column the column, from 1
   */
  record Fields(Map<String, Field> fields, int line, int column) implements Value {
    /** Returns a map; it is copied in its order. */
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String canonical() {
      StringBuilder text = new StringBuilder("{");
      fields.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              entry ->
                  text.append(entry.getKey().length())
                      .append(':')
                      .append(entry.getKey())
                      .append('=')
                      .append(entry.getValue().value().canonical())
                      .append(','));
      return text.append('}').toString();
    }

    @Override
    public String kind() {
      return "a map";
    }
  }

  /**
   * A value with the place of its key.
   *
   * @param value the value
   * @param line the line of the key, from 1
   * @param column the column of the key, from 1
   */
  record Field(Value value, int line, int column) {}
}
