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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The files of one compilation: sources and results in memory, the rest where it is. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Function<String, Stream<ClassFile>> library;
  private final List<ClassFile> results = new ArrayList<>();

  /**
   * Returns files that are read through another manager, which stays open.
   *
   * @param library the class files of a package that stand in front of the class path
   */
  MemoryFiles(StandardJavaFileManager manager, Function<String, Stream<ClassFile>> library) {
    super(manager);
    this.library = library;
  }

  List<ClassFile> results() {
    return results;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, FileObject sibling) {
    if (sibling instanceof Source source) {
      return new Result(className, source.path());
    }
    throw new IllegalStateException("The compiler names no source for " + className);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
    if (location != StandardLocation.CLASS_PATH || !kinds.contains(Kind.CLASS)) {
      return found;
    }
    List<JavaFileObject> all = new ArrayList<>();
    library.apply(packageName).map(Compiled::new).forEach(all::add);
    found.forEach(all::add);
    return all;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof Compiled compiled
        ? compiled.file.name()
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
    private final ClassFile file;

    Compiled(ClassFile file) {
      super(uri("library", file.name().replace('.', '/') + ".class"), Kind.CLASS);
      this.file = file;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(file.bytes());
    }
  }

  /** A class file that is being compiled. */
  private final class Result extends SimpleJavaFileObject {
    private final String className;
    private final SourcePath source;

    Result(String className, SourcePath source) {
      super(uri("result", className.replace('.', '/') + ".class"), Kind.CLASS);
      this.className = className;
      this.source = source;
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          results.add(new ClassFile(className, source, toByteArray()));
        }
      };
    }
  }
}
