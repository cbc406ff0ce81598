package dev.ratchet.java;

import dev.ratchet.edit.SourcePath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The files of one compilation: sources and results in memory, the rest where it is. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, byte[]> library;
  private final Map<String, byte[]> results = new TreeMap<>();

  /**
   * Returns files that are read through another manager, which stays open.
   *
   * @param library class files that stand in front of the class path, by binary name
   */
  MemoryFiles(StandardJavaFileManager manager, Map<String, byte[]> library) {
    super(manager);
    this.library = library;
  }

  Map<String, byte[]> results() {
    return results;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, FileObject sibling) {
    return new Result(className);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
    if (location != StandardLocation.CLASS_PATH || !kinds.contains(Kind.CLASS)) {
      return found;
    }
    List<JavaFileObject> all = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : library.entrySet()) {
      if (isIn(packageName, entry.getKey(), recurse)) {
        all.add(new Compiled(entry.getKey(), entry.getValue()));
      }
    }
    found.forEach(all::add);
    return all;
  }

  private static boolean isIn(String packageName, String className, boolean recurse) {
    int dot = className.lastIndexOf('.');
    String home = dot < 0 ? "" : className.substring(0, dot);
    return home.equals(packageName) || recurse && home.startsWith(packageName + ".");
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof Compiled compiled
        ? compiled.className
        : super.inferBinaryName(location, file);
  }

  /** The shared manager belongs to the compiler, not to one compilation. */
  @Override
  public void close() {}

  private static URI uri(String scheme, String path) {
    try {
      return new URI(scheme, null, "/" + path, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'" + path + "' can't be named to the compiler", e);
    }
  }

  /** A source file of the tree. */
  static final class Source extends SimpleJavaFileObject {
    private final SourcePath path;
    private final String text;

    Source(SourcePath path, String text) {
      super(uri("tree", path.value()), Kind.SOURCE);
      this.path = path;
      this.text = text;
    }

    SourcePath path() {
      return path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** A class file that was compiled before. */
  private static final class Compiled extends SimpleJavaFileObject {
    private final String className;
    private final byte[] bytes;

    Compiled(String className, byte[] bytes) {
      super(uri("library", className.replace('.', '/') + ".class"), Kind.CLASS);
      this.className = className;
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /** A class file that is being compiled. */
  private final class Result extends SimpleJavaFileObject {
    private final String className;

    Result(String className) {
      super(uri("result", className.replace('.', '/') + ".class"), Kind.CLASS);
      this.className = className;
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          results.put(className, toByteArray());
        }
      };
    }
  }
}
