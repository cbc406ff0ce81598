package dev.ratchet.benchmarks.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStringsTest {
  @Test
  void reads_members_in_order_with_space_anywhere() {
    assertThat(JsonStrings.parse(" { \"b\" : \"1\" ,\t\"a\":\"\" } \r\n"))
        .containsExactly(entry("b", "1"), entry("a", ""));
    assertThat(JsonStrings.parse("{}")).isEmpty();
  }

  @Test
  void reads_every_escape() {
    assertThat(JsonStrings.parse("{\"k\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\uDE00\"}"))
        .containsExactly(entry("k", "\"\\/\b\f\n\r\tA\ud83d\ude00"));
  }

  @Property
  void reads_back_whatever_was_written(@ForAll String key, @ForAll String value) {
    assertThat(JsonStrings.parse("{" + written(key) + ":" + written(value) + "}"))
        .isEqualTo(Map.of(printable(key), printable(value)));
  }

  @Property
  void never_throws_anything_else(@ForAll String text) {
    for (String json : new String[] {text, "{\"" + text, "{\"a\":\"\\u" + text, "{\"a\":" + text}) {
      try {
        JsonStrings.parse(json);
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).matches("(?s)column [0-9]+: .+");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|column 1: an object must begin here with {",
        "``|column 1: an object must begin here with {",
        "{\"a\":\"1\"|column 9: a , or } is missing here",
        "{\"a\":\"1\",}|column 10: a key must begin here with \"",
        "{a:\"1\"}|column 2: a key must begin here with \"",
        "{\"a\" \"1\"}|column 6: a : must follow the key 'a'",
        "{\"a\":1}|column 6: the value of 'a' must be a string in quotation marks",
        "{\"a\":null}|column 6: the value of 'a' must be a string in quotation marks",
        "{\"a\":{}}|column 6: the value of 'a' must be a string in quotation marks",
        "{\"a\":\"1\",\"a\":\"1\"}|column 17: the key 'a' occurs twice",
        "{\"a\":\"1|column 7: the string that begins here has no end",
        "{\"a\":\"\\x\"}|column 9: there is no escape \\x",
        "{\"a\":\"\\|column 8: the line ends within an escape",
        "{\"a\":\"\\u12g4\"}|column 11: four hexadecimal digits must follow \\u",
        "{\"a\":\"\\u-123\"}|column 9: four hexadecimal digits must follow \\u",
        "{\"a\":\"\\ud800\"}|column 14: the string before has half of a surrogate pair",
        "{\"a\":\"1\"} {}|column 11: nothing may follow the object",
        "{\"a\":\"1\"},|column 10: nothing may follow the object",
      })
  void names_column_and_fault(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonStrings.parse(json))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u001f", "\n", "\t"})
  void refuses_raw_control_characters(String control) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonStrings.parse("{\"a\":\"" + control + "\"}"))
        .withMessage("column 7: a control character in a string must be escaped");
  }

  /** Escapes what must be, and every second other character though it need not be. */
  private static String written(String text) {
    StringBuilder json = new StringBuilder("\"");
    String printable = printable(text);
    for (int i = 0; i < printable.length(); i++) {
      char c = printable.charAt(i);
      boolean isPlain = c >= ' ' && c != '"' && c != '\\' && i % 2 == 0 && c < 0xd800;
      json.append(isPlain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return json.append('"').toString();
  }

  /** Replaces lone surrogates, which JSON text can't carry safely. */
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .map(c -> c >= 0xd800 && c <= 0xdfff ? '?' : c)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }
}
