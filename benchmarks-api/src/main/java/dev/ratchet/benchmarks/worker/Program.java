package dev.ratchet.benchmarks.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/** One version of the code under measurement. */
final class Program {
  private final String type;
  private final String method;
  private final int blocks;
  private final int methods;
  private final String[] jars;
  private final Map<String, byte[]> classes = new HashMap<>();

  Program(DataInputStream job) throws IOException {
    type = job.readUTF();
    method = job.readUTF();
    blocks = job.readInt();
    methods = job.readInt();
    jars = new String[job.readInt()];
    for (int i = 0; i < jars.length; i++) {
      jars[i] = job.readUTF();
    }
    int count = job.readInt();
    for (int i = 0; i < count; i++) {
      String name = job.readUTF();
      classes.put(name, Job.readBytes(job));
    }
  }

  /** Returns a loader of a fresh copy. */
  ProgramLoader loader() {
    return new ProgramLoader(classes, jars);
  }

  /** Returns a recorder of the size that this version needs. */
  Recorder recorder() {
    return new Recorder(blocks, methods);
  }

  /** Returns the entry point of a fresh copy. */
  Method entry() throws ReflectiveOperationException {
    return entry(loader());
  }

  Method entry(ProgramLoader loader) throws ReflectiveOperationException {
    Class<?> home = loader.loadClass(type);
    Method entry = home.getDeclaredMethod(method, String.class);
    if (!Modifier.isStatic(entry.getModifiers()) || entry.getReturnType() != String.class) {
      throw new NoSuchMethodException(type + "#" + method + " is not static or gives no String");
    }
    entry.setAccessible(true);
    return entry;
  }
}
