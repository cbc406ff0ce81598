package org.quill.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns bytes into hexadecimal digits and back. */
public class Hex implements Codec {

    private static final char[] DIGITS_LOWER = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private static final char[] DIGITS_UPPER = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private final Charset charset;

    /** Uses UTF-8. */
    public Hex() {
        this.charset = StandardCharsets.UTF_8;
    }

    /** Uses a character set. */
    public Hex(final Charset charset) {
        this.charset = charset;
    }

    /** Returns the digits of some bytes. */
    public static char[] encodeHex(final byte[] data, final boolean toLowerCase) {
        final char[] digits = toLowerCase ? DIGITS_LOWER : DIGITS_UPPER;
        final char[] out = new char[data.length << 1];
        for (int i = 0, j = 0; i < data.length; i++) {
            out[j++] = digits[(0xF0 & data[i]) >>> 4];
            out[j++] = digits[0x0F & data[i]];
        }
        return out;
    }

    /**
     * Returns the bytes that digits stand for.
     *
     * @throws CodecException for an odd count or another character
     */
    public static byte[] decodeHex(final char[] data) throws CodecException {
        if ((data.length & 0x01) != 0) {
            throw new CodecException("Odd number of characters.");
        }
        final byte[] out = new byte[data.length >> 1];
        for (int i = 0, j = 0; j < data.length; i++) {
            int f = toDigit(data[j], j) << 4;
            j++;
            f = f | toDigit(data[j], j);
            j++;
            out[i] = (byte) (f & 0xFF);
        }
        return out;
    }

    private static int toDigit(final char c, final int index) throws CodecException {
        final int digit = Character.digit(c, 16);
        if (digit == -1) {
            throw new CodecException("Illegal hexadecimal character " + c + " at index " + index);
        }
        return digit;
    }

    @Override
    public String encode(final byte[] data) {
        return new String(encodeHex(data, true));
    }

    @Override
    public byte[] decode(final String text) throws CodecException {
        return decodeHex(text.toCharArray());
    }

    /** Returns the digits of a text. */
    public String encode(final String text) {
        return encode(text.getBytes(charset));
    }
}
