package dev.ratchet.edit;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One direction of a binary patch of git, decoded and checked.
 *
 * @param isDelta whether {@code data} is a delta to the base rather than the content itself
 * @param data as many bytes as the patch says
 */
record BinaryPatch(boolean isDelta, byte[] data) {

  private static final int LARGEST = 64 << 20;

  /** Says what is corrupt; the reader turns it into a problem of the patch. */
  static final class Corrupt extends Exception {

    private static final long serialVersionUID = 1L;

    Corrupt(String message) {
      super(message);
    }
  }

  /**
   * Decodes a part.
   *
   * @param header {@code literal} or {@code delta} and the size of the data
   * @param lines the lines in base 85 that follow
   */
  static BinaryPatch decode(String header, List<String> lines) throws Corrupt {
    boolean isDelta = header.startsWith("delta ");
    String size = header.substring(header.indexOf(' ') + 1);
    if (!size.matches("[0-9]{1,8}") || Integer.parseInt(size) > LARGEST) {
      throw new Corrupt("the size in " + Quoted.text(header) + " is no number up to " + LARGEST);
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (String line : lines) {
      packed.writeBytes(GitBinary.decodeLine(line));
    }
    return new BinaryPatch(isDelta, inflate(packed.toByteArray(), Integer.parseInt(size)));
  }

  private static byte[] inflate(byte[] packed, int size) throws Corrupt {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] data = new byte[size + 1];
      int length = 0;
      while (length <= size && !inflater.finished()) {
        int count = inflater.inflate(data, length, data.length - length);
        if (count == 0 && !inflater.finished()) {
          throw new Corrupt("its compressed data is cut off");
        }
        length += count;
      }
      if (length != size || !inflater.finished() || inflater.getRemaining() > 0) {
        throw new Corrupt("its data has not the " + size + " bytes it says");
      }
      return Arrays.copyOf(data, size);
    } catch (DataFormatException e) {
      throw new Corrupt("its compressed data is damaged");
    } finally {
      inflater.end();
    }
  }

  /** Returns the content that this direction makes of the base. */
  byte[] applyTo(byte[] base) throws Corrupt {
    return isDelta ? new Delta(data, base).result() : data.clone();
  }

  /** Instructions that copy pieces of the base or insert new bytes. */
  private static final class Delta {

    private final byte[] code;
    private final byte[] base;
    private int at;

    Delta(byte[] code, byte[] base) {
      this.code = code;
      this.base = base;
    }

    byte[] result() throws Corrupt {
      if (size() != base.length) {
        throw new Corrupt("its delta is for a file of another size");
      }
      int size = size();
      ByteArrayOutputStream result = new ByteArrayOutputStream();
      while (at < code.length) {
        step(result);
        if (result.size() > size) {
          throw new Corrupt("its delta makes more than the bytes it says");
        }
      }
      if (result.size() != size) {
        throw new Corrupt("its delta makes fewer than the bytes it says");
      }
      return result.toByteArray();
    }

    private void step(ByteArrayOutputStream result) throws Corrupt {
      int instruction = next();
      if ((instruction & 0x80) != 0) {
        long offset = operand(instruction, 4);
        long length = operand(instruction >> 4, 3);
        length = length == 0 ? 0x10000 : length;
        if (offset + length > base.length) {
          throw new Corrupt("its delta copies from beyond the end of the file");
        }
        result.write(base, (int) offset, (int) length);
      } else if (instruction == 0 || at + instruction > code.length) {
        throw new Corrupt("its delta has an instruction that does not exist");
      } else {
        result.write(code, at, instruction);
        at += instruction;
      }
    }

    /** Reads the bytes whose bits are set, lowest first. */
    private long operand(int bits, int bytes) throws Corrupt {
      long value = 0;
      for (int i = 0; i < bytes; i++) {
        if ((bits >> i & 1) != 0) {
          value |= (long) next() << 8 * i;
        }
      }
      return value;
    }

    private int size() throws Corrupt {
      long size = 0;
      int shift = 0;
      int read;
      do {
        read = next();
        size |= (long) (read & 0x7f) << shift;
        shift += 7;
      } while ((read & 0x80) != 0 && shift < 35);
      if ((read & 0x80) != 0 || size > LARGEST) {
        throw new Corrupt("its delta is for or makes more than " + LARGEST + " bytes");
      }
      return (int) size;
    }

    private int next() throws Corrupt {
      if (at == code.length) {
        throw new Corrupt("its delta is cut off");
      }
      return code[at++] & 0xff;
    }
  }
}
