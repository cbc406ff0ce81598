package dev.ratchet.java.junit.child;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The child process: runs all tests below one folder, writes one record per test, and halts.
 *
 * <p>It halts as well when its standard input ends, so a killed host leaves no orphan. Streams and
 * nonce live in local variables and private fields of objects that no static field leads to.
 */
public final class TestWorker implements TestExecutionListener {
  private static final byte RESULT = 1;
  private static final byte END = 3;
  private static final byte PASSED = 0;
  private static final byte FAILED = 1;
  private static final byte NOT_RUN = 2;
  private static final int LONGEST_TEXT = 2000;
  private static final long HOST_PATIENCE_MILLIS = 2000;

  private final long nonce;
  private final DataOutputStream out;
  private int written;

  private TestWorker(long nonce, OutputStream raw) {
    this.nonce = nonce;
    this.out = new DataOutputStream(new BufferedOutputStream(raw, 1 << 16));
  }

  /** Runs the tests of one folder, which standard input names. */
  public static void main(String[] arguments) throws Exception {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream raw = new FileOutputStream(FileDescriptor.out);
    System.setIn(InputStream.nullInputStream());
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    Launcher launcher = LauncherFactory.create();
    launcher.discover(LauncherDiscoveryRequestBuilder.request().build()); // Loads the engines.
    DataInputStream job = new DataInputStream(in);
    long nonce = job.readLong();
    Path folder = Path.of(job.readUTF());
    AtomicBoolean done = new AtomicBoolean();
    haltAtTheEndOf(in, done);
    TestWorker worker = new TestWorker(nonce, raw);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(folder)))
            .build();
    launcher.execute(request, worker);
    worker.end(done); // The host answers by closing our input.
    raw.close();
    Thread.sleep(HOST_PATIENCE_MILLIS);
    Runtime.getRuntime().halt(0);
  }

  /**
   * Halts when the host is gone, or has seen the end of the results.
   *
   * <p>Halting from another thread while this one reads would cost 0.3 s, because the JVM waits
   * that long for threads in native code.
   */
  private static void haltAtTheEndOf(InputStream in, AtomicBoolean done) {
    Thread watchdog =
        new Thread(
            () -> {
              try {
                while (in.read() >= 0) {
                  // Nothing more is expected.
                }
              } catch (IOException e) {
                // The host is gone.
              }
              Runtime.getRuntime().halt(done.get() ? 0 : 4);
            });
    watchdog.setDaemon(true);
    watchdog.start();
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    if (test.isTest()) {
      write(test, NOT_RUN, reason);
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
    if (test.isTest() || failed) {
      boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
      String why = result.getThrowable().map(thrown -> describe(test, thrown)).orElse("");
      write(test, passed ? PASSED : failed ? FAILED : NOT_RUN, why);
    }
  }

  private static String describe(TestIdentifier test, Throwable thrown) {
    String text = String.valueOf(thrown);
    String home = className(test);
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().equals(home)) {
        return text + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
      }
    }
    return text;
  }

  private static String className(TestIdentifier test) {
    Object source = test.getSource().orElse(null);
    if (source instanceof MethodSource method) {
      return method.getClassName();
    }
    return source instanceof ClassSource type ? type.getClassName() : "";
  }

  private static String name(TestIdentifier test) {
    Object source = test.getSource().orElse(null);
    if (source instanceof MethodSource method) {
      String name = method.getClassName() + "#" + method.getMethodName();
      boolean plain = test.getDisplayName().startsWith(method.getMethodName());
      return plain ? name : name + " " + test.getDisplayName();
    }
    String home = className(test);
    return home.isEmpty() ? test.getDisplayName() : home;
  }

  private synchronized void write(TestIdentifier test, byte status, String text) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream record = new DataOutputStream(bytes);
      writeText(record, test.getUniqueId());
      writeText(record, name(test));
      record.writeBoolean(test.isTest());
      record.writeByte(status);
      writeText(record, text);
      frame(RESULT, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeText(DataOutputStream record, String text) throws IOException {
    String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
    record.writeInt(bytes.length);
    record.write(bytes);
  }

  /** The last record is written in one go, so that the host has all of it or nothing. */
  private synchronized void end(AtomicBoolean done) throws IOException {
    out.flush();
    done.set(true);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DataOutputStream(bytes).writeInt(written);
    frame(END, bytes.toByteArray());
    out.flush();
  }

  private void frame(byte kind, byte[] content) throws IOException {
    written++;
    out.writeLong(nonce);
    out.writeByte(kind);
    out.writeInt(content.length);
    out.write(content);
  }
}
