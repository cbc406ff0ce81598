package dev.ratchet.benchmarks.worker;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Notes which blocks and methods one task runs, and which calls repeat their arguments.
 *
 * <p>Arguments are compared by 64-bit hashes of their values. No code under measurement is run for
 * it: its objects count by identity, except records, whose fields are read. What is large or of an
 * unknown kind of collection counts as different from everything.
 */
final class Recorder {
  private static final int MOST_PARTS = 4096;
  private static final int MOST_CALLS = 1 << 18;
  private static final Set<Class<?>> ORDERED =
      Set.of(ArrayList.class, LinkedList.class, ArrayDeque.class, TreeSet.class);
  private static final Set<Class<?>> UNORDERED = Set.of(HashSet.class, LinkedHashSet.class);
  private static final Set<Class<?>> MAPS =
      Set.of(HashMap.class, LinkedHashMap.class, TreeMap.class);

  private final long[] visits;
  private final long[] calls;
  private final long[] repeats;
  private final Set<Long> earlier = new HashSet<>();
  private final Map<Object, Integer> identities = new IdentityHashMap<>();
  private int parts;

  Recorder(int blocks, int methods) {
    visits = new long[blocks];
    calls = new long[methods];
    repeats = new long[methods];
  }

  long[] visits() {
    return visits;
  }

  long[] calls() {
    return calls;
  }

  long[] repeats() {
    return repeats;
  }

  void visit(int block) {
    visits[block]++;
  }

  void enter(int method, Object @Nullable [] arguments) {
    calls[method]++;
    if (arguments == null || earlier.size() >= MOST_CALLS) {
      return;
    }
    parts = 0;
    long hash = mix(method + 1L, hashOfArray(arguments));
    if (parts <= MOST_PARTS && !earlier.add(hash)) {
      repeats[method]++;
    }
  }

  private long hashOf(@Nullable Object value) {
    if (++parts > MOST_PARTS || value == null) {
      return 0;
    }
    if (value instanceof String text) {
      return hashOfText(text);
    }
    if (value instanceof Number || value instanceof Boolean || value instanceof Character) {
      return value.getClass().getClassLoader() == null ? boxed(value) : identity(value);
    }
    Class<?> type = value.getClass();
    if (type.isArray()) {
      return hashOfArray(value);
    }
    if (value instanceof Collection<?> collection) {
      return hashOfCollection(collection);
    }
    if (value instanceof Map<?, ?> map) {
      return MAPS.contains(type) ? hashOfMap(map) : unknown();
    }
    return type.isRecord() ? hashOfRecord(value) : identity(value);
  }

  private static long boxed(Object value) {
    long bits =
        value instanceof Double number
            ? Double.doubleToLongBits(number)
            : value instanceof Long number ? number : value.hashCode();
    return mix(value.getClass().getName().hashCode(), bits);
  }

  private long hashOfText(String text) {
    parts += text.length() / 8;
    long hash = 17;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 1_000_003 + text.charAt(i);
    }
    return mix(3, hash);
  }

  private long hashOfArray(Object array) {
    int length = Array.getLength(array);
    long hash = mix(5, length);
    for (int i = 0; i < length && parts <= MOST_PARTS; i++) {
      hash = mix(hash, hashOf(Array.get(array, i)));
    }
    return hash;
  }

  private long hashOfCollection(Collection<?> collection) {
    Class<?> type = collection.getClass();
    boolean fixed = type.getName().startsWith("java.util.ImmutableCollections$List");
    if (UNORDERED.contains(type)) {
      long sum = 7;
      for (Object element : collection) {
        sum += mix(11, hashOf(element));
      }
      return sum;
    }
    if (!fixed && !ORDERED.contains(type)) {
      return unknown();
    }
    long hash = mix(13, collection.size());
    for (Object element : collection) {
      hash = mix(hash, hashOf(element));
    }
    return hash;
  }

  private long hashOfMap(Map<?, ?> map) {
    long sum = 19;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      sum += mix(hashOf(entry.getKey()), hashOf(entry.getValue()));
    }
    return sum;
  }

  private long hashOfRecord(Object value) {
    long hash = identity(value.getClass());
    for (Field field : value.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        hash = mix(hash, hashOf(read(field, value)));
      }
    }
    return hash;
  }

  private @Nullable Object read(Field field, Object value) {
    try {
      field.setAccessible(true);
      return field.get(value);
    } catch (ReflectiveOperationException | RuntimeException e) {
      parts = MOST_PARTS + 1;
      return null;
    }
  }

  private long unknown() {
    parts = MOST_PARTS + 1;
    return 0;
  }

  /** Numbers objects in the order of appearance, so that a second run gives the same hashes. */
  private long identity(Object value) {
    if (identities.size() >= MOST_CALLS) {
      return unknown();
    }
    return mix(23, identities.computeIfAbsent(value, any -> identities.size() + 1));
  }

  /** The finaliser of MurmurHash3 (Appleby, public domain) over a sum. */
  private static long mix(long one, long other) {
    long hash = one * 0x9E3779B97F4A7C15L + other;
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }
}
