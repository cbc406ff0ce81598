package dev.ratchet.guardrails.bytecode;

import java.util.Map;
import java.util.WeakHashMap;

/**
 * The facts and texts of class files, read once for each array of bytes and forgotten with it.
 *
 * <p>Safe for many threads. An array is known by its identity: trees share what did not change.
 */
public final class ClassFiles {
  private final Map<byte[], ClassFacts> facts = new WeakHashMap<>();
  private final Map<byte[], Map<String, String>> texts = new WeakHashMap<>();
  private final Map<byte[], Map<String, StoredValue>> values = new WeakHashMap<>();

  synchronized ClassFacts facts(byte[] bytes) {
    return facts.computeIfAbsent(bytes, FactsReader::read);
  }

  synchronized Map<String, String> texts(byte[] bytes) {
    return texts.computeIfAbsent(bytes, CodeText::of);
  }

  synchronized Map<String, StoredValue> values(byte[] bytes) {
    return values.computeIfAbsent(bytes, StoredValue::of);
  }

  /** Forgets the texts of code, which are large and wanted for a few classes of one check. */
  public synchronized void forgetTexts() {
    texts.clear();
    values.clear();
  }
}
