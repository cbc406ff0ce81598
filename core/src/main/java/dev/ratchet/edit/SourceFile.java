package dev.ratchet.edit;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file without a name: bytes and a mode, immutable. Users call it; equal by content and mode.
 *
 * <p>Bytes are kept as they are: line ends, a missing final newline and a byte order mark belong to
 * the content.
 */
public final class SourceFile implements Node {

  private final byte[] bytes;
  private final FileMode mode;
  private final ContentHash hash;

  private SourceFile(byte[] bytes, FileMode mode, ContentHash hash) {
    this.bytes = bytes;
    this.mode = mode;
    this.hash = hash;
  }

  /** Returns a regular file with a copy of these bytes. */
  public static SourceFile of(byte[] bytes) {
    return owning(bytes.clone(), FileMode.REGULAR);
  }

  /**
   * Returns a regular file with the UTF-8 form of this text.
   *
   * @throws IllegalArgumentException if the text has half of a surrogate pair and so no UTF-8 form
   */
  public static SourceFile of(String text) {
    return owning(encode(text), FileMode.REGULAR);
  }

  /** Takes the array without a copy: the caller must not keep it. */
  static SourceFile owning(byte[] bytes, FileMode mode) {
    return new SourceFile(bytes, mode, ContentHash.of(bytes));
  }

  private static byte[] encode(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "The text has half of a surrogate pair, which UTF-8 cannot express: " + Quoted.text(text),
          e);
    }
  }

  /** Returns this content with another mode. */
  public SourceFile withMode(FileMode newMode) {
    return newMode == mode ? this : new SourceFile(bytes, newMode, hash);
  }

  /**
   * Returns a file of this mode with the UTF-8 form of another text.
   *
   * @throws IllegalArgumentException as {@link #of(String)}
   */
  public SourceFile withText(String text) {
    return owning(encode(text), mode);
  }

  /** Returns a copy of the content. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns the length of the content in bytes. */
  public int size() {
    return bytes.length;
  }

  /** Returns the content as text, or empty if it has a NUL or is not well-formed UTF-8. */
  public Optional<String> text() {
    for (byte b : bytes) {
      if (b == 0) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Returns whether the file may be executed. */
  public FileMode mode() {
    return mode;
  }

  /** Returns the hash of the content, which does not depend on the mode. */
  @Override
  public ContentHash hash() {
    return hash;
  }

  /** Returns the bytes one to one as characters, the form in which lines are compared. */
  String latin1() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Returns the content itself, for readers inside the package that leave it alone. */
  byte[] sharedBytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFile that && mode == that.mode && hash.equals(that.hash);
  }

  @Override
  public int hashCode() {
    return 31 * hash.hashCode() + mode.hashCode();
  }

  /** Returns mode, size and the start of the hash; never the content. */
  @Override
  public String toString() {
    return mode + " file of " + bytes.length + " bytes (" + hash.shortHex() + ")";
  }
}
