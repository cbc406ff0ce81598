package dev.ratchet.edit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest that names some content. Users call it; two equal hashes mean equal content.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final int SHORT_LENGTH = 12;

  /**
   * Checks the digits.
   *
   * @throws IllegalArgumentException if {@code hex} is not 64 lower-case hexadecimal digits
   */
  public ContentHash {
    if (!SHA_256.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          Quoted.text(hex)
              + " is not a content hash: it has to be 64 lower-case hexadecimal digits (SHA-256)");
    }
  }

  /** Returns the hash of these bytes. */
  public static ContentHash of(byte[] content) {
    return new ContentHash(digest("SHA-256", content));
  }

  /** Returns the hash of the UTF-8 form of this text. */
  public static ContentHash ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the first 12 digits, enough to tell contents apart in a message. */
  public String shortHex() {
    return hex.substring(0, SHORT_LENGTH);
  }

  /** Returns all digits. */
  @Override
  public String toString() {
    return hex;
  }

  static String digest(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no " + algorithm, e);
    }
  }
}
