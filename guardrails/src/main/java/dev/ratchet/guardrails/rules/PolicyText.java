package dev.ratchet.guardrails.rules;

import dev.ratchet.guardrails.document.DocumentException;
import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.document.Value;
import dev.ratchet.guardrails.policy.PolicyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy as it is written: what stands at which key, and where. */
public final class PolicyText {
  /** A place in the file, both from 1. */
  public record At(int line, int column) {}

  private final Path file;
  private final Value document;
  private final Map<String, At> places = new HashMap<>();

  private PolicyText(Path file, Value document) {
    this.file = file;
    this.document = document;
    collect("", document, new At(1, 1));
  }

  public static PolicyText read(Path file) {
    DocumentFormat format =
        DocumentFormat.ofName(file.toString())
            .filter(f -> f != DocumentFormat.PROPERTIES)
            .orElseThrow(
                () ->
                    new PolicyException(file, 0, 0, "a policy has to end in .yaml, .yml or .json"));
    try {
      return new PolicyText(file, format.readPlain(text(file)));
    } catch (DocumentException e) {
      throw new PolicyException(file, e.line(), e.column(), e.reason());
    }
  }

  private static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new PolicyException(file, "the policy is not UTF-8; save it as UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new PolicyException(
          file,
          "there is no policy; write one that begins with 'ratchet: 1' and an 'editable' list",
          e);
    } catch (IOException e) {
      throw new PolicyException(file, "the policy can't be read: " + e.getMessage(), e);
    }
  }

  private void collect(String key, Value value, At at) {
    places.put(key, at);
    if (value instanceof Value.Fields fields) {
      fields
          .fields()
          .forEach(
              (name, field) ->
                  collect(
                      key.isEmpty() ? name : key + "." + name,
                      field.value(),
                      new At(field.line(), field.column())));
    } else if (value instanceof Value.Items items) {
      List<Value> all = items.items();
      for (int i = 0; i < all.size(); i++) {
        collect(key + "[" + i + "]", all.get(i), new At(all.get(i).line(), all.get(i).column()));
      }
    }
  }

  public Path file() {
    return file;
  }

  Value document() {
    return document;
  }

  /** Returns whether the person who wrote the policy wrote this key. */
  public boolean has(String key) {
    return places.containsKey(key);
  }

  /** Returns where a key such as {@code protect.members[2]} stands, or else what it is in. */
  public At at(String key) {
    return Optional.ofNullable(places.get(key)).orElseGet(() -> at(parent(key)));
  }

  private static String parent(String key) {
    return key.substring(0, Math.max(0, Math.max(key.lastIndexOf('.'), key.lastIndexOf('['))));
  }
}
