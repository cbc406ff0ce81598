package org.quill.codec;

import java.util.Arrays;

/** The Base32 encoding of RFC 4648. */
public final class Base32 implements Codec {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final char PAD = '=';

    private final boolean padded;

    public Base32() {
        this(true);
    }

    public Base32(boolean padded) {
        this.padded = padded;
    }

    @Override
    public String encode(byte[] data) {
        String out = "";
        int buffer = 0;
        int bits = 0;
        for (byte b : data) {
            buffer = (buffer << 8) | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                out += ALPHABET.charAt((buffer >> (bits - 5)) & 0x1F);
                bits -= 5;
            }
        }
        if (bits > 0) {
            out += ALPHABET.charAt((buffer << (5 - bits)) & 0x1F);
        }
        while (padded && out.length() % 8 != 0) {
            out += PAD;
        }
        return out;
    }

    @Override
    public byte[] decode(String text) throws CodecException {
        byte[] out = new byte[text.length() * 5 / 8];
        int length = 0;
        int buffer = 0;
        int bits = 0;
        for (char c : text.toCharArray()) {
            if (c == PAD) {
                break;
            }
            buffer = (buffer << 5) | valueOf(c);
            bits += 5;
            if (bits >= 8) {
                out[length++] = (byte) (buffer >> (bits - 8));
                bits -= 8;
            }
        }
        return Arrays.copyOf(out, length);
    }

    // linear search: the alphabet is short
    private static int valueOf(char c) throws CodecException {
        for (int i = 0; i < ALPHABET.length(); i++) {
            if (ALPHABET.charAt(i) == c) {
                return i;
            }
        }
        throw new CodecException("Not in the alphabet: " + c);
    }
}
