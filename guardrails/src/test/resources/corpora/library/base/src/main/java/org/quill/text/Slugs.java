package org.quill.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes names for URLs out of titles: {@code "Über die Brücke"} becomes {@code "ueber-die-bruecke"}.
 *
 * <p>Letters with marks lose them (é → e, ñ → n), the German ones are spelt out.
 */
public final class Slugs {
    private final Map<Character, String> spelling = new HashMap<>();
    private final int longest;

    /** Makes slugs up to a length. */
    public Slugs(int longest) {
        this.longest = longest;
        spelling.put('ä', "ae");
        spelling.put('ö', "oe");
        spelling.put('ü', "ue");
        spelling.put('ß', "ss");
        spelling.put('ø', "oe");
        spelling.put('\u00e6', "ae");
    }

    /** Returns the slug of a title. */
    public String of(String title) {
        StringBuilder slug = new StringBuilder();
        for (char c : title.toLowerCase(Locale.ROOT).toCharArray()) {
            append(slug, c);
        }
        String cut = slug.length() > longest ? slug.substring(0, longest) : slug.toString();
        return trimmed(cut);
    }

    private void append(StringBuilder slug, char c) {
        if (spelling.containsKey(c)) {
            slug.append(spelling.get(c));
        } else if (c < 128 && Character.isLetterOrDigit(c)) {
            slug.append(c);
        } else if (Character.isLetter(c)) {
            slug.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).replaceAll("[^a-z]", ""));
        } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
        }
    }

    private static String trimmed(String slug) {
        String result = slug;
        while (result.endsWith("-")) {
            result = result.substring(0, result.length() - 1);
        }
        return result;
    }
}
