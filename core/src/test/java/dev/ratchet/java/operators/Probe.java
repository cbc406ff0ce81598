package dev.ratchet.java.operators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** An operator at work on a class {@code Sample}: its rewrites, compiled and run. */
final class Probe {
  private static final String HEAD = "import java.util.*;\n\npublic class Sample {\n";

  private final Operator operator;
  private final String source;

  private Probe(Operator operator, String source) {
    this.operator = operator;
    this.source = source;
  }

  /** Members of a class, indented as they stand. */
  static Probe of(String operator, String members) {
    return file(operator, HEAD + members.indent(2) + "}\n");
  }

  static Probe file(String operator, String source) {
    return new Probe(named(operator), source);
  }

  static Operator named(String name) {
    return Operators.standard().stream()
        .filter(o -> o.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No operator " + name));
  }

  static SourceUnit unit(String source) {
    return SourceUnit.parse("Sample.java", source).orElseThrow();
  }

  List<Rewrite> rewrites() {
    SourceUnit unit = unit(source);
    return operator.rewrites(unit, Program.of(List.of(unit)));
  }

  /** The checked results of all rewrites, each compiled. */
  List<String> results() {
    SourceUnit unit = unit(source);
    return rewrites().stream()
        .map(rewrite -> rewrite.apply(unit).orElseThrow(() -> new AssertionError(rewrite)).text())
        .toList();
  }

  /** The only result, compiled, with exactly these lines in it, whatever their indentation. */
  Probe gives(String expected) {
    List<String> results = results();
    assertThat(results).as("places of " + operator.name()).hasSize(1);
    return givesAmong(results, expected);
  }

  /** Among the results one has these lines; it compiles. */
  Probe givesAmongOthers(String expected) {
    return givesAmong(results(), expected);
  }

  private Probe givesAmong(List<String> results, String expected) {
    assertThat(results).anySatisfy(r -> assertThat(flat(r)).contains(flat(expected)));
    String result =
        results.stream().filter(r -> flat(r).contains(flat(expected))).findFirst().orElseThrow();
    compile(result);
    return new Probe(operator, result);
  }

  void givesNothing() {
    compile(source);
    assertThat(rewrites()).isEmpty();
  }

  String source() {
    return source;
  }

  /** Checks that the only rewrite gives this text and changes no result of a method. */
  static void keeps(
      String operator, String members, String expected, String method, Object... arguments) {
    Probe before = of(operator, members);
    Probe after = before.gives(expected);
    Object was = run(before.source, method, arguments);
    assertThat(run(after.source, method, arguments)).isEqualTo(was);
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").trim();
  }

  /** The result of a static method, or what it throws, as text. */
  static String run(String source, String method, Object... arguments) {
    Map<String, byte[]> classes = compile(source);
    ClassLoader loader =
        new ClassLoader(Probe.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    try {
      Method target =
          Arrays.stream(loader.loadClass("Sample").getDeclaredMethods())
              .filter(m -> m.getName().equals(method))
              .filter(m -> m.getParameterCount() == arguments.length)
              .findFirst()
              .orElseThrow();
      target.setAccessible(true);
      return show(target.invoke(null, arguments));
    } catch (InvocationTargetException e) {
      return "threw " + e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static String show(Object result) {
    return Arrays.deepToString(new Object[] {result});
  }

  static Map<String, byte[]> compile(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    Map<String, ByteArrayOutputStream> output = new HashMap<>();
    JavaFileManager files =
        new ForwardingJavaFileManager<JavaFileManager>(
            compiler.getStandardFileManager(problems, Locale.ENGLISH, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
              @Override
              public OutputStream openOutputStream() {
                return output.computeIfAbsent(name, n -> new ByteArrayOutputStream());
              }
            };
          }
        };
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("mem:///Sample.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options = List.of("-proc:none", "-Xlint:none", "--release", "17");
    boolean fine = compiler.getTask(null, files, problems, options, null, List.of(file)).call();
    assertThat(fine).as(problems.getDiagnostics() + "\n" + source).isTrue();
    Map<String, byte[]> classes = new HashMap<>();
    output.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }
}
