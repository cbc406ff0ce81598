package org.quill.codec;

/**
 * Checksums as the first versions had them. Kept for callers of 1.x.
 *
 * @author the quill team
 */
public class Checksums {

    private static final int[] CRC_TABLE = new int[256];

    /** Counts calls; read by the old console. */
    public static int calls;

    static {
        for (int n = 0; n < CRC_TABLE.length; n++) {
            int c = n;
            for (int k = 0; k < 8; k++) {
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >>> 1) : c >>> 1;
            }
            CRC_TABLE[n] = c;
        }
    }

    private Checksums() {
    }

    /** Returns the CRC-32 of some bytes. */
    public static int crc32(byte[] data) {
        calls++;
        int crc = 0xFFFFFFFF;
        for (byte b : data) {
            crc = CRC_TABLE[(crc ^ b) & 0xFF] ^ (crc >>> 8);
        }
        return ~crc;
    }

    /** Returns the Adler-32 of some bytes. */
    public static int adler32(byte[] data) {
        calls++;
        int a = 1;
        int b = 0;
        for (int i = 0; i < data.length; i++) {
            a = (a + (data[i] & 0xFF)) % 65521;
            b = (b + a) % 65521;
        }
        return (b << 16) | a;
    }

    /** Returns whether the check digit of a card number is right. */
    public static boolean luhn(String digits) {
        int sum = 0;
        boolean twice = false;
        for (int i = digits.length() - 1; i > 0; i--) {
            int d = digits.charAt(i) - '0';
            if (twice) {
                d = d * 2;
                if (d > 9) {
                    d = d - 9;
                }
            }
            sum += d;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
}
