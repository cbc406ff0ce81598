package dev.ratchet.java;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.java.WorkerJob.Program;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A compiled tree as it is run: plain, and with counters once somebody asks for its steps. */
final class Version {
  private final Program plain;
  private @Nullable Program counting;
  private @Nullable ContentHash hash;

  Version(Program plain) {
    this.plain = plain;
  }

  Program plain() {
    return plain;
  }

  /** Returns the program that counts its steps. */
  synchronized Program counting() throws NotMeasurable {
    if (counting == null) {
      StepInstrumenter.Instrumented counted = StepInstrumenter.counting(plain.classes());
      counting = new Program(plain.entry(), counted.classes(), counted.map(), plain.libraries());
    }
    return counting;
  }

  /** Returns what names the program that counts: entry point and class files, counters and all. */
  synchronized ContentHash hash() throws NotMeasurable {
    if (hash == null) {
      hash = ContentHash.of(bytes(counting()));
    }
    return hash;
  }

  private static byte[] bytes(Program program) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeUTF(program.entry().type());
      out.writeUTF(program.entry().method());
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(program.classes()).entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        out.write(entry.getValue());
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the names of the classes that only one of both programs has, or that differ. */
  static Set<String> changedClasses(Map<String, byte[]> before, Map<String, byte[]> after) {
    Set<String> changed = new HashSet<>();
    Stream.concat(before.keySet().stream(), after.keySet().stream())
        .filter(name -> !Arrays.equals(before.get(name), after.get(name)))
        .forEach(changed::add);
    return changed;
  }
}
