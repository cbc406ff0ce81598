package dev.ratchet.guardrails.inspection;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Literal;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.spi.Candidate;
import dev.ratchet.verdict.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An edit with the rules it is judged by: what every layer looks at. */
public final class Edit {
  private final Candidate candidate;
  private final Memory memory;
  private final ChangeSet changes;
  private final List<FileEdit> files;
  private Optional<Compiler.Outcome> compilation = Optional.empty();
  private Optional<ChangedUses> changedUses = Optional.empty();
  private final Map<String, Boolean> declaredBefore = new HashMap<>();
  private final Map<String, Boolean> declaredAfter = new HashMap<>();

  public Edit(Candidate candidate, Memory memory) {
    this.candidate = candidate;
    this.memory = memory;
    this.changes = Moves.in(candidate.changes());
    this.files =
        this.changes.changes().stream()
            .map(change -> new FileEdit(change, memory.java(), rules().limits().nesting()))
            .toList();
  }

  public Candidate candidate() {
    return candidate;
  }

  public SourceTree base() {
    return candidate.base();
  }

  public Rules rules() {
    return memory.rules();
  }

  /** Returns the changes in the one spelling that is judged: see {@link Moves}. */
  public ChangeSet changes() {
    return changes;
  }

  public List<FileEdit> files() {
    return files;
  }

  /** Returns what came of compiling both sides; what no parser may see, no compiler sees. */
  public Compiler.Outcome compilation() {
    if (compilation.isEmpty()) {
      boolean unsafe = files.stream().anyMatch(FileEdit::isTooDeep);
      compilation =
          Optional.of(unsafe ? Compiler.Outcome.NOTHING : memory.compiler().compile(candidate));
    }
    return compilation.get();
  }

  /** Returns both sides as class files; empty if there are none, which other findings explain. */
  public Optional<CompiledEdit> compiled() {
    return compilation().edit();
  }

  /** Returns the index of a kind that a layer keeps beyond one edit. */
  public <T> T index(Class<T> kind, Supplier<T> fresh) {
    return memory.index(kind, fresh);
  }

  /** Returns the constants in a file. */
  public List<Literal> values(SourcePath path, SourceFile file) {
    return DataValues.of(path, file, memory.java());
  }

  /** Returns whether a file is a test. */
  public boolean isTest(SourcePath path) {
    return FileEdit.isJava(path)
        && rules().java().tests().stream()
            .anyMatch(root -> path.value().startsWith(root.value() + "/"));
  }

  /** Returns whether a file is a source of the program, not of its tests. */
  public boolean isSource(SourcePath path) {
    return FileEdit.isJava(path)
        && rules().java().sources().stream()
            .anyMatch(root -> path.value().startsWith(root.value() + "/"));
  }

  /** Returns the uses of names that the edit can have made more or less of. */
  public ChangedUses changedUses() {
    if (changedUses.isEmpty()) {
      changedUses = Optional.of(new ChangedUses(this));
    }
    return changedUses.get();
  }

  /**
   * Returns the text of a line of the old side, without space around it; empty if none is known.
   */
  public String lineBefore(Place place) {
    return files.stream()
        .filter(f -> isAt(f.path(), place) || isAt(f.from(), place))
        .findFirst()
        .map(file -> line(file.before(), place.line()))
        .orElse("");
  }

  /**
   * Returns the text of a line of the new side, without space around it; empty if none is known.
   */
  public String lineAfter(Place place) {
    return files.stream()
        .filter(file -> isAt(file.path(), place))
        .findFirst()
        .map(file -> line(file.after(), place.line()))
        .orElse("");
  }

  private static boolean isAt(SourcePath path, Place place) {
    return path.value().equals(place.path());
  }

  private static String line(String text, int number) {
    return text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("").strip();
  }

  /** Returns the protected members of the base. */
  public ProtectedIndex.Snapshot protectedMembers() {
    return memory.protectedMembers().of(candidate.base());
  }

  /** Returns the names of the methods and fields that a protected type of the base declares. */
  public Stream<String> namesDeclaredIn(String type) {
    return protectedMembers().entries().stream()
        .filter(entry -> entry.member().kind() == Member.Kind.TYPE)
        .filter(entry -> entry.member().fullName().equals(type))
        .flatMap(entry -> base().file(entry.path()).stream())
        .flatMap(file -> memory.java().facts(file).members().stream())
        .filter(m -> m.kind() == Member.Kind.METHOD || m.kind() == Member.Kind.FIELD)
        .filter(m -> m.owner().equals(type) || m.owner().startsWith(type + "."))
        .map(Member::name);
  }

  /** Returns the source root that a file is in. */
  public Optional<SourcePath> sourceRoot(SourcePath path) {
    return Stream.concat(rules().java().sources().stream(), rules().java().tests().stream())
        .filter(root -> path.value().startsWith(root.value() + "/"))
        .findFirst();
  }

  /** Returns the full name of the type that a Java file is named for. */
  public Optional<String> typeOf(SourcePath path) {
    return FileEdit.isJava(path)
        ? sourceRoot(path)
            .map(root -> path.value().substring(root.value().length() + 1))
            .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
        : Optional.empty();
  }

  /** Returns whether the program had a type of this full name at the top of a file. */
  public boolean declared(String fullName) {
    return declaredBefore.computeIfAbsent(fullName, name -> isDeclared(name, base()));
  }

  /** Returns whether the program has a type of this full name, once edited. */
  public boolean declares(String fullName) {
    return declaredAfter.computeIfAbsent(fullName, name -> isDeclared(name, candidate.tree()));
  }

  /** Returns what the file of a type said; nothing if the program did not declare it. */
  public JavaSource sourceBefore(String fullName) {
    return source(fullName, base());
  }

  /** Returns what the file of a type says, once edited; nothing if it is not declared. */
  public JavaSource sourceAfter(String fullName) {
    return source(fullName, candidate.tree());
  }

  /** Returns what a file said; nothing if there was none. */
  public JavaSource factsBefore(SourcePath path) {
    return base().file(path).map(memory.java()::facts).orElse(JavaSource.none());
  }

  private JavaSource source(String fullName, SourceTree tree) {
    for (String name = fullName; !name.isEmpty(); name = outer(name)) {
      if (tree == base() ? declared(name) : declares(name)) {
        return sources(name, tree).findFirst().orElse(JavaSource.none());
      }
    }
    return JavaSource.none();
  }

  private static String outer(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  /**
   * A file of the right name is not enough: it could be there to hide another type. The compiler
   * knows without another parse, where it was asked.
   */
  private boolean isDeclared(String fullName, SourceTree tree) {
    Set<SourcePath> files = files(fullName).collect(Collectors.toSet());
    if (files.stream().noneMatch(tree::contains)) {
      return false;
    }
    return compiled()
        .map(edit -> tree == base() ? edit.sourceBefore(fullName) : edit.sourceAfter(fullName))
        .map(source -> source.filter(files::contains).isPresent())
        .orElseGet(
            () ->
                sources(fullName, tree)
                    .flatMap(source -> source.members().stream())
                    .anyMatch(m -> m.kind() == Member.Kind.TYPE && m.fullName().equals(fullName)));
  }

  private Stream<JavaSource> sources(String fullName, SourceTree tree) {
    return files(fullName).flatMap(path -> tree.file(path).stream()).map(memory.java()::facts);
  }

  /** Returns where a type of this name would be declared. */
  private Stream<SourcePath> files(String fullName) {
    String file = fullName.replace('.', '/') + ".java";
    return rules().java().sources().stream()
        .map(root -> root.value() + "/" + file)
        .filter(path -> SourcePath.problem(path).isEmpty())
        .map(SourcePath::of);
  }
}
