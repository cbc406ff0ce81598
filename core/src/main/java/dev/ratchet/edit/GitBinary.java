package dev.ratchet.edit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Git's form of a binary file in a patch: compressed, in base 85, lines of up to 52 bytes. */
final class GitBinary {

  static final String SHA_1 = "SHA-1";
  static final String SHA_256 = "SHA-256";
  static final String NO_BLOB = "0".repeat(40);

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
  private static final int LINE = 52;

  private GitBinary() {}

  /** Returns the name of the file's content in a repository of git. */
  static String blobHash(SourceFile file, String algorithm) {
    byte[] header = ("blob " + file.size() + "\0").getBytes(StandardCharsets.US_ASCII);
    return ContentHash.digest(algorithm, header, file.sharedBytes());
  }

  /** Returns these bytes as a literal part of a binary patch, with the empty line that ends it. */
  static String encode(byte[] content) {
    byte[] packed = deflate(content);
    StringBuilder out = new StringBuilder("literal " + content.length + "\n");
    for (int start = 0; start < packed.length; start += LINE) {
      int length = Math.min(LINE, packed.length - start);
      out.append((char) (length <= 26 ? 'A' + length - 1 : 'a' + length - 27));
      for (int at = start; at < start + length; at += 4) {
        appendWord(out, packed, at, start + length);
      }
      out.append('\n');
    }
    return out.append('\n').toString();
  }

  private static void appendWord(StringBuilder out, byte[] bytes, int at, int end) {
    long word = 0;
    for (int i = at; i < at + 4; i++) {
      word = word << 8 | (i < end ? bytes[i] & 0xff : 0);
    }
    char[] digits = new char[5];
    for (int i = 4; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (word % 85));
      word /= 85;
    }
    out.append(digits);
  }

  /** Returns the bytes of a line: a letter for their number, then five digits for each four. */
  static byte[] decodeLine(String line) throws BinaryPatch.Corrupt {
    char first = line.isEmpty() ? ' ' : line.charAt(0);
    int length =
        first >= 'A' && first <= 'Z'
            ? first - 'A' + 1
            : first >= 'a' && first <= 'z' ? first - 'a' + 27 : 0;
    if (length == 0 || line.length() != 1 + (length + 3) / 4 * 5) {
      throw new BinaryPatch.Corrupt("it has a line of a wrong length");
    }
    byte[] bytes = new byte[(length + 3) / 4 * 4];
    for (int word = 0; word < bytes.length / 4; word++) {
      long value = word(line, 1 + 5 * word);
      for (int i = 0; i < 4; i++) {
        bytes[4 * word + i] = (byte) (value >> 24 - 8 * i);
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  private static long word(String line, int at) throws BinaryPatch.Corrupt {
    long value = 0;
    for (int i = at; i < at + 5; i++) {
      int digit = DIGITS.indexOf(line.charAt(i));
      if (digit < 0) {
        throw new BinaryPatch.Corrupt("it has a character that is no digit of base 85");
      }
      value = value * 85 + digit;
    }
    if (value > 0xffffffffL) {
      throw new BinaryPatch.Corrupt("it has a number that is too large");
    }
    return value;
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
