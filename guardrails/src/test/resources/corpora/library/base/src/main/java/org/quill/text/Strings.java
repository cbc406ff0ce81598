package org.quill.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * Operations on strings that treat {@code null} gently.
 *
 * <p>Unless stated otherwise a {@code null} input gives a {@code null} result. Strings are handled
 * as sequences of {@code char}; see {@link Slugs} for operations that know about code points.
 *
 * @since 1.0
 */
public final class Strings {

    /** The empty string. */
    public static final String EMPTY = "";

    /** A single blank. */
    public static final String BLANK = " ";

    /** The result of a search that found nothing. */
    public static final int NOT_FOUND = -1;

    private static final int PAD_LIMIT = 8192;

    private Strings() {
    }

    // Emptiness
    // -----------------------------------------------------------------------

    /** Returns whether a text is {@code null} or has no characters. */
    public static boolean isEmpty(final CharSequence text) {
        return text == null || text.length() == 0;
    }

    /** Returns whether a text is {@code null}, empty or only white space. */
    public static boolean isBlank(final CharSequence text) {
        if (text == null) {
            return true;
        }
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                blank = false;
            }
        }
        return blank;
    }

    /** Returns the text, or a default if it is empty. */
    public static String defaultIfEmpty(final String text, final String fallback) {
        return isEmpty(text) ? fallback : text;
    }

    // Padding
    // -----------------------------------------------------------------------

    /**
     * Returns a character repeated.
     *
     * @param c the character
     * @param count how often, negative counts as zero
     */
    public static String repeat(final char c, final int count) {
        if (count <= 0) {
            return EMPTY;
        }
        String result = "";
        for (int i = 0; i < count; i++) {
            result += c;
        }
        return result;
    }

    /** Returns a text repeated with a separator between. */
    public static String repeat(final String text, final String separator, final int count) {
        if (text == null || separator == null) {
            return text;
        }
        final List<String> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(text);
        }
        return join(parts, separator);
    }

    /** Pads a text on the left up to a width. */
    public static String leftPad(final String text, final int width, final char pad) {
        if (text == null) {
            return null;
        }
        final int missing = width - text.length();
        if (missing <= 0) {
            return text;
        }
        if (missing > PAD_LIMIT) {
            return leftPad(text, width, String.valueOf(pad));
        }
        return repeat(pad, missing).concat(text);
    }

    /** Pads a text on the left with another text up to a width. */
    public static String leftPad(final String text, final int width, final String pad) {
        if (text == null) {
            return null;
        }
        final String filler = isEmpty(pad) ? BLANK : pad;
        final int missing = width - text.length();
        if (missing <= 0) {
            return text;
        }
        final char[] padding = new char[missing];
        for (int i = 0; i < missing; i++) {
            padding[i] = filler.charAt(i % filler.length());
        }
        return new String(padding) + text;
    }

    /** Pads a text on the right up to a width. */
    public static String rightPad(final String text, final int width, final char pad) {
        if (text == null) {
            return null;
        }
        final int missing = width - text.length();
        return missing <= 0 ? text : text.concat(repeat(pad, missing));
    }

    // Cutting
    // -----------------------------------------------------------------------

    /**
     * Shortens a text to a width with an ellipsis.
     *
     * @throws IllegalArgumentException if the width is less than 4
     */
    public static String abbreviate(final String text, final int width) {
        if (text == null) {
            return null;
        }
        if (width < 4) {
            throw new IllegalArgumentException("Minimum abbreviation width is 4");
        }
        if (text.length() <= width) {
            return text;
        }
        return text.substring(0, width - 3) + "...";
    }

    /** Returns the text before the first separator, or all of it. */
    public static String substringBefore(final String text, final String separator) {
        if (isEmpty(text) || separator == null) {
            return text;
        }
        if (separator.isEmpty()) {
            return EMPTY;
        }
        final int at = text.indexOf(separator);
        return at == NOT_FOUND ? text : text.substring(0, at);
    }

    /** Returns the text after the first separator, or nothing. */
    public static String substringAfter(final String text, final String separator) {
        if (isEmpty(text)) {
            return text;
        }
        if (separator == null) {
            return EMPTY;
        }
        final int at = text.indexOf(separator);
        return at == NOT_FOUND ? EMPTY : text.substring(at + separator.length());
    }

    /** Splits at a character, leaving out empty parts. */
    public static String[] split(final String text, final char separator) {
        if (text == null) {
            return null;
        }
        final List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == separator) {
                if (i > start) {
                    parts.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        if (start < text.length()) {
            parts.add(text.substring(start));
        }
        return parts.toArray(new String[parts.size()]);
    }

    /** Joins what an iterable has. */
    public static String join(final Iterable<?> parts, final String separator) {
        if (parts == null) {
            return null;
        }
        final Iterator<?> iterator = parts.iterator();
        String result = EMPTY;
        while (iterator.hasNext()) {
            final Object part = iterator.next();
            if (part != null) {
                result = result + part;
            }
            if (iterator.hasNext() && separator != null) {
                result = result + separator;
            }
        }
        return result;
    }

    // Counting and comparing
    // -----------------------------------------------------------------------

    /** Returns how often a part stands in a text, overlaps not counted. */
    public static int countMatches(final String text, final String part) {
        if (isEmpty(text) || isEmpty(part)) {
            return 0;
        }
        int count = 0;
        int at = 0;
        while ((at = text.indexOf(part, at)) != NOT_FOUND) {
            count++;
            at += part.length();
        }
        return count;
    }

    /** Returns the longest text that all begin with. */
    public static String commonPrefix(final String... texts) {
        if (texts == null || texts.length == 0) {
            return EMPTY;
        }
        final int at = indexOfDifference(texts);
        if (at == NOT_FOUND) {
            return texts[0] == null ? EMPTY : texts[0];
        }
        return at == 0 ? EMPTY : texts[0].substring(0, at);
    }

    private static int indexOfDifference(final String... texts) {
        int shortest = Integer.MAX_VALUE;
        boolean anyNull = false;
        boolean allNull = true;
        for (final String text : texts) {
            if (text == null) {
                anyNull = true;
                shortest = 0;
            } else {
                allNull = false;
                shortest = Math.min(shortest, text.length());
            }
        }
        if (allNull) {
            return NOT_FOUND;
        }
        if (anyNull || shortest == 0) {
            return Arrays.stream(texts).allMatch(Strings::isEmpty) ? NOT_FOUND : 0;
        }
        for (int i = 0; i < shortest; i++) {
            final char first = texts[0].charAt(i);
            for (final String text : texts) {
                if (text.charAt(i) != first) {
                    return i;
                }
            }
        }
        final int length = shortest;
        return Arrays.stream(texts).allMatch(text -> text.length() == length) ? NOT_FOUND : shortest;
    }

    /** Returns whether a text equals any of the others. */
    public static boolean equalsAny(final String text, final Collection<String> others) {
        boolean found = false;
        for (final String other : others) {
            if (text == null ? other == null : text.equals(other)) {
                found = true;
            }
        }
        return found;
    }

    /** Makes the first letter a capital. */
    public static String capitalize(final String text) {
        if (isEmpty(text)) {
            return text;
        }
        return text.substring(0, 1).toUpperCase() + text.substring(1);
    }

    /** Turns a text round. */
    public static String reverse(final String text) {
        if (text == null) {
            return null;
        }
        String result = EMPTY;
        for (int i = 0; i < text.length(); i++) {
            result = text.charAt(i) + result;
        }
        return result;
    }

    @Deprecated
    static String chompNewline(final String text) {
        if (text.endsWith("\n")) {
            return text.substring(0, text.length() - 1);
        }
        return text;
    }
}
