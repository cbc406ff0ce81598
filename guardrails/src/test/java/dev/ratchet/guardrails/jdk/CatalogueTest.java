package dev.ratchet.guardrails.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.guardrails.source.Use;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CatalogueTest {
  private static final Map<String, String> PRIMITIVES =
      Map.of("int", "I", "long", "J", "boolean", "Z", "char", "C", "byte", "B", "double", "D");

  /** Members, each group with its harmless near twins, and what they are. */
  private static final String TABLE =
      """
      exit            java.lang.System#exit(int) java.lang.Runtime#exit(int) java.lang.Runtime#halt(int)
      exit            java.lang.Runtime#addShutdownHook(java.lang.Thread)
      process         java.lang.Runtime#exec(java.lang.String) java.lang.ProcessBuilder#start()
      process         java.lang.ProcessHandle#destroy() java.lang.Process#waitFor() java.awt.Desktop#open(java.io.File)
      harmless        java.lang.Runtime#getRuntime() java.lang.System#arraycopy(java.lang.Object,int,java.lang.Object,int,int)
      harmless        java.lang.System#lineSeparator() java.lang.System#getLogger(java.lang.String)
      environment     java.lang.System#getenv() java.lang.System#getProperty(java.lang.String)
      environment     java.lang.Integer#getInteger(java.lang.String) java.lang.Long#getLong(java.lang.String)
      environment     java.lang.Boolean#getBoolean(java.lang.String) java.lang.Runtime#availableProcessors()
      environment     java.util.prefs.Preferences#userRoot() java.awt.Color#getColor(java.lang.String)
      harmless        java.lang.Integer#parseInt(java.lang.String) java.lang.Long#valueOf(long)
      harmless        java.lang.Boolean#parseBoolean(java.lang.String)
      jvm-state       java.lang.System#setOut(java.io.PrintStream) java.lang.System#gc()
      jvm-state       java.util.Locale#setDefault(java.util.Locale) java.util.TimeZone#setDefault(java.util.TimeZone)
      jvm-state       java.util.SimpleTimeZone#setDefault(java.util.TimeZone) java.security.Security#addProvider(java.security.Provider)
      jvm-state       java.lang.Thread#setDefaultUncaughtExceptionHandler(java.lang.Thread$UncaughtExceptionHandler)
      jvm-state       java.util.logging.LogManager#reset()
      harmless        java.util.Locale#getDefault() java.util.TimeZone#getDefault() java.util.logging.Logger#info(java.lang.String)
      harmless        java.util.logging.Logger#getLogger(java.lang.String)
      native          java.lang.System#load(java.lang.String) java.lang.System#loadLibrary(java.lang.String)
      native          java.lang.Runtime#loadLibrary(java.lang.String) sun.misc.Unsafe#allocateInstance(java.lang.Class)
      native          java.lang.foreign.Linker#nativeLinker() java.awt.Robot#new()
      harmless        java.nio.ByteBuffer#allocate(int) java.nio.ByteBuffer#wrap(byte[])
      class-loading   java.lang.Class#forName(java.lang.String) java.lang.Class#getResourceAsStream(java.lang.String)
      class-loading   java.lang.Class#getClassLoader() java.lang.ClassLoader#loadClass(java.lang.String)
      class-loading   java.net.URLClassLoader#new(java.net.URL[]) java.util.ServiceLoader#load(java.lang.Class)
      class-loading   java.util.ResourceBundle#getBundle(java.lang.String) java.util.ListResourceBundle#getBundle(java.lang.String)
      class-loading   java.lang.invoke.MethodHandles$Lookup#defineClass(byte[]) java.lang.constant.ClassDesc#resolveConstantDesc(java.lang.Object)
      class-loading   javax.xml.parsers.DocumentBuilderFactory#newInstance(java.lang.String,java.lang.ClassLoader)
      class-loading   java.lang.Thread#getContextClassLoader() java.lang.Module#getResourceAsStream(java.lang.String)
      harmless        java.lang.Class#getName() java.lang.Class#getSimpleName() java.lang.Class#isInstance(java.lang.Object)
      harmless        java.lang.Class#cast(java.lang.Object) java.lang.String#getClass() java.util.ResourceBundle#getString(java.lang.String)
      harmless        java.nio.charset.Charset#forName(java.lang.String)
      reflection      java.lang.Class#getDeclaredMethods() java.lang.Class#getMethod(java.lang.String,java.lang.Class[])
      reflection      java.lang.Class#newInstance() java.lang.reflect.Method#invoke(java.lang.Object,java.lang.Object[])
      reflection      java.lang.reflect.Field#setAccessible(boolean) java.lang.reflect.Proxy#newProxyInstance(java.lang.ClassLoader)
      reflection      java.lang.invoke.MethodHandles#lookup() java.lang.invoke.VarHandle#set(java.lang.Object[])
      reflection      java.lang.invoke.MethodHandles$Lookup#findVirtual(java.lang.Class)
      reflection      java.beans.Introspector#getBeanInfo(java.lang.Class)
      reflection      java.util.concurrent.atomic.AtomicIntegerFieldUpdater#newUpdater(java.lang.Class,java.lang.String)
      harmless        java.lang.reflect.Array#newInstance(java.lang.Class,int) java.util.concurrent.atomic.AtomicInteger#incrementAndGet()
      harmless        java.beans.PropertyChangeSupport#new(java.lang.Object) java.lang.reflect.InvocationTargetException#getCause()
      introspection   java.lang.Throwable#getStackTrace() java.lang.IllegalStateException#getStackTrace()
      introspection   java.lang.StackWalker#getInstance() java.lang.Thread#getStackTrace() java.lang.System#identityHashCode(java.lang.Object)
      introspection   java.lang.Exception#printStackTrace(java.io.PrintWriter)
      console         java.lang.Throwable#printStackTrace() java.io.IOException#printStackTrace()
      console         java.lang.System#out java.lang.System#in java.lang.System#console() java.lang.Thread#dumpStack()
      console         java.io.FileDescriptor#out java.util.logging.ConsoleHandler#new()
      harmless        java.io.PrintStream#println(java.lang.String) java.lang.Throwable#getMessage() java.lang.Throwable#getCause()
      threads         java.lang.Thread#new() java.lang.Thread#start() java.lang.Thread#sleep(long) java.lang.Thread#{}
      threads         java.lang.Object#wait() java.lang.String#notifyAll() java.util.List#parallelStream() java.util.ArrayList#parallelStream()
      threads         java.util.stream.Stream#parallel() java.util.stream.IntStream#parallel() java.util.Arrays#parallelSort(int[])
      threads         java.util.concurrent.Executors#newCachedThreadPool() java.util.concurrent.ForkJoinPool#commonPool()
      threads         java.util.concurrent.CompletableFuture#supplyAsync(java.util.function.Supplier) java.util.Timer#new()
      threads         java.util.concurrent.ConcurrentHashMap#reduce(long,java.util.function.BiFunction,java.util.function.BiFunction)
      threads         java.util.concurrent.ConcurrentHashMap#forEach(long,java.util.function.BiConsumer)
      threads         java.util.concurrent.TimeUnit#sleep(long) java.lang.ThreadLocal#get() java.lang.ref.Cleaner#create()
      harmless        java.lang.Thread#currentThread() java.lang.Thread#interrupt() java.lang.Thread#interrupted()
      harmless        java.util.concurrent.CompletableFuture#completedFuture(java.lang.Object) java.util.concurrent.TimeUnit#toMillis(long)
      harmless        java.util.concurrent.ConcurrentHashMap#forEach(java.util.function.BiConsumer) java.util.Arrays#sort(int[])
      harmless        java.util.concurrent.locks.ReentrantLock#lock() java.util.concurrent.CountDownLatch#countDown()
      harmless        java.util.stream.Stream#map(java.util.function.Function) java.util.List#stream() java.util.stream.IntStream#sequential()
      harmless        java.lang.ref.WeakReference#get() java.lang.Object#hashCode() java.lang.Runnable#run()
      clock           java.lang.System#nanoTime() java.lang.System#currentTimeMillis() java.time.Instant#now()
      clock           java.time.LocalDate#now(java.time.ZoneId) java.time.Clock#systemUTC() java.time.Clock#millis()
      clock           java.util.Date#new() java.util.Calendar#getInstance() java.util.GregorianCalendar#new()
      clock           java.util.logging.LogRecord#getMillis() java.util.concurrent.locks.Condition#awaitNanos(long)
      clock           java.util.GregorianCalendar#getInstance() java.time.chrono.JapaneseDate#now()
      harmless        java.time.LocalDate#of(int,int,int) java.time.Instant#ofEpochMilli(long) java.util.Date#new(long)
      harmless        java.time.Clock#fixed(java.time.Instant,java.time.ZoneId) java.util.GregorianCalendar#new(int,int,int)
      harmless        java.time.Duration#ofSeconds(long) java.time.format.DateTimeFormatter#ofPattern(java.lang.String)
      randomness      java.lang.Math#random() java.util.Random#new() java.util.UUID#randomUUID() java.util.Collections#shuffle(java.util.List)
      randomness      java.util.concurrent.ThreadLocalRandom#current() java.security.SecureRandom#new() java.security.SecureRandom#nextInt()
      randomness      java.util.SplittableRandom#new() java.util.random.RandomGenerator#getDefault()
      harmless        java.util.Random#new(long) java.util.Random#nextInt(int) java.util.SplittableRandom#new(long)
      harmless        java.util.Collections#shuffle(java.util.List,java.util.Random) java.util.UUID#fromString(java.lang.String) java.lang.Math#max(int,int)
      file-read       java.nio.file.Files#readString(java.nio.file.Path) java.nio.file.Files#walk(java.nio.file.Path,int)
      file-read       java.io.FileReader#new(java.io.File) java.io.FileReader#read() java.io.FileInputStream#readAllBytes()
      file-read       java.util.Scanner#new(java.io.File) java.util.Scanner#new(java.nio.file.Path) java.io.File#exists()
      file-read       java.util.zip.ZipFile#new(java.lang.String) java.util.jar.JarFile#entries() java.nio.file.Paths#get(java.lang.String)
      file-read       javax.xml.parsers.DocumentBuilderFactory#newInstance()
      file-read       java.nio.file.Path#of(java.lang.String) javax.xml.parsers.DocumentBuilder#parse(java.lang.String)
      file-read       java.nio.file.Files#copy(java.nio.file.Path,java.io.OutputStream)
      file-write      java.nio.file.Files#writeString(java.nio.file.Path) java.nio.file.Files#delete(java.nio.file.Path)
      file-write      java.nio.file.Files#copy(java.io.InputStream,java.nio.file.Path,java.nio.file.CopyOption[])
      file-write      java.io.PrintStream#new(java.lang.String) java.io.PrintStream#new(java.io.File) java.io.PrintWriter#new(java.lang.String)
      file-write      java.util.Formatter#new(java.lang.String) java.util.Formatter#new(java.io.File) java.io.FileWriter#write(int)
      file-write      java.util.logging.FileHandler#new() java.io.File#delete() java.nio.channels.FileChannel#open(java.nio.file.Path)
      file-write      javax.imageio.ImageIO#read(java.io.File) java.nio.channels.FileChannel#close()
      harmless        java.util.Scanner#new(java.lang.String) java.util.Scanner#new(java.io.InputStream) java.util.Scanner#nextInt()
      harmless        java.io.PrintStream#new(java.io.OutputStream) java.io.PrintWriter#new(java.io.Writer) java.util.Formatter#new()
      harmless        java.util.Formatter#new(java.lang.Appendable) java.io.File#getName() java.nio.file.Path#resolve(java.lang.String)
      harmless        java.io.ByteArrayInputStream#new(byte[]) java.io.StringReader#read() java.util.zip.GZIPInputStream#new(java.io.InputStream)
      harmless        java.lang.String#format(java.lang.String,java.lang.Object[]) java.util.zip.CRC32#update(int)
      network         java.net.Socket#new() java.net.URL#new(java.lang.String) java.net.URL#equals(java.lang.Object) java.net.URL#hashCode()
      network         java.net.URI#toURL() java.net.http.HttpClient#newHttpClient() java.net.InetAddress#getByName(java.lang.String)
      network         java.nio.channels.SocketChannel#open() javax.net.ssl.SSLContext#getDefault() java.rmi.Naming#lookup(java.lang.String)
      network         com.sun.net.httpserver.HttpServer#create() java.util.logging.SocketHandler#new()
      network         java.net.SocketPermission#implies(java.security.Permission)
      harmless        java.net.URI#create(java.lang.String) java.net.URLEncoder#encode(java.lang.String) java.net.URI#equals(java.lang.Object)
      harmless        java.net.URL#toString() java.net.UnknownHostException#getMessage() java.nio.channels.Channels#newChannel(java.io.InputStream)
      serialisation   java.io.ObjectInputStream#readObject() java.io.ObjectInputStream#read() java.beans.XMLDecoder#readObject()
      harmless        java.io.DataInputStream#readInt() java.io.InvalidObjectException#new(java.lang.String)
      sql             java.sql.DriverManager#getConnection(java.lang.String) javax.sql.DataSource#getConnection()
      harmless        java.sql.Timestamp#toInstant() java.sql.SQLException#getSQLState()
      jndi            javax.naming.InitialContext#lookup(java.lang.String) javax.naming.directory.InitialDirContext#new()
      scripting       javax.script.ScriptEngineManager#new() javax.tools.ToolProvider#getSystemJavaCompiler() jdk.jshell.JShell#create()
      scripting       java.beans.Expression#new() java.util.spi.ToolProvider#findFirst(java.lang.String)
      harmless        javax.lang.model.SourceVersion#isKeyword(java.lang.CharSequence) org.w3c.dom.Node#getNodeName()
      management      java.lang.management.ManagementFactory#getRuntimeMXBean() java.lang.instrument.Instrumentation#getAllLoadedClasses()
      management      com.sun.tools.attach.VirtualMachine#attach(java.lang.String) jdk.jfr.Recording#new() javax.management.JMX#isMXBeanInterface(java.lang.Class)
      harmless        java.lang.Object#forEach() java.util.Collection#modCount java.lang.System#imagined()
      harmless        java.math.BigInteger#probablePrime(int,java.util.Random) java.util.regex.Pattern#compile(java.lang.String)
      unclassified    java.lang.Imagined#run() java.imagined.Type#run() java.util.Random#new(java.lang.String)
      harmless        com.acme.System#exit(int) javax.inject.Provider#get() com.sun.jna.Native#load() org.slf4j.Logger#info()
      """;

  private final Catalogue catalogue = Catalogue.jdk();

  @TestFactory
  Stream<DynamicTest> members_have_their_power() {
    return TABLE
        .lines()
        .map(line -> line.split(" +"))
        .flatMap(
            line ->
                Arrays.stream(line)
                    .skip(1)
                    .map(
                        member ->
                            DynamicTest.dynamicTest(
                                member, () -> assertThat(power(member)).isEqualTo(line[0]))));
  }

  private String power(String written) {
    String[] parts = written.split("[#()]");
    String descriptor =
        written.contains("(") ? "(" + descriptor(parts.length > 2 ? parts[2] : "") + ")V" : "";
    return word(catalogue.power(parts[0], parts[1], descriptor));
  }

  private static String word(Optional<Catalogue.Power> power) {
    return power
        .map(p -> p.capability().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .orElse("harmless");
  }

  private static String descriptor(String parameters) {
    return Arrays.stream(parameters.split(","))
        .filter(name -> !name.isEmpty())
        .map(
            name ->
                name.endsWith("[]")
                    ? "[" + descriptor(name.substring(0, name.length() - 2))
                    : PRIMITIVES.getOrDefault(name, "L" + name.replace('.', '/') + ";"))
        .collect(Collectors.joining());
  }

  @Test
  void types_have_the_power_that_naming_them_gives() {
    assertThat(word(catalogue.power("java.net.Socket"))).isEqualTo("network");
    assertThat(word(catalogue.power("java.lang.ProcessBuilder$Redirect"))).isEqualTo("process");
    assertThat(word(catalogue.power("java.util.Map$Entry"))).isEqualTo("harmless");
    assertThat(word(catalogue.power("java.lang.Thread"))).isEqualTo("harmless");
    assertThat(word(catalogue.power("java.lang.Imagined"))).isEqualTo("unclassified");
    assertThat(word(catalogue.power("java.lang.Thread", "{}", ""))).isEqualTo("threads");
    assertThat(word(catalogue.power("java.lang.Object", "{}", ""))).isEqualTo("harmless");
    assertThat(word(catalogue.power("java.lang.ClassLoader", "{}", ""))).isEqualTo("class-loading");
  }

  @Test
  void the_api_names_the_overload_where_overloads_differ() {
    assertThat(catalogue.power("java.util.Scanner", "<init>", "(Ljava/io/File;)V"))
        .contains(new Catalogue.Power(Capability.FILE_READ, "java.util.Scanner#new(File)", true));
    assertThat(catalogue.power("java.lang.System", "exit", "(I)V"))
        .contains(new Catalogue.Power(Capability.EXIT, "java.lang.System#exit", true));
  }

  @Nested
  class a_catalogue_that_knows_less_than_the_jdk {
    private final Catalogue small = new Catalogue(Ratings.read("small-powers.txt"));

    private String power(String owner, String member, String descriptor) {
      return word(small.power(owner, member, descriptor));
    }

    @Test
    void escalates_what_it_does_not_name() {
      assertThat(power("java.lang.System", "exit", "(I)V")).isEqualTo("exit");
      assertThat(power("java.lang.System", "gc", "()V")).isEqualTo("unclassified");
      assertThat(power("java.lang.Runtime", "gc", "()V")).isEqualTo("unclassified");
      assertThat(word(small.power("java.lang.Runtime"))).isEqualTo("unclassified");
      assertThat(word(small.power("java.util.Random"))).isEqualTo("unclassified");
      assertThat(word(small.power("javax.naming.Context"))).isEqualTo("unclassified");
      assertThat(word(small.power("javax.inject.Inject"))).isEqualTo("harmless");
    }

    @Test
    void escalates_overloads_that_it_does_not_name() {
      assertThat(power("java.lang.Thread", "sleep", "(J)V")).isEqualTo("threads");
      assertThat(power("java.lang.Thread", "sleep", "(JI)V")).isEqualTo("unclassified");
    }

    @Test
    void escalates_what_is_inherited_from_what_it_does_not_name() {
      assertThat(power("java.util.Stack", "push", "()V")).isEqualTo("harmless");
      assertThat(power("java.util.Properties", "getProperty", "()V")).isEqualTo("harmless");
      assertThat(power("java.util.Properties", "store", "()V")).isEqualTo("unclassified");
      assertThat(power("java.util.Properties", "rehash", "()V")).isEqualTo("unclassified");
    }
  }

  @Nested
  class a_use_in_a_source_file {
    private Optional<Catalogue.Power> power(boolean resolved, String member, String... readings) {
      Use use = new Use(List.of(), List.of(), List.of(), resolved, Optional.of(member), "a.B#c", 1);
      return catalogue.power(use, List.of(readings));
    }

    @Test
    void counts_the_gravest_overload_and_says_that_it_is_not_certain() {
      assertThat(power(true, "new", "java.util.Random#new", "java.util.Random"))
          .contains(new Catalogue.Power(Capability.RANDOMNESS, "java.util.Random#new", false));
      assertThat(power(true, "exit", "java.lang.System#exit"))
          .contains(new Catalogue.Power(Capability.EXIT, "java.lang.System#exit", true));
    }

    @Test
    void is_guessed_by_a_telling_name_only_where_nothing_else_is_known() {
      assertThat(power(false, "setAccessible"))
          .contains(new Catalogue.Power(Capability.REFLECTION, "#setAccessible", false));
      assertThat(power(true, "setAccessible")).isEmpty();
      assertThat(power(false, "getMethod")).isEmpty();
      assertThat(power(false, "forName", "java.nio.charset.Charset#forName")).isEmpty();
      assertThat(power(false, "setAccessible", "java.util.List#setAccessible")).isPresent();
    }

    @Test
    void of_what_the_jdk_does_not_have_is_no_use_of_the_jdk() {
      assertThat(power(true, "x", "java.lang.Solver#x", "java.lang.Solver", "java.lang.a#x"))
          .isEmpty();
      assertThat(power(true, "new", "java.lang.Runtime#new", "java.lang.Runtime")).isEmpty();
    }

    @Test
    void of_a_harmless_member_does_not_count_as_one_of_its_type() {
      assertThat(power(true, "toString", "java.net.URL#toString", "java.net.URL")).isEmpty();
      assertThat(power(true, "openStream", "java.net.URL#openStream", "java.net.URL")).isPresent();
    }
  }
}
