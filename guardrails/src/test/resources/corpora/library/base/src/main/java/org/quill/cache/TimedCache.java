package org.quill.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A cache whose entries grow old. */
public class TimedCache<K, V> {
    private final Map<K, Entry<V>> entries = new HashMap<>();
    private final long lifetimeNanos;
    private final LongSupplier clock;

    /** Keeps entries for some nanoseconds by the system's clock. */
    public TimedCache(long lifetimeNanos) {
        this(lifetimeNanos, System::nanoTime);
    }

    TimedCache(long lifetimeNanos, LongSupplier clock) {
        this.lifetimeNanos = lifetimeNanos;
        this.clock = clock;
    }

    /** Returns a value, made anew if it is too old. */
    public V get(K key, Supplier<V> maker) {
        Entry<V> entry = entries.get(key);
        if (entry == null || entry.isOlderThan(lifetimeNanos, clock.getAsLong())) {
            entry = new Entry<>(maker.get(), clock.getAsLong());
            entries.put(key, entry);
        }
        return entry.value;
    }

    /** Drops what is too old. */
    public void prune() {
        Map<K, Entry<V>> kept = new HashMap<>();
        for (K key : entries.keySet()) {
            if (!entries.get(key).isOlderThan(lifetimeNanos, clock.getAsLong())) {
                kept.put(key, entries.get(key));
            }
        }
        entries.clear();
        entries.putAll(kept);
    }

    private static final class Entry<V> {
        final V value;
        final long made;

        Entry(V value, long made) {
            this.value = value;
            this.made = made;
        }

        boolean isOlderThan(long nanos, long now) {
            return now - made > nanos;
        }
    }
}
