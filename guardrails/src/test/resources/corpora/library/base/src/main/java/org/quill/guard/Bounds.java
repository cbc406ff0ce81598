package org.quill.guard;

/** What texts from outside may cost. */
public final class Bounds {
    /** How deeply brackets may nest. */
    public static final int MAX_DEPTH = 200;

    private static final int MAX_LENGTH = 100_000;

    private Bounds() {
    }

    /** Refuses a text that is too long. */
    public static void checkLength(int length) {
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("text of " + length + " characters is too long");
        }
    }
}
