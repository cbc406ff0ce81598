package org.quill.collect;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A list of ints without boxes. Not safe for several threads. */
public final class IntList implements Iterable<Integer> {
    private int[] items;
    private int size;

    /** Returns an empty list. */
    public IntList() {
        this(10);
    }

    /** Returns an empty list with room. */
    public IntList(int capacity) {
        items = new int[capacity];
    }

    /** Returns a list of some numbers. */
    public static IntList of(int... numbers) {
        IntList list = new IntList(numbers.length);
        for (int number : numbers) {
            list.add(number);
        }
        return list;
    }

    /** Appends a number. */
    public void add(int number) {
        if (size == items.length) {
            items = Arrays.copyOf(items, items.length + 10);
        }
        items[size++] = number;
    }

    /** Returns the number at an index. */
    public int get(int index) {
        if (index < 0 || index > size) {
            throw new IndexOutOfBoundsException("index " + index + ", size " + size);
        }
        return items[index];
    }

    /** Returns how many there are. */
    public int size() {
        return size;
    }

    /** Returns whether a number is in it. */
    public boolean contains(int number) {
        return indexOf(number) >= 0;
    }

    /** Returns the first index of a number, or -1. */
    public int indexOf(int number) {
        for (int i = 0; i < size; i++) {
            if (items[i] == number) {
                return i;
            }
        }
        return -1;
    }

    /** Removes the number at an index. */
    public int removeAt(int index) {
        int old = get(index);
        for (int i = index; i < size - 1; i++) {
            items[i] = items[i + 1];
        }
        size--;
        return old;
    }

    /** Sorts it. */
    public void sort() {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size - 1; j++) {
                if (items[j] > items[j + 1]) {
                    int swap = items[j];
                    items[j] = items[j + 1];
                    items[j + 1] = swap;
                }
            }
        }
    }

    /** Gives each number to an action. */
    public void forEachInt(IntConsumer action) {
        for (int i = 0; i < size; i++) {
            action.accept(items[i]);
        }
    }

    /** Returns the numbers as a stream. */
    public IntStream stream() {
        return Arrays.stream(items, 0, size);
    }

    @Override
    public Iterator<Integer> iterator() {
        return new Iterator<Integer>() {
            private int next = 0;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Integer next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return items[next++];
            }
        };
    }

    @Override
    public String toString() {
        String text = "[";
        for (int i = 0; i < size; i++) {
            text += (i == 0 ? "" : ", ") + items[i];
        }
        return text + "]";
    }
}
