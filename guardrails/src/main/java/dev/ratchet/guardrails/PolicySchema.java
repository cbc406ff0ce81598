package dev.ratchet.guardrails;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The JSON Schema of policies, for editors and other tools. Users call it.
 *
 * <p>It says what keys and values there are. Reading a policy says more: what is missing in a
 * target, and what two readers would take differently.
 */
public final class PolicySchema {
  private static final String RESOURCE = "policy.schema.json";

  private PolicySchema() {}

  /** Returns the schema, of the draft 2020-12. */
  public static String text() {
    try (InputStream resource =
        Objects.requireNonNull(PolicySchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The library's own " + RESOURCE + " can't be read", e);
    }
  }
}
