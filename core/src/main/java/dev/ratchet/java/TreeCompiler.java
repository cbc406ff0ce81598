package dev.ratchet.java;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A compiler of whole trees, in memory and once per tree. Users call it; safe for many threads.
 *
 * <p>Annotation processors never run, because they would run inside the host. Only the target's
 * source roots are compiled and only its class path is seen. The last 64 results are kept, refusals
 * too, so guard, validator and evaluator share one compile of a tree.
 *
 * <p>One file manager serves all compiles: a fresh one for each costs a sixth more, and the class
 * path of the host in place of the target's up to three times as much. It works on a thread of its
 * own, because an interruption closes files that javac goes on to use for later trees. A compile
 * that takes longer than five minutes is given up and counts as failed, and so is one whose waiting
 * thread is interrupted; javac can't be stopped, so its thread is left behind with its files, and
 * the next compile gets new ones.
 */
public final class TreeCompiler {
  private static final int KEPT_RESULTS = 64;
  private static final int SHOWN_ERRORS = 20;
  private static final int IDLE_SECONDS = 5;
  private static final long STACK_BYTES = 32L << 20;
  private static final int MOST_ABANDONED = 4;
  private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

  private final JavaTarget target;
  private final JavaCompiler javac;
  private final Mentions mentions = new Mentions();
  private final List<Worker> abandoned = new ArrayList<>();
  private Worker worker;
  private final Map<ContentHash, Compilation> results =
      new LinkedHashMap<>(KEPT_RESULTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentHash, Compilation> eldest) {
          return size() > KEPT_RESULTS;
        }
      };

  private TreeCompiler(JavaTarget target, JavaCompiler javac) {
    this.target = target;
    this.javac = javac;
    this.worker = new Worker(manager(javac, target.classPath()));
  }

  /**
   * Returns a compiler of the target's trees.
   *
   * @throws IllegalStateException if this runtime has no compiler
   */
  public static TreeCompiler of(JavaTarget target) {
    return new TreeCompiler(target, required(Optional.ofNullable(systemCompiler())));
  }

  @SuppressWarnings("NullAway") // documented to be null on a runtime without compiler
  private static @Nullable JavaCompiler systemCompiler() {
    return ToolProvider.getSystemJavaCompiler();
  }

  static JavaCompiler required(Optional<JavaCompiler> compiler) {
    return compiler.orElseThrow(
        () ->
            new IllegalStateException(
                "This Java runtime ("
                    + System.getProperty("java.home")
                    + ") has no compiler, because it is not a full JDK or lacks the module"
                    + " jdk.compiler. Start the host with a JDK of version 17 or later"));
  }

  /** Returns what the compiled programs look like. */
  public JavaTarget target() {
    return target;
  }

  /**
   * Returns the class files of a tree, or why there are none.
   *
   * @throws CancellationException if the thread is interrupted meanwhile; it stays interrupted
   */
  public Compilation compile(SourceTree tree) {
    return known(tree)
        .orElseGet(() -> await(at -> known(tree).orElseGet(() -> remember(tree, at))));
  }

  private Optional<Compilation> known(SourceTree tree) {
    synchronized (results) {
      return Optional.ofNullable(results.get(tree.hash()));
    }
  }

  /**
   * Returns the class files of an edited tree, or why there are none, compiling only the sources
   * that changed and those whose meaning may have changed with them.
   *
   * <p>The result is that of {@link #compile(SourceTree)}, and is kept like it; what a source is
   * compiled to depends on nothing but the sources that it names. Where that can't be told, as when
   * two sources declare the same type, the whole tree is compiled.
   *
   * @throws CancellationException if the thread is interrupted meanwhile; it stays interrupted
   */
  public Compilation compile(SourceTree base, SourceTree tree) {
    return known(tree)
        .orElseGet(
            () -> await(at -> known(tree).orElseGet(() -> remember(tree, step(base, tree, at)))));
  }

  private Compilation step(SourceTree base, SourceTree tree, Worker at) {
    return known(base)
        .orElseGet(() -> remember(base, at))
        .fold(from -> new Step(from, base, tree, at).compilation(), failed -> whole(tree, at));
  }

  private Compilation remember(SourceTree tree, Worker at) {
    return remember(tree, whole(tree, at));
  }

  private Compilation remember(SourceTree tree, Compilation compilation) {
    synchronized (results) {
      results.put(tree.hash(), compilation);
    }
    return compilation;
  }

  private Compilation whole(SourceTree tree, Worker at) {
    return compile(tree, target.sources(tree), at.files, none -> Stream.empty());
  }

  /**
   * Compiles the tests of one tree against the classes of another.
   *
   * @param libraries jars beside the target's two class paths
   */
  Compilation compileTests(SourceTree tests, Compilation.Compiled program, List<Path> libraries) {
    return await(at -> compileTests(tests, program, libraries, at));
  }

  private Compilation compileTests(
      SourceTree tests, Compilation.Compiled program, List<Path> libraries, Worker at) {
    List<Path> classPath =
        Stream.of(target.classPath(), target.testClassPath(), libraries)
            .flatMap(List::stream)
            .distinct()
            .toList();
    return compile(tests, target.tests(tests), at.testFiles(classPath), program.table()::inPackage);
  }

  /** Waits for work; work that nobody waits for any more is given up with its worker. */
  private Compilation await(Function<Worker, Compilation> work) {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
    if (isBusy()) {
      return failed(
          Finding.hard(
                  "compile.busy",
                  "The compiler is still busy with "
                      + MOST_ABANDONED
                      + " compiles that were given up")
              .because("javac can't be stopped, and endless compiles would take the machine")
              .remedy("wait for them to end, or start the host anew"));
    }
    Job job = new Job(work);
    submit(job);
    try {
      return job.result.get(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      abandon(job);
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (TimeoutException e) {
      abandon(job);
      return failed(
          Finding.hard(
                  "compile.time",
                  "The compiler was not done after " + TIME_LIMIT.toSeconds() + " s")
              .because("what can't be compiled in time can't be judged")
              .remedy("write plainer code, with fewer nested generic calls"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("The compiler failed: " + e.getCause(), e);
    }
  }

  private static CancellationException interrupted() {
    return new CancellationException("The thread was interrupted while javac compiled for it");
  }

  private synchronized void submit(Job job) {
    worker.take(job);
  }

  /** Work that waits behind the abandoned work goes on elsewhere. */
  private synchronized void abandon(Job job) {
    job.isAbandoned = true;
    if (job.place == worker) {
      List<Runnable> waiting = worker.retire();
      abandoned.add(worker);
      worker = new Worker(manager(javac, target.classPath()));
      waiting.forEach(turn -> worker.take(((Turn) turn).job));
    }
  }

  /** Javac can't be stopped; what many endless compiles leave behind would take the machine. */
  private synchronized boolean isBusy() {
    abandoned.removeIf(Worker::isDone);
    return abandoned.size() >= MOST_ABANDONED;
  }

  /** Something to compile, for which somebody waits. */
  private final class Job {
    private final Function<Worker, Compilation> work;
    private final CompletableFuture<Compilation> result = new CompletableFuture<>();
    private @Nullable Worker place;
    private boolean isAbandoned;

    Job(Function<Worker, Compilation> work) {
      this.work = work;
    }

    void run(Worker at) {
      if (begins(at)) {
        try {
          result.complete(work.apply(at));
        } catch (Throwable e) { // whoever waits has to hear of it
          result.completeExceptionally(e);
        } finally {
          ends();
        }
      }
    }

    private boolean begins(Worker at) {
      synchronized (TreeCompiler.this) {
        place = at;
        return !isAbandoned;
      }
    }

    private void ends() {
      synchronized (TreeCompiler.this) {
        place = null;
      }
    }
  }

  /** A job on the thread of a worker. */
  private record Turn(Job job, Worker worker) implements Runnable {
    @Override
    public void run() {
      job.run(worker);
    }
  }

  /** A thread with the files that javac has open on it. */
  private final class Worker {
    private final StandardJavaFileManager files;
    private final ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            TreeCompiler::daemon);
    private @Nullable StandardJavaFileManager testFiles;
    private List<Path> testClassPath = List.of();

    Worker(StandardJavaFileManager files) {
      this.files = files;
      thread.allowCoreThreadTimeOut(true);
    }

    void take(Job job) {
      thread.execute(new Turn(job, this));
    }

    StandardJavaFileManager testFiles(List<Path> classPath) {
      if (testFiles == null || !testClassPath.equals(classPath)) {
        testFiles = manager(javac, classPath);
        testClassPath = classPath;
      }
      return testFiles;
    }

    /** Takes no more work and lets go of its files once it is done; returns what has not begun. */
    List<Runnable> retire() {
      List<Runnable> waiting = new ArrayList<>();
      thread.getQueue().drainTo(waiting);
      thread.execute(this::close);
      thread.shutdown();
      return waiting;
    }

    boolean isDone() {
      return thread.isTerminated();
    }

    private void close() {
      try (files) {
        if (testFiles != null) {
          testFiles.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The files of an abandoned compile can't be closed", e);
      }
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(null, work, "ratchet-javac", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  private static StandardJavaFileManager manager(JavaCompiler javac, List<Path> classPath) {
    StandardJavaFileManager manager =
        javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
    try {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      // Without a source path javac would compile sources that it finds inside of jars.
      manager.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException("The class path " + classPath + " can't be read", e);
    }
    return manager;
  }

  private Compilation compile(
      SourceTree tree,
      Collection<SourcePath> paths,
      StandardJavaFileManager manager,
      Function<String, Stream<ClassFile>> library) {
    List<MemoryFiles.Source> sources = new ArrayList<>();
    for (SourcePath path : paths) {
      Optional<String> text = tree.file(path).flatMap(SourceFile::text);
      if (text.isEmpty()) {
        return failed(
            Finding.hard("compile.encoding", "A source is not well-formed UTF-8 text")
                .at(Place.of(path))
                .because("sources are read as UTF-8 by every tool")
                .remedy("write the file in UTF-8"));
      }
      sources.add(new MemoryFiles.Source(path, text.get()));
    }
    if (sources.isEmpty()) {
      return failed(
          Finding.hard("compile.no-sources", "The tree has no Java source to compile")
              .because("only files below the target's roots are compiled")
              .remedy("check the roots that the target names"));
    }
    return compile(tree.hash(), sources, new MemoryFiles(manager, library));
  }

  private Compilation compile(
      ContentHash tree, List<MemoryFiles.Source> sources, MemoryFiles memory) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter noise = new StringWriter();
    try {
      boolean good = javac.getTask(noise, memory, diagnostics, options(), null, sources).call();
      if (good) {
        return new Compilation.Compiled(tree, ClassTable.of(memory.results()));
      }
    } catch (RuntimeException | StackOverflowError e) {
      return failed(
          Finding.hard("compile.crashed", "The compiler gave up on the sources: " + e)
              .because("what can't be compiled can't be judged")
              .remedy("write simpler, less deeply nested code"));
    }
    List<Finding> errors =
        diagnostics.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .limit(SHOWN_ERRORS)
            .map(this::finding)
            .toList();
    return errors.isEmpty()
        ? failed(Finding.hard("compile.error", "The compiler refused: " + noise))
        : new Compilation.Failed(errors);
  }

  /** One edit, compiled against the classes of the tree that it changes. */
  private final class Step {
    private final Compilation.Compiled from;
    private final SourceTree base;
    private final SourceTree tree;
    private final Worker at;

    Step(Compilation.Compiled from, SourceTree base, SourceTree tree, Worker at) {
      this.at = at;
      this.from = from;
      this.base = base;
      this.tree = tree;
    }

    Compilation compilation() {
      Set<SourcePath> stale = new TreeSet<>();
      try {
        ChangeSet.between(base, tree).touched().stream()
            .filter(target::isSource)
            .forEach(stale::add);
      } catch (IllegalArgumentException e) { // names that differ only in case
        return whole(tree, at);
      }
      return stale.isEmpty() ? new Compilation.Compiled(tree.hash(), from.table()) : compile(stale);
    }

    private Compilation compile(Set<SourcePath> first) {
      Set<SourcePath> stale = new TreeSet<>(first);
      while (true) {
        Compilation part = part(stale);
        if (part instanceof Compilation.Failed) {
          return stale.equals(first) ? part : whole(tree, at);
        }
        List<ClassFile> fresh = ((Compilation.Compiled) part).table().all().toList();
        if (fresh.stream().anyMatch(file -> clashes(file, stale))) {
          return whole(tree, at);
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
          : TreeCompiler.this.compile(tree, present, at.files, library);
    }

    /** A class that another source declares too, or that has the name of a package. */
    private boolean clashes(ClassFile file, Set<SourcePath> stale) {
      Optional<ClassFile> other = from.table().find(file.name());
      return other.isEmpty()
          ? from.table().hasPackage(file.name())
          : !stale.contains(other.get().source());
    }

    private Map<SourcePath, List<ClassFile>> bySource(
        Set<SourcePath> stale, List<ClassFile> fresh) {
      Map<SourcePath, List<ClassFile>> all = new HashMap<>();
      stale.forEach(source -> all.put(source, new ArrayList<>()));
      fresh.forEach(file -> all.computeIfAbsent(file.source(), s -> new ArrayList<>()).add(file));
      return all;
    }

    private Set<SourcePath> dependents(Increment increment, Set<SourcePath> stale) {
      Set<SourcePath> rest = new TreeSet<>(target.sources(tree));
      rest.removeAll(stale);
      return increment.dependents(tree, rest);
    }
  }

  private List<String> options() {
    List<String> options =
        new ArrayList<>(List.of("-proc:none", "-implicit:none", "-g", "-nowarn", "-Xlint:none"));
    if (target.languageLevel() != Runtime.version().feature()) {
      // Costs a third more than the runtime's own level, so it is given only where it says more.
      options.addAll(List.of("--release", String.valueOf(target.languageLevel())));
    }
    return options;
  }

  private Finding finding(Diagnostic<? extends JavaFileObject> error) {
    Finding finding =
        Finding.hard("compile.error", error.getMessage(Locale.ENGLISH))
            .because("a version that does not compile can't be judged")
            .remedy(
                "correct it; Java "
                    + target.languageLevel()
                    + " and the target's class path are all there is");
    int line = (int) Math.max(0, error.getLineNumber());
    return error.getSource() instanceof MemoryFiles.Source source
        ? finding.at(Place.of(source.path(), line))
        : finding;
  }

  private static Compilation failed(Finding finding) {
    return new Compilation.Failed(List.of(finding));
  }
}
