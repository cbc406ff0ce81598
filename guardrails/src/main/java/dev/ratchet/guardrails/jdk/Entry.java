package dev.ratchet.guardrails.jdk;

/**
 * A name that the catalogue has, and the versions that have such a thing.
 *
 * @param name a package, {@code package.**}, a type, or {@code type#member(parameters)}
 * @param after the feature version after which it is there, or 0
 * @param before the feature version before which it is there, or {@link Integer#MAX_VALUE}
 */
record Entry(String name, int after, int before) {
  static Entry of(String written) {
    int mark = Math.max(written.lastIndexOf('>'), written.lastIndexOf('<'));
    if (mark < 0) {
      return new Entry(written, 0, Integer.MAX_VALUE);
    }
    String name = written.substring(0, mark);
    int version = Integer.parseInt(written.substring(mark + 1));
    return written.charAt(mark) == '>'
        ? new Entry(name, version, Integer.MAX_VALUE)
        : new Entry(name, 0, version);
  }

  /** Returns the entry for a part of what this one names. */
  Entry within(String prefix) {
    return new Entry(prefix + name, after, before);
  }
}
