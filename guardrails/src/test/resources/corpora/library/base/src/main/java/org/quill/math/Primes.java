package org.quill.math;

import java.util.ArrayList;
import java.util.List;
import org.quill.collect.IntList;

/** Prime numbers. */
public final class Primes {

    private Primes() {
    }

    /** Returns whether a number is prime. */
    public static boolean isPrime(int n) {
        if (n < 2) {
            return false;
        }
        for (int i = 2; i < n; i++) {
            if (n % i == 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the primes below a number. */
    public static IntList below(int limit) {
        IntList primes = new IntList();
        for (int i = 2; i < limit; i++) {
            if (isPrime(i)) {
                primes.add(i);
            }
        }
        return primes;
    }

    /** Returns the prime factors, smallest first. */
    public static List<Integer> factors(int n) {
        List<Integer> factors = new ArrayList<>();
        int rest = n;
        for (int i = 2; i <= rest; i++) {
            while (rest % i == 0) {
                factors.add(i);
                rest = rest / i;
            }
        }
        return factors;
    }

    /** Returns the greatest common divisor. */
    public static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Returns a Fibonacci number. */
    public static long fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    /** Returns a number's digits added up. */
    public static int digitSum(long n) {
        int sum = 0;
        for (char c : String.valueOf(n).toCharArray()) {
            sum += Integer.parseInt(String.valueOf(c));
        }
        return sum;
    }
}
