package dev.ratchet.guardrails.inspection;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.ClassFiles;
import dev.ratchet.guardrails.bytecode.Program;
import dev.ratchet.java.Compilation.Compiled;
import dev.ratchet.verdict.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Both sides of an edit as class files, and which of them differ. */
public final class CompiledEdit {
  private final Compiled compiledBefore;
  private final Compiled compiledAfter;
  private final Program before;
  private final Program after;
  private final Set<String> changed;

  CompiledEdit(Compiled before, Compiled after, ClassFiles files) {
    this.compiledBefore = before;
    this.compiledAfter = after;
    this.before = program(before, files);
    this.after = program(after, files);
    this.changed = after.changesFrom(before);
  }

  private static Program program(Compiled compiled, ClassFiles files) {
    return new Program(
        compiled.classes(),
        name -> compiled.source(name).stream().flatMap(s -> compiled.classesOf(s).stream()),
        files);
  }

  public Program before() {
    return before;
  }

  public Program after() {
    return after;
  }

  /** Returns the names of the classes that differ, those of only one side included. */
  public Set<String> changed() {
    return changed;
  }

  public List<ClassFacts> changedBefore() {
    return changed.stream().flatMap(name -> before.facts(name).stream()).toList();
  }

  public List<ClassFacts> changedAfter() {
    return changed.stream().flatMap(name -> after.facts(name).stream()).toList();
  }

  /** Returns the classes that a source of the edited tree was compiled to. */
  public List<ClassFacts> compiledFrom(SourcePath source) {
    return compiledAfter.classesOf(source).stream()
        .flatMap(name -> after.facts(name).stream())
        .toList();
  }

  /** Returns the classes that a source was compiled to before the edit. */
  public List<ClassFacts> compiledBefore(SourcePath source) {
    return compiledBefore.classesOf(source).stream()
        .flatMap(name -> before.facts(name).stream())
        .toList();
  }

  /** Returns the source of a class, as it is after the edit or, if it is gone, was before. */
  Optional<SourcePath> source(String className) {
    return compiledAfter.source(className).or(() -> compiledBefore.source(className));
  }

  /** Returns the source of a class as it was. */
  Optional<SourcePath> sourceBefore(String className) {
    return compiledBefore.source(className);
  }

  /** Returns the source of a class, as it is after the edit. */
  Optional<SourcePath> sourceAfter(String className) {
    return compiledAfter.source(className);
  }

  /** Returns the place of a line of a class. */
  public Place place(String className, int line) {
    return source(className).map(path -> Place.of(path, line)).orElse(Place.NONE);
  }
}
