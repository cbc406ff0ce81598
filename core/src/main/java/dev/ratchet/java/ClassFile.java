package dev.ratchet.java;

import dev.ratchet.edit.SourcePath;
import org.jspecify.annotations.Nullable;

/** A compiled class: its bytes, the source it came from, and what other sources see of it. */
final class ClassFile {
  private final String name;
  private final SourcePath source;
  private final byte[] bytes;
  private @Nullable ClassSurface surface;
  private @Nullable ClassLinks links;

  ClassFile(String name, SourcePath source, byte[] bytes) {
    this.name = name;
    this.source = source;
    this.bytes = bytes;
  }

  /** Returns the binary name, such as {@code pkg.Outer$Inner}. */
  String name() {
    return name;
  }

  SourcePath source() {
    return source;
  }

  byte[] bytes() {
    return bytes;
  }

  synchronized ClassSurface surface() {
    ClassSurface known = surface;
    if (known == null) {
      known = ClassSurface.of(bytes);
      surface = known;
    }
    return known;
  }

  synchronized ClassLinks links() {
    ClassLinks known = links;
    if (known == null) {
      known = ClassLinks.of(bytes);
      links = known;
    }
    return known;
  }
}
