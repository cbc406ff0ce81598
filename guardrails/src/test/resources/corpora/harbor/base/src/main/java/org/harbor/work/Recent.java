package org.harbor.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers the latest results of a function, within one run. */
public final class Recent<K, V> {
  private final Map<K, V> values;

  public Recent(int capacity) {
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
          }
        };
  }

  public synchronized V get(K key, Function<? super K, ? extends V> compute) {
    V value = values.get(key);
    if (value == null) {
      value = compute.apply(key);
      values.put(key, value);
    }
    return value;
  }
}
