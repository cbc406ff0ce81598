package org.quill.tool;

import org.quill.math.Primes;
import org.quill.text.Similarity;

/** A small benchmark that people run by hand. */
public final class Bench {

    private Bench() {
    }

    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            int found = Primes.below(20_000).size();
            double alike = Similarity.levenshtein().of("kitten", "sitting");
            System.out.printf("%d primes, %.3f alike, %d us%n", found, alike, (System.nanoTime() - start) / 1000);
        }
    }
}
