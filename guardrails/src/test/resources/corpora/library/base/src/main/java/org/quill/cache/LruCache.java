package org.quill.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A cache that forgets what was used longest ago. */
public class LruCache<K, V> {
    private final Map<K, V> entries;
    private final EvictionLog<K> log = new EvictionLog<>();
    private long hits;
    private long misses;

    /** Keeps up to a number of entries. */
    public LruCache(final int capacity) {
        entries = new LinkedHashMap<K, V>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                boolean full = size() > capacity;
                if (full) {
                    log.record(eldest.getKey());
                }
                return full;
            }
        };
    }

    /** Returns the value of a key, made if it is not there. */
    public synchronized V get(K key, Function<? super K, ? extends V> loader) {
        if (entries.containsKey(key)) {
            hits++;
            return entries.get(key);
        }
        misses++;
        V made = loader.apply(key);
        entries.put(key, made);
        return made;
    }

    /** Forgets a key. */
    public synchronized void invalidate(K key) {
        entries.remove(key);
    }

    /** Returns the counts so far. */
    public synchronized Stats stats() {
        return new Stats(hits, misses, log.count());
    }

    /** Counts of a cache. */
    public record Stats(long hits, long misses, long evictions) {

        /** Returns the share of hits. */
        public double hitRate() {
            return hits / (hits + misses);
        }
    }
}

/** What was forgotten. */
final class EvictionLog<K> {
    private final List<K> evicted = new ArrayList<>();

    void record(K key) {
        evicted.add(key);
    }

    int count() {
        return evicted.size();
    }
}
