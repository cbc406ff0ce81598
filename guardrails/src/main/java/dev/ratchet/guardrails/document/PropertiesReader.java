package dev.ratchet.guardrails.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Reads Java properties with the JDK's own reader, which decodes escapes; no key twice. */
final class PropertiesReader {
  private PropertiesReader() {}

  static Value read(String text) throws DocumentException {
    Map<String, Value.Field> fields = new LinkedHashMap<>();
    StringBuilder twice = new StringBuilder();
    try {
      new Recorder(fields, twice).load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new DocumentException("it is not a properties file: " + e.getMessage(), 0, 0);
    }
    if (twice.length() > 0) {
      throw new DocumentException("it has the key '" + twice + "' twice", 0, 0);
    }
    return new Value.Fields(fields, 1, 1);
  }

  /** The JDK's reader keeps the last of two equal keys; this one remembers that there were two. */
  private static final class Recorder extends Properties {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Value.Field> fields;
    private final transient StringBuilder twice;

    Recorder(Map<String, Value.Field> fields, StringBuilder twice) {
      this.fields = fields;
      this.twice = twice;
    }

    @Override
    public synchronized Object put(Object key, Object value) {
      Value.Scalar scalar = new Value.Scalar(Value.Type.STRING, (String) value, 1, 1);
      if (fields.put((String) key, new Value.Field(scalar, 1, 1)) != null && twice.length() == 0) {
        twice.append(key);
      }
      return super.put(key, value);
    }
  }
}
