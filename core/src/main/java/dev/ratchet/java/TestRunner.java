package dev.ratchet.java;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.Child;
import dev.ratchet.isolation.Command;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.verdict.Finding;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the tests of one tree against the program of another, in a child process. */
final class TestRunner implements AutoCloseable {
  private static final String HOME = "dev/ratchet/java/junit/child/TestWorker.class";
  private static final String LAUNCHER = "org/junit/platform/launcher/Launcher.class";
  private static final int MOST_OUTPUT = 1 << 26;

  private final TreeCompiler compiler;
  private final JavaTarget target;
  private final List<Path> libraries;
  private final Duration deadline;
  private final ChildPool children;
  private final SecureRandom nonces = new SecureRandom();

  TestRunner(
      TreeCompiler compiler,
      JUnitRuntime runtime,
      Isolation isolation,
      Duration deadline,
      int idle) {
    this.compiler = compiler;
    this.target = compiler.target();
    this.deadline = deadline;
    this.libraries =
        target.testClassPath().stream().anyMatch(TestRunner::hasLauncher)
            ? List.of()
            : runtime.jars();
    this.children = new ChildPool(isolation, command(), idle);
  }

  /** Launcher and engine must fit each other, so those of the target win. */
  private static boolean hasLauncher(Path entry) {
    if (Files.isDirectory(entry)) {
      return Files.exists(entry.resolve(LAUNCHER));
    }
    try (JarFile jar = new JarFile(entry.toFile())) {
      return jar.getEntry(LAUNCHER) != null;
    } catch (IOException e) {
      throw new UncheckedIOException("The jar " + entry + " of the test class path", e);
    }
  }

  private Command command() {
    Set<Path> originals = new LinkedHashSet<>();
    for (List<Path> jars : List.of(target.classPath(), target.testClassPath(), libraries)) {
      jars.forEach(jar -> originals.add(jar.toAbsolutePath()));
    }
    Libraries visible = new Libraries(List.copyOf(originals));
    String classPath =
        Stream.concat(Stream.of("runner", "tests", "classes"), visible.names().stream())
            .map(name -> Command.SCRATCH + "/" + name)
            .collect(Collectors.joining(File.pathSeparator));
    Command.Builder command =
        ChildJvm.command(List.of(), classPath, "dev.ratchet.java.junit.child.TestWorker", deadline);
    visible.addTo(command);
    return command
        .withFile("runner/" + HOME, classFile())
        .withFile("tests/.keep", new byte[0])
        .withFile("classes/.keep", new byte[0])
        .withDirectory("work")
        .withLimits(MOST_OUTPUT, 1 << 16)
        .withOpenInput()
        .build();
  }

  private static byte[] classFile() {
    try (InputStream in = TestRunner.class.getResourceAsStream("/" + HOME)) {
      if (in == null) {
        throw new IllegalStateException(
            "The test runner's class file "
                + HOME
                + " is missing, because ratchet-core is"
                + " incomplete. Use an unchanged jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean haveSameTests(SourceTree one, SourceTree other) {
    return testFiles(one).equals(testFiles(other));
  }

  private Map<SourcePath, SourceFile> testFiles(SourceTree tree) {
    return tree.paths().stream()
        .filter(target::isTest)
        .collect(Collectors.toMap(path -> path, path -> tree.file(path).orElseThrow()));
  }

  /** Runs the tests of a base on the program of another tree. */
  TestRun run(SourceTree base, SourceTree program) throws IOException, InterruptedException {
    Compilation main = compiler.compile(program);
    if (main instanceof Compilation.Failed failed) {
      return TestRun.failed(failed.findings());
    }
    if (target.tests(base).isEmpty()) {
      return new TestRun(List.of(), List.of());
    }
    Compilation.Compiled classes = (Compilation.Compiled) main;
    Compilation tests = compiler.compileTests(base, classes, libraries);
    if (tests instanceof Compilation.Failed failed) {
      return TestRun.failed(failed.findings().stream().map(TestRunner::asTestFinding).toList());
    }
    return run(base, program, classes, (Compilation.Compiled) tests);
  }

  private static Finding asTestFinding(Finding error) {
    return Finding.hard("tests.compile", error.message())
        .at(error.place())
        .because("the tests of the base must compile against the program")
        .remedy("keep the members that tests use, with their types");
  }

  private TestRun run(
      SourceTree base, SourceTree program, Compilation.Compiled classes, Compilation.Compiled tests)
      throws IOException, InterruptedException {
    long nonce = nonces.nextLong();
    try (Child child = children.take()) {
      Path scratch = child.scratch();
      write(classes.classes(), scratch.resolve("classes"));
      write(tests.classes(), scratch.resolve("tests"));
      SourceTree files = withTestsOf(base, program);
      writeResources(files, target::resourceName, scratch.resolve("classes"));
      writeResources(files, target::testResourceName, scratch.resolve("tests"));
      files.writeTo(scratch.resolve("work"));
      byte[] job = job(nonce, scratch.resolve("tests"));
      byte[] report = ChildJvm.output(child.await(job, Frames.last(nonce), deadline));
      return new TestRun(results(Frames.read(report, nonce)), List.of());
    } catch (NotMeasurable e) {
      return TestRun.failed(
          List.of(
              Finding.hard("tests.no-result", "The tests gave no result. " + e.inFull())
                  .because("a run that does not end well proves nothing")
                  .remedy("let the tests end by themselves, in time, without ending the JVM")));
    } finally {
      children.refill();
    }
  }

  private SourceTree withTestsOf(SourceTree base, SourceTree program) {
    SourceTree files = program;
    for (SourcePath path : testFiles(program).keySet()) {
      files = files.without(path);
    }
    for (Map.Entry<SourcePath, SourceFile> test : testFiles(base).entrySet()) {
      files = files.with(test.getKey(), test.getValue());
    }
    return files;
  }

  private static void write(Map<String, byte[]> classes, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      write(folder.resolve(entry.getKey().replace('.', '/') + ".class"), entry.getValue());
    }
  }

  private static void writeResources(
      SourceTree tree, Function<SourcePath, Optional<String>> name, Path folder)
      throws IOException {
    for (SourcePath path : tree.paths()) {
      Optional<String> resource = name.apply(path);
      if (resource.isPresent()) {
        write(folder.resolve(resource.get()), tree.file(path).orElseThrow().bytes());
      }
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static byte[] job(long nonce, Path tests) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(nonce);
    out.writeUTF(tests.toString());
    return bytes.toByteArray();
  }

  private static List<TestRun.Result> results(List<Frames.Frame> frames) throws NotMeasurable {
    List<TestRun.Result> results = new ArrayList<>();
    for (Frames.Frame frame : frames) {
      try {
        results.add(result(frame.open()));
      } catch (IOException | IllegalArgumentException e) {
        throw Frames.brokenOff(results.size());
      }
    }
    return results;
  }

  private static TestRun.Result result(DataInputStream in) throws IOException {
    String id = Frames.readText(in);
    String name = Frames.readText(in);
    boolean isTest = in.readBoolean();
    int status = in.readByte();
    if (status < 0 || status >= TestRun.Result.Status.values().length) {
      throw new IOException("not a status");
    }
    return new TestRun.Result(
        id, name, isTest, TestRun.Result.Status.values()[status], Frames.readText(in));
  }

  @Override
  public void close() {
    children.close();
  }
}
