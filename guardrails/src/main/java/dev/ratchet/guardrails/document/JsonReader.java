package dev.ratchet.guardrails.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON with the streaming parser; no key twice, nothing after the value. */
final class JsonReader {
  private JsonReader() {}

  static Value read(String text) throws DocumentException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        throw new DocumentException("it is empty", 1, 1);
      }
      Value value = value(parser);
      if (parser.nextToken() != null) {
        throw at(parser, "it goes on after its value");
      }
      return value;
    } catch (JsonProcessingException e) {
      Optional<JsonLocation> place = Optional.ofNullable(e.getLocation());
      throw new DocumentException(
          "it is not JSON: " + e.getOriginalMessage(),
          place.map(JsonLocation::getLineNr).orElse(0),
          place.map(JsonLocation::getColumnNr).orElse(0));
    } catch (IOException e) {
      throw new DocumentException("it can't be read: " + e.getMessage(), 0, 0);
    }
  }

  private static Value value(JsonParser parser) throws IOException, DocumentException {
    JsonLocation place = parser.currentTokenLocation();
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(parser, place);
      case START_ARRAY -> items(parser, place);
      case VALUE_STRING -> scalar(Value.Type.STRING, parser.getText(), place);
      case VALUE_NUMBER_INT -> scalar(Value.Type.INTEGER, parser.getText(), place);
      case VALUE_NUMBER_FLOAT -> scalar(Value.Type.DECIMAL, parser.getText(), place);
      case VALUE_TRUE, VALUE_FALSE -> scalar(Value.Type.BOOLEAN, parser.getText(), place);
      default -> scalar(Value.Type.NULL, parser.getText(), place);
    };
  }

  private static Value.Scalar scalar(Value.Type type, String text, JsonLocation place) {
    return new Value.Scalar(type, text, place.getLineNr(), place.getColumnNr());
  }

  private static Value items(JsonParser parser, JsonLocation place)
      throws IOException, DocumentException {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Value.Items(items, place.getLineNr(), place.getColumnNr());
  }

  private static Value fields(JsonParser parser, JsonLocation place)
      throws IOException, DocumentException {
    Map<String, Value.Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonLocation at = parser.currentTokenLocation();
      if (fields.containsKey(key)) {
        throw at(parser, "it has the key '" + key + "' twice");
      }
      parser.nextToken();
      fields.put(key, new Value.Field(value(parser), at.getLineNr(), at.getColumnNr()));
    }
    return new Value.Fields(fields, place.getLineNr(), place.getColumnNr());
  }

  private static DocumentException at(JsonParser parser, String message) {
    JsonLocation place = parser.currentTokenLocation();
    return new DocumentException(message, place.getLineNr(), place.getColumnNr());
  }
}
