package dev.ratchet.guardrails;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.java.Compilation;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.spi.Candidate;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Prints what a check costs beside the least that parsing and compiling the changed files costs.
 *
 * <p>Run it with the test class path of this module; the argument {@code sources} and a directory
 * or a zip of Java sources shows the memory that a real program takes; the sources have to compile
 * with that class path, or with the one that follows as a third argument. Each edit differs from
 * all before, so nothing is cached whole. Floor and check take turns; medians of wall time are
 * quoted, because a check works on three threads.
 */
public final class GuardBench {
  private static final int WARM_UP = 60;
  private static final int MEASURED = 60;
  private static final String ROOT = "src/main/java/acme/";

  private GuardBench() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 1 && arguments[0].equals("sources")) {
      String own = System.getProperty("java.class.path");
      memory(Path.of(arguments[1]), arguments.length > 2 ? arguments[2] : own);
      return;
    }
    System.out.println(
        "files   lines   first check    floor    alone   ratio  compile  in loop  per 1,000 lines  of"
            + " compile  memory per 100,000 lines");
    for (int files : arguments.length > 0 ? ints(arguments) : new int[] {100, 1_000, 5_000}) {
      new Project(files).measure();
    }
  }

  private static int[] ints(String[] texts) {
    return Stream.of(texts).mapToInt(Integer::parseInt).toArray();
  }

  static Policy policy(String members) throws IOException {
    Path file = Files.createTempFile("policy", ".yaml");
    Files.writeString(
        file,
        "ratchet: 1\neditable: [{ paths: \"src/main/java/**\", operations: [create, modify] }]\n"
            + "protect: { members: ["
            + members
            + "] }\n"
            + "limits: { files: 10, changed-lines: 1000 }\n");
    Policy policy = Policy.read(file);
    Files.delete(file);
    return policy;
  }

  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  private static double median(List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[sorted.length / 2] / 1e6;
  }

  /** A generated program; each file calls eight others, one in twenty asks the safeguard. */
  private static final class Project {
    private final int files;
    private final SourceTree base;
    private final int lines;

    Project(int files) {
      this.files = files;
      Map<String, String> texts = new LinkedHashMap<>();
      IntStream.range(0, files).forEach(i -> texts.put(path(i), text(i, 0)));
      texts.put(ROOT + "safe/Gate.java", gate());
      this.base = SourceTree.of(texts);
      this.lines = texts.values().stream().mapToInt(text -> (int) text.lines().count()).sum();
    }

    private static String path(int i) {
      return ROOT + "p" + i / 50 + "/C" + i + ".java";
    }

    private static String name(int i) {
      return "acme.p" + i / 50 + ".C" + i;
    }

    private static String gate() {
      return """
          package acme.safe;

          /** Decides. */
          public final class Gate {
            private Gate() {}

            /** Returns whether a value may be used. */
            public static boolean allows(int value) {
              return value < limit() && acme.p0.C0.scale(value) > -1_000_000;
            }

            private static int limit() {
              return 1_000_000;
            }
          }
          """;
    }

    private String text(int i, int version) {
      StringBuilder text = new StringBuilder("package acme.p" + i / 50 + ";\n\n");
      text.append("import java.util.ArrayList;\nimport java.util.List;\nimport java.util.Map;\n\n");
      text.append("/** Works on numbers. */\npublic final class C").append(i).append(" {\n");
      text.append("  private final List<Integer> seen = new ArrayList<>();\n");
      text.append("  private final Map<String, Integer> known = new java.util.HashMap<>();\n\n");
      text.append("  public static int scale(int value) {\n    return value * 3 + 1;\n  }\n\n");
      for (int m = 0; m < 8; m++) {
        int other = (i * 7 + m * 13 + 1) % files;
        text.append("  /** Step ").append(m).append(". */\n");
        text.append("  public int step").append(m).append("(int value, String name) {\n");
        if (i % 20 == 0 || m == 0 && i == files / 2) {
          text.append("    if (!acme.safe.Gate.allows(value)) {\n      return -1;\n    }\n");
        }
        text.append("    int total = ").append(m == 3 ? version : m).append(";\n");
        text.append("    for (int k = 0; k < value; k++) {\n");
        text.append("      total += ").append(name(other)).append(".scale(k) % 17;\n");
        text.append("      if (total > 5_000 && name.length() > k) {\n");
        text.append("        seen.add(total);\n        known.merge(name, 1, Integer::sum);\n");
        text.append("      }\n    }\n    return total + seen.size();\n  }\n\n");
      }
      return text.append("}\n").toString();
    }

    private Candidate edit(int version) {
      List<Change> changes = new ArrayList<>();
      for (int i : List.of(files / 3, files / 2, files - 1)) {
        SourcePath path = SourcePath.of(path(i));
        changes.add(
            new Change.Modify(
                path, base.file(path).orElseThrow(), SourceFile.of(text(i, version))));
      }
      return Corpus.candidate(base, ChangeSet.of(changes));
    }

    void measure() throws IOException {
      long before = used();
      Policy policy = policy("\"acme.safe.Gate#*\"");
      PolicyGuardrail alone = PolicyGuardrail.of(policy);
      TreeCompiler compiler = TreeCompiler.of(policy.java().target(List.of()));
      PolicyGuardrail shared = PolicyGuardrail.of(policy, compiler);
      long start = System.nanoTime();
      check(alone.inspect(edit(1)));
      double first = (System.nanoTime() - start) / 1e6;
      long kept = used() - before;
      check(shared.inspect(edit(1)));
      try (Floor floor = new Floor(compiler, base)) {
        List<Long> floors = new ArrayList<>();
        List<Long> checks = new ArrayList<>();
        List<Long> compiles = new ArrayList<>();
        List<Long> loops = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
          if (i == WARM_UP) {
            List.of(floors, checks, compiles, loops).forEach(List::clear);
          }
          Candidate one = edit(1_000 + 3 * i);
          floors.add(time(() -> floor.run(one)));
          Candidate two = edit(1_001 + 3 * i);
          checks.add(time(() -> check(alone.inspect(two))));
          Candidate three = edit(1_002 + 3 * i);
          compiles.add(time(() -> compiler.compile(three.base(), three.tree())));
          loops.add(time(() -> check(shared.inspect(three))));
        }
        int changed =
            (int)
                edit(1).changes().changes().stream()
                    .flatMap(c -> c.after().orElseThrow().text().orElseThrow().lines())
                    .count();
        System.out.printf(
            Locale.ROOT,
            "%,5d %,7d %,10.0f ms %6.1f ms %6.1f ms  %5.2f %5.1f ms %5.1f ms %13.1f ms %9.0f %% %10.1f"
                + " MiB%n",
            files,
            lines,
            first,
            median(floors),
            median(checks),
            median(checks) / median(floors),
            median(compiles),
            median(loops),
            median(loops) * 1_000 / changed,
            100 * median(loops) / median(compiles),
            kept / 1048576.0 * 100_000 / lines);
      }
    }
  }

  private static void check(Verdict verdict) {
    if (!verdict.isAccepted()) {
      throw new IllegalStateException(
          verdict.findings().stream().map(Finding::toString).toList().toString());
    }
  }

  private static long time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  /** The least that has to be done: parse the changed files twice over, and compile them. */
  private static final class Floor implements AutoCloseable {
    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null);
    private final Path classes = Files.createTempDirectory("classes");
    private final Path output = Files.createTempDirectory("output");
    private final JavaParser parser =
        new JavaParser(
            new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
                .setAttributeComments(false));

    Floor(TreeCompiler compiler, SourceTree base) throws IOException {
      for (Map.Entry<String, byte[]> entry :
          ((Compilation.Compiled) compiler.compile(base)).classes().entrySet()) {
        Path file = classes.resolve(entry.getKey().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, entry.getValue());
      }
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(classes));
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
    }

    void run(Candidate candidate) {
      List<JavaFileObject> sources = new ArrayList<>();
      for (Change change : candidate.changes().changes()) {
        String text = change.after().orElseThrow().text().orElseThrow();
        parser.parse(text).getResult().orElseThrow();
        sources.add(new Text(change.path().value(), text));
      }
      if (!javac.getTask(null, manager, null, List.of("-proc:none", "-g"), null, sources).call()) {
        throw new IllegalStateException("The floor does not compile");
      }
    }

    @Override
    public void close() throws IOException {
      manager.close();
      for (Path directory : List.of(classes, output)) {
        try (Stream<Path> all = Files.walk(directory)) {
          for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
            Files.delete(path);
          }
        }
      }
    }
  }

  /** A source in memory. */
  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** What stays in memory after the first check of an edit to a real library. */
  private static void memory(Path sources, String jars) throws IOException {
    SourceTree read = read(sources);
    Map<String, String> texts = new LinkedHashMap<>();
    for (SourcePath path : read.paths()) {
      if (path.value().endsWith(".java") && !path.value().endsWith("module-info.java")) {
        read.file(path)
            .flatMap(SourceFile::text)
            .ifPresent(text -> texts.put("src/main/java/" + path.value(), text));
      }
    }
    int lines = texts.values().stream().mapToInt(t -> (int) t.lines().count()).sum();
    SourceTree base = SourceTree.of(texts);
    long before = used();
    List<Path> classPath = Stream.of(jars.split(java.io.File.pathSeparator)).map(Path::of).toList();
    PolicyGuardrail guardrail = PolicyGuardrail.of(policy(""), classPath);
    String some =
        texts.keySet().stream().filter(p -> !p.endsWith("-info.java")).findFirst().orElseThrow();
    SourcePath path = SourcePath.of(some);
    SourceFile file = base.file(path).orElseThrow();
    Change change =
        new Change.Modify(path, file, SourceFile.of(file.text().orElseThrow() + "// end\n"));
    long start = System.nanoTime();
    Verdict verdict = guardrail.inspect(Corpus.candidate(base, ChangeSet.of(List.of(change))));
    double seconds = (System.nanoTime() - start) / 1e9;
    double mebibytes = (used() - before) / 1048576.0;
    System.out.printf(
        Locale.ROOT,
        "%,d files, %,d lines: first check %.1f s (%s), kept %.1f MiB, per 100,000 lines %.1f MiB%n",
        texts.size(),
        lines,
        seconds,
        Arrays.toString(verdict.findings().stream().map(Finding::rule).distinct().toArray()),
        mebibytes,
        mebibytes * 100_000 / lines);
    if (guardrail.name().isEmpty()) {
      throw new IllegalStateException("kept alive");
    }
  }

  private static SourceTree read(Path sources) throws IOException {
    if (Files.isDirectory(sources)) {
      return SourceTree.read(sources, PathFilter.all());
    }
    try (FileSystem zip = FileSystems.newFileSystem(sources)) {
      return SourceTree.read(zip.getPath("/"), PathFilter.all());
    }
  }
}
