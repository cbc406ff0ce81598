package org.quill.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Measures how alike two texts are. */
public interface Similarity {

    /** Returns a number from 0 (nothing in common) to 1 (equal). */
    double of(CharSequence left, CharSequence right);

    /** Returns whether two texts are at least so alike. */
    default boolean reaches(CharSequence left, CharSequence right, double threshold) {
        return of(left, right) >= threshold;
    }

    /** Returns this measure on lower-case texts. */
    default Similarity ignoringCase() {
        return new Similarity() {
            @Override
            public double of(CharSequence left, CharSequence right) {
                return Similarity.this.of(
                        left.toString().toLowerCase(Locale.ROOT), right.toString().toLowerCase(Locale.ROOT));
            }
        };
    }

    /** Returns the measure by edit distance. */
    static Similarity levenshtein() {
        return new Levenshtein();
    }

    /** Returns the measure by shared pairs of characters. */
    static Similarity jaccard() {
        return (left, right) -> {
            Set<String> a = Shingles.of(left, 2);
            Set<String> b = Shingles.of(right, 2);
            Set<String> union = new HashSet<>(a);
            union.addAll(b);
            Set<String> shared = new HashSet<>(a);
            shared.retainAll(b);
            return union.isEmpty() ? 1.0 : (double) shared.size() / union.size();
        };
    }

    /** Edit distance, after V. I. Levenshtein (1965) – «Двоичные коды с исправлением выпадений». */
    final class Levenshtein implements Similarity {

        @Override
        public double of(CharSequence left, CharSequence right) {
            int longer = Math.max(left.length(), right.length());
            return longer == 0 ? 1.0 : 1.0 - (double) distance(left, right) / longer;
        }

        int distance(CharSequence left, CharSequence right) {
            int[][] cost = new int[left.length() + 1][right.length() + 1];
            for (int i = 0; i <= left.length(); i++) {
                cost[i][0] = i;
            }
            for (int j = 0; j <= right.length(); j++) {
                cost[0][j] = j;
            }
            for (int i = 1; i <= left.length(); i++) {
                for (int j = 1; j <= right.length(); j++) {
                    int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                    cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                }
            }
            return cost[left.length()][right.length()];
        }
    }

    /** Pieces of equal length. */
    final class Shingles {

        private Shingles() {
        }

        static Set<String> of(CharSequence text, int size) {
            Set<String> pieces = new TreeSet<>();
            for (int i = 0; i + size <= text.length(); i++) {
                pieces.add(text.subSequence(i, i + size).toString());
            }
            return pieces;
        }

        static String shown(Set<String> pieces) {
            return pieces.stream().sorted().collect(Collectors.joining("|"));
        }
    }
}
