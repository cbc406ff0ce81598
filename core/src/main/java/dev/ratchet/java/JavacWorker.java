package dev.ratchet.java;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/** A thread with the files that javac has open on it. */
final class JavacWorker {
  private static final int IDLE_SECONDS = 5;
  private static final long STACK_BYTES = 32L << 20;

  /** Some work on the thread of a worker. */
  private record Turn(Consumer<JavacWorker> work, JavacWorker worker) implements Runnable {
    @Override
    public void run() {
      work.accept(worker);
    }
  }

  private final Javac javac;
  private final StandardJavaFileManager files;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), JavacWorker::daemon);
  private @Nullable StandardJavaFileManager testFiles;
  private List<Path> testClassPath = List.of();

  JavacWorker(Javac javac) {
    this.javac = javac;
    this.files = javac.files(javac.target().classPath());
    thread.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(null, work, "ratchet-javac", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  void take(Consumer<JavacWorker> work) {
    thread.execute(new Turn(work, this));
  }

  /** Returns the files of the target's class path; only for work on this worker. */
  StandardJavaFileManager files() {
    return files;
  }

  /** Returns the files of a class path for tests; only for work on this worker. */
  StandardJavaFileManager testFiles(List<Path> classPath) {
    if (testFiles == null || !testClassPath.equals(classPath)) {
      testFiles = javac.files(classPath);
      testClassPath = classPath;
    }
    return testFiles;
  }

  /** Takes no more work and lets go of its files once it is done; returns what has not begun. */
  List<Consumer<JavacWorker>> retire() {
    List<Runnable> waiting = new ArrayList<>();
    thread.getQueue().drainTo(waiting);
    thread.execute(this::close);
    thread.shutdown();
    return waiting.stream().map(turn -> ((Turn) turn).work()).toList();
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
