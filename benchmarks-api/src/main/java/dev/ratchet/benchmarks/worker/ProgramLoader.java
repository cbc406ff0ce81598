package dev.ratchet.benchmarks.worker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Defines one copy of the code under measurement, which sees the platform and the meter. */
final class ProgramLoader extends URLClassLoader {
  private final Map<String, byte[]> classes;
  private final Set<String> wanted = new TreeSet<>();

  ProgramLoader(Map<String, byte[]> classes, String[] jars) {
    super(urls(jars), ClassLoader.getPlatformClassLoader());
    this.classes = classes;
  }

  private static URL[] urls(String[] jars) {
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      try {
        urls[i] = new File(jars[i]).toURI().toURL();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return urls;
  }

  /** Returns the names of all classes that were asked for here, found or not. */
  String[] wanted() {
    return wanted.toArray(new String[0]);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.equals(Meter.class.getName())) {
      return Meter.class;
    }
    wanted.add(name);
    byte[] bytes = classes.get(name);
    return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
  }
}
