package org.quill.collect;

import java.util.Optional;

/** The last so many values; older ones are overwritten. */
public class RingBuffer<T> {
    private final Object[] slots;
    private long written;

    /** Keeps up to a number of values. */
    public RingBuffer(int capacity) {
        slots = new Object[capacity];
    }

    /** Adds a value. */
    public synchronized void add(T value) {
        slots[(int) (written % slots.length)] = value;
        written++;
    }

    /** Returns the newest value. */
    @SuppressWarnings("unchecked")
    public synchronized Optional<T> newest() {
        return written == 0
                ? Optional.empty()
                : Optional.of((T) slots[(int) ((written - 1) % slots.length)]);
    }

    /** Returns how many values are kept. */
    public synchronized int size() {
        return (int) Math.min(written, slots.length);
    }

    /** Returns a copy, oldest first. */
    public synchronized Object[] snapshot() {
        int size = size();
        Object[] copy = new Object[size];
        for (int i = 0; i < size; i++) {
            copy[i] = slots[(int) ((written - size + i) % slots.length)];
        }
        return copy;
    }
}
