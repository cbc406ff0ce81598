package org.quill.math;

import java.util.Arrays;
import java.util.List;

/** Says what a row of numbers looks like. */
public final class Summary {
    private final double[] values;

    public Summary(List<Double> values) {
        this.values = values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns the mean. */
    public double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Returns the variance. */
    public double variance() {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean()) * (value - mean());
        }
        return sum / (values.length - 1);
    }

    /** Returns the value in the middle. */
    public double median() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted[middle];
    }

    /** Returns how many values lie between two bounds. */
    public long between(double low, double high) {
        return Arrays.stream(values).filter(value -> value >= low).filter(value -> value < high).count();
    }

    public String toString() {
        return "n=" + values.length + " mean=" + mean() + " median=" + median();
    }
}
