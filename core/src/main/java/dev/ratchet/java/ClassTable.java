package dev.ratchet.java;

import dev.ratchet.edit.SourcePath;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a compiled tree, which share with the tree before it what did not change.
 *
 * <p>Immutable. A table is a full one and a few files that differ from it; a look-up costs the same
 * in both, and a change costs as much as the files that differ, not as the program is large.
 */
final class ClassTable {
  private static final int MOST_DIFFERENT_FILES = 256;

  private final Full full;
  private final Map<SourcePath, List<ClassFile>> different;
  private final Map<String, ClassFile> differentByName = new HashMap<>();

  private ClassTable(Full full, Map<SourcePath, List<ClassFile>> different) {
    this.full = full;
    this.different = different;
    different.values().forEach(list -> list.forEach(c -> differentByName.put(c.name(), c)));
  }

  static ClassTable of(Collection<ClassFile> classes) {
    return new ClassTable(new Full(classes), Map.of());
  }

  /** Returns this table with other classes for some sources; an empty list removes a source. */
  ClassTable with(Map<SourcePath, List<ClassFile>> changes) {
    Map<SourcePath, List<ClassFile>> all = new HashMap<>(different);
    all.putAll(changes);
    ClassTable next = new ClassTable(full, all);
    return all.size() > MOST_DIFFERENT_FILES ? of(next.all().toList()) : next;
  }

  Optional<ClassFile> find(String name) {
    return Optional.ofNullable(differentByName.get(name))
        .or(() -> Optional.ofNullable(full.byName.get(name)).filter(this::isCurrent));
  }

  private boolean isCurrent(ClassFile file) {
    return !different.containsKey(file.source());
  }

  /** Returns the classes that a source was compiled to. */
  List<ClassFile> of(SourcePath source) {
    return Optional.ofNullable(different.get(source))
        .or(() -> Optional.ofNullable(full.bySource.get(source)))
        .orElse(List.of());
  }

  /** Returns the classes of a package, not of those below it. */
  Stream<ClassFile> inPackage(String name) {
    Stream<ClassFile> unchanged =
        Optional.ofNullable(full.byPackage.get(name)).orElse(List.of()).stream()
            .filter(this::isCurrent);
    return Stream.concat(
        unchanged, differentByName.values().stream().filter(c -> packageOf(c.name()).equals(name)));
  }

  boolean hasPackage(String name) {
    return inPackage(name).findAny().isPresent();
  }

  Stream<ClassFile> all() {
    return Stream.concat(
        full.byName.values().stream().filter(this::isCurrent), differentByName.values().stream());
  }

  Set<String> changesFrom(ClassTable base) {
    Set<String> changed = new TreeSet<>();
    if (full != base.full) {
      Stream.concat(all(), base.all()).forEach(c -> addIfChanged(c.name(), base, changed));
      return changed;
    }
    Set<SourcePath> sources = new HashSet<>(different.keySet());
    sources.addAll(base.different.keySet());
    for (SourcePath source : sources) {
      of(source).forEach(c -> addIfChanged(c.name(), base, changed));
      base.of(source).forEach(c -> addIfChanged(c.name(), base, changed));
    }
    return changed;
  }

  private void addIfChanged(String name, ClassTable base, Set<String> changed) {
    byte[] now = bytes().get(name);
    byte[] old = base.bytes().get(name);
    if (now != old && !Arrays.equals(now, old)) {
      changed.add(name);
    }
  }

  static String packageOf(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }

  /** Returns the bytes by class name, as a view. */
  Map<String, byte[]> bytes() {
    return new Bytes();
  }

  /** A table without differences, indexed. */
  private static final class Full {
    private final Map<String, ClassFile> byName = new HashMap<>();
    private final Map<SourcePath, List<ClassFile>> bySource = new HashMap<>();
    private final Map<String, List<ClassFile>> byPackage = new HashMap<>();

    Full(Collection<ClassFile> classes) {
      for (ClassFile file : classes) {
        byName.put(file.name(), file);
        bySource.computeIfAbsent(file.source(), s -> new ArrayList<>(1)).add(file);
        byPackage.computeIfAbsent(packageOf(file.name()), p -> new ArrayList<>()).add(file);
      }
    }
  }

  /** The view of the bytes. */
  private final class Bytes extends AbstractMap<String, byte[]> {
    @Override
    public byte @Nullable [] get(Object key) {
      return key instanceof String name ? find(name).map(ClassFile::bytes).orElse(null) : null;
    }

    @Override
    public boolean containsKey(Object key) {
      return key instanceof String name && find(name).isPresent();
    }

    @Override
    public Set<Entry<String, byte[]>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Entry<String, byte[]>> iterator() {
          return all().map(c -> Map.entry(c.name(), c.bytes())).iterator();
        }

        @Override
        public int size() {
          return (int) all().count();
        }
      };
    }
  }
}
