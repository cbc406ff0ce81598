package org.quill.collect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A map from keys to lists of values.
 *
 * @param <K> the type of keys
 * @param <V> the type of values
 */
public class ListMultimap<K, V> {
    private final Map<K, List<V>> lists = new HashMap<>();

    /** Groups values by a key. */
    public static <K, V> ListMultimap<K, V> index(Iterable<V> values, Function<V, K> key) {
        ListMultimap<K, V> result = new ListMultimap<>();
        for (V value : values) {
            result.put(key.apply(value), value);
        }
        return result;
    }

    /** Adds a value under a key. */
    public void put(K key, V value) {
        if (!lists.containsKey(key)) {
            lists.put(key, new ArrayList<>());
        }
        lists.get(key).add(value);
    }

    /** Returns the values of a key, none if it is not there. */
    public List<V> get(K key) {
        List<V> list = lists.get(key);
        return list == null ? Collections.<V>emptyList() : Collections.unmodifiableList(list);
    }

    /** Removes a key with all its values. */
    public List<V> removeAll(K key) {
        List<V> removed = lists.remove(key);
        return removed == null ? Collections.<V>emptyList() : removed;
    }

    /** Returns the keys. */
    public Set<K> keys() {
        return lists.keySet();
    }

    /** Returns how many values there are. */
    public int size() {
        int size = 0;
        for (K key : lists.keySet()) {
            size += lists.get(key).size();
        }
        return size;
    }

    /** Gives each pair to an action. */
    public void forEach(BiConsumer<K, V> action) {
        for (Map.Entry<K, List<V>> entry : lists.entrySet()) {
            for (V value : entry.getValue()) {
                action.accept(entry.getKey(), value);
            }
        }
    }
}
