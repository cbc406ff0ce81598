package dev.ratchet.isolation;

import java.nio.charset.StandardCharsets;

/** What a process wrote to one stream, up to a limit. Users read it; hostile data. */
public final class Output {
  private final byte[] bytes;
  private final boolean truncated;

  Output(byte[] bytes, boolean truncated) {
    this.bytes = bytes;
    this.truncated = truncated;
  }

  /** Returns a copy of the bytes that were kept. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns the kept bytes as UTF-8; what is not well-formed is replaced. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Returns whether the process wrote more than was kept, or may still be writing. */
  public boolean isTruncated() {
    return truncated;
  }

  @Override
  public String toString() {
    return bytes.length + (truncated ? " bytes and more" : " bytes");
  }
}
