package dev.ratchet.java;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.isolation.IsolationLevel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What counts depend on beside the program and its input: harness, JDK, options, libraries. */
final class CountPlatform {
  private static final List<String> PROPERTIES =
      List.of("java.vm.name", "java.vm.vendor", "java.vm.version", "os.name", "os.arch");

  private CountPlatform() {}

  static ContentHash of(IsolationLevel level, List<String> jvmOptions, Libraries libraries) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      for (String name : PROPERTIES) {
        out.writeUTF(name + "=" + System.getProperty(name));
      }
      out.writeUTF(level.name());
      out.writeUTF(jvmOptions.toString());
      for (Map.Entry<String, byte[]> file : WorkerPool.classFiles().entrySet()) {
        add(out, file.getKey(), file.getValue());
      }
      for (Path library : libraries.originals()) {
        addAll(out, library);
      }
      return ContentHash.of(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("The class path of the target can't be read", e);
    }
  }

  /** What is not there now is not there for a child either. */
  private static void addAll(DataOutputStream out, Path library) throws IOException {
    out.writeUTF("library");
    if (Files.exists(library)) {
      try (Stream<Path> files = Files.walk(library)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          add(out, library.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
  }

  private static void add(DataOutputStream out, String name, byte[] content) throws IOException {
    out.writeUTF(name);
    out.writeUTF(ContentHash.of(content).hex());
  }
}
