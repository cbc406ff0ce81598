package dev.ratchet.java;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;

/** One edit, compiled against the classes of the tree that it changes. */
final class CompileStep {
  private final Javac javac;
  private final Mentions mentions;
  private final StandardJavaFileManager files;
  private final Compilation.Compiled from;
  private final SourceTree tree;

  CompileStep(
      Javac javac,
      Mentions mentions,
      StandardJavaFileManager files,
      Compilation.Compiled from,
      SourceTree tree) {
    this.javac = javac;
    this.mentions = mentions;
    this.files = files;
    this.from = from;
    this.tree = tree;
  }

  /** Returns what the edit of a base leads to. */
  Compilation compilation(SourceTree base) {
    Set<SourcePath> stale = new TreeSet<>();
    try {
      ChangeSet.between(base, tree).touched().stream()
          .filter(javac.target()::isSource)
          .forEach(stale::add);
    } catch (IllegalArgumentException e) { // names that differ only in case
      return javac.compile(tree, files);
    }
    return stale.isEmpty() ? new Compilation.Compiled(tree.hash(), from.table()) : compile(stale);
  }

  private Compilation compile(Set<SourcePath> first) {
    Set<SourcePath> stale = new TreeSet<>(first);
    while (true) {
      Compilation part = part(stale);
      if (part instanceof Compilation.Failed) {
        return stale.equals(first) ? part : javac.compile(tree, files);
      }
      List<ClassFile> fresh = ((Compilation.Compiled) part).table().all().toList();
      if (fresh.stream().anyMatch(file -> clashes(file, stale))) {
        return javac.compile(tree, files);
      }
      ClassTable next = from.table().with(bySource(stale, fresh));
      Increment increment = new Increment(from.table(), next, stale, mentions);
      Set<SourcePath> more = increment.isInvisible() ? Set.of() : dependents(increment, stale);
      if (more.isEmpty()) {
        return new Compilation.Compiled(tree.hash(), next);
      }
      stale.addAll(more);
    }
  }

  private Compilation part(Set<SourcePath> stale) {
    List<SourcePath> present = stale.stream().filter(tree::contains).toList();
    Function<String, Stream<ClassFile>> library =
        name -> from.table().inPackage(name).filter(c -> !stale.contains(c.source()));
    return present.isEmpty()
        ? new Compilation.Compiled(tree.hash(), ClassTable.of(List.of()))
        : javac.compile(tree, present, files, library);
  }

  /** A class that another source declares too, or that has the name of a package. */
  private boolean clashes(ClassFile file, Set<SourcePath> stale) {
    Optional<ClassFile> other = from.table().find(file.name());
    return other.isEmpty()
        ? from.table().hasPackage(file.name())
        : !stale.contains(other.get().source());
  }

  private Map<SourcePath, List<ClassFile>> bySource(Set<SourcePath> stale, List<ClassFile> fresh) {
    Map<SourcePath, List<ClassFile>> all = new HashMap<>();
    stale.forEach(source -> all.put(source, new ArrayList<>()));
    fresh.forEach(file -> all.computeIfAbsent(file.source(), s -> new ArrayList<>()).add(file));
    return all;
  }

  private Set<SourcePath> dependents(Increment increment, Set<SourcePath> stale) {
    Set<SourcePath> rest = new TreeSet<>(javac.target().sources(tree));
    rest.removeAll(stale);
    return increment.dependents(tree, rest);
  }
}
