package dev.ratchet.guardrails.jdk;

import dev.ratchet.guardrails.source.Use;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The API of the JDK by the powers it gives. Rules ask it what a name stands for.
 *
 * <p>One line a capability and form: {@code pkg.*} is every type of a package, {@code pkg.**} also
 * of those below, {@code pkg.Type} a type with all its members, {@code pkg.Type#member} one member,
 * {@code #member} a member of that name of an unknown type, {@code !pkg.Type} a type that is left
 * out. Which tier applies is said by {@link Capability} and may be changed by a policy.
 */
public final class Catalogue {
  private static final Catalogue JDK = new Catalogue();

  private final Map<String, Capability> packages = new HashMap<>();
  private final Map<String, Capability> trees = new HashMap<>();
  private final Map<String, Capability> types = new HashMap<>();
  private final Map<String, Capability> members = new HashMap<>();
  private final Map<String, Capability> bare = new HashMap<>();
  private final Set<String> harmless = new HashSet<>();

  private Catalogue() {
    put(
        Capability.NETWORK,
        """
        java.net.* java.net.http.** javax.net.** java.nio.channels.* java.nio.channels.spi.*
        com.sun.net.** java.rmi.** javax.rmi.** java.util.logging.SocketHandler sun.net.**
        !java.net.URI !java.net.URISyntaxException !java.net.URLEncoder !java.net.URLDecoder
        """);
    put(
        Capability.PROCESS,
        """
        java.lang.ProcessBuilder java.lang.Process java.lang.ProcessHandle
        java.lang.Runtime#getRuntime java.lang.Runtime#exec #exec
        """);
    put(
        Capability.EXIT,
        """
        java.lang.System#exit java.lang.Runtime#exit java.lang.Runtime#halt
        java.lang.Runtime#addShutdownHook #addShutdownHook #halt
        """);
    put(
        Capability.NATIVE,
        """
        java.lang.System#load java.lang.System#loadLibrary java.lang.Runtime#load
        java.lang.Runtime#loadLibrary #loadLibrary java.lang.foreign.** jdk.incubator.**
        sun.misc.** jdk.internal.** jdk.unsupported.**
        """);
    put(
        Capability.CLASS_LOADING,
        """
        java.lang.ClassLoader java.security.SecureClassLoader java.util.ServiceLoader
        java.util.ResourceBundle java.lang.ModuleLayer java.lang.Module
        java.lang.Class#forName java.lang.Class#getClassLoader java.lang.Class#getResource
        java.lang.Class#getResourceAsStream java.lang.System#mapLibraryName
        java.lang.Thread#getContextClassLoader java.lang.Thread#setContextClassLoader
        #getClassLoader #getContextClassLoader #setContextClassLoader #loadClass #defineClass
        #getResource #getResourceAsStream #getResources #forName java.lang.module.**
        """);
    put(
        Capability.SERIALISATION,
        """
        java.io.ObjectInputStream java.io.ObjectOutputStream java.io.Externalizable
        java.io.ObjectInputFilter java.io.ObjectStreamClass java.beans.XMLDecoder
        java.beans.XMLEncoder #readObject #writeObject #readResolve
        """);
    put(
        Capability.JVM_STATE,
        """
        java.lang.System#setOut java.lang.System#setErr java.lang.System#setIn
        java.lang.System#setSecurityManager java.lang.System#gc java.lang.Runtime#gc
        java.lang.SecurityManager java.util.Locale#setDefault java.util.TimeZone#setDefault
        java.lang.Thread#setDefaultUncaughtExceptionHandler java.security.Security
        java.security.Policy java.util.logging.LogManager #setDefaultUncaughtExceptionHandler
        """);
    put(
        Capability.ENVIRONMENT,
        """
        java.lang.System#getenv java.lang.System#getProperty java.lang.System#getProperties
        java.lang.System#setProperty java.lang.System#setProperties java.lang.System#clearProperty
        java.lang.Integer#getInteger java.lang.Long#getLong java.lang.Boolean#getBoolean
        java.util.prefs.** java.lang.Runtime#availableProcessors java.lang.Runtime#freeMemory
        java.lang.Runtime#totalMemory java.lang.Runtime#maxMemory java.lang.Runtime#version
        """);
    put(Capability.SQL, "java.sql.** javax.sql.**");
    put(Capability.JNDI, "javax.naming.** com.sun.jndi.**");
    put(
        Capability.SCRIPTING,
        """
        javax.script.** javax.tools.** com.sun.tools.** com.sun.source.** jdk.jshell.**
        java.beans.Expression java.beans.Statement java.beans.EventHandler javax.annotation.processing.**
        javax.xml.transform.** javax.xml.xpath.**
        """);
    put(
        Capability.MANAGEMENT,
        """
        java.lang.management.** javax.management.** com.sun.management.** java.lang.instrument.**
        com.sun.tools.attach.** jdk.jfr.**
        """);
    put(
        Capability.REFLECTION,
        """
        java.lang.reflect.* java.lang.invoke.* java.lang.Class#getMethod java.lang.Class#getMethods
        java.lang.Class#getDeclaredMethod java.lang.Class#getDeclaredMethods
        java.lang.Class#getField java.lang.Class#getFields java.lang.Class#getDeclaredField
        java.lang.Class#getDeclaredFields java.lang.Class#getConstructor
        java.lang.Class#getConstructors java.lang.Class#getDeclaredConstructor
        java.lang.Class#getDeclaredConstructors java.lang.Class#newInstance
        java.lang.Class#getRecordComponents java.util.concurrent.atomic.AtomicIntegerFieldUpdater
        java.util.concurrent.atomic.AtomicLongFieldUpdater
        java.util.concurrent.atomic.AtomicReferenceFieldUpdater java.beans.Introspector
        java.beans.PropertyDescriptor #getMethod #getMethods #getDeclaredMethod
        #getDeclaredMethods #getDeclaredField #getDeclaredFields #getDeclaredConstructor
        #getDeclaredConstructors #setAccessible #trySetAccessible #newInstance
        """);
    put(
        Capability.INTROSPECTION,
        """
        java.lang.StackWalker java.lang.StackTraceElement java.lang.Thread#getStackTrace
        java.lang.Thread#getAllStackTraces java.lang.Throwable#getStackTrace #getStackTrace
        """);
    put(
        Capability.FILE_READ,
        """
        java.nio.file.** java.io.File java.io.FileInputStream
        java.io.FileReader java.io.FileDescriptor
        java.util.Scanner java.util.zip.ZipFile java.util.jar.**
        """);
    put(
        Capability.FILE_WRITE,
        """
        java.io.FileOutputStream java.io.FileWriter java.io.RandomAccessFile
        java.util.Formatter java.util.logging.FileHandler java.nio.channels.FileChannel
        java.nio.channels.AsynchronousFileChannel java.io.PrintStream java.io.PrintWriter
        """);
    put(
        Capability.THREADS,
        """
        java.lang.Thread java.lang.ThreadGroup java.lang.ThreadLocal
        java.lang.InheritableThreadLocal java.lang.ScopedValue java.util.Timer java.util.TimerTask
        java.util.concurrent.Executors java.util.concurrent.Executor
        java.util.concurrent.ExecutorService java.util.concurrent.ScheduledExecutorService
        java.util.concurrent.ThreadPoolExecutor java.util.concurrent.ScheduledThreadPoolExecutor
        java.util.concurrent.ForkJoinPool java.util.concurrent.ForkJoinTask
        java.util.concurrent.RecursiveTask java.util.concurrent.RecursiveAction
        java.util.concurrent.CompletableFuture java.util.concurrent.CompletionService
        java.util.concurrent.ExecutorCompletionService java.util.concurrent.ThreadFactory
        java.util.concurrent.StructuredTaskScope java.util.concurrent.SubmissionPublisher
        java.lang.ref.Cleaner #parallelStream #parallel
        java.util.Arrays#parallelSort java.util.Arrays#parallelPrefix java.util.Arrays#parallelSetAll
        """);
    put(
        Capability.CLOCK,
        """
        java.lang.System#nanoTime java.lang.System#currentTimeMillis java.time.Clock
        java.time.InstantSource java.time.Instant#now java.time.LocalDate#now
        java.time.LocalTime#now java.time.LocalDateTime#now java.time.ZonedDateTime#now
        java.time.OffsetDateTime#now java.time.OffsetTime#now java.time.Year#now
        java.time.YearMonth#now java.time.MonthDay#now java.util.Date#new
        java.util.Calendar#getInstance java.util.GregorianCalendar#new
        """);
    put(
        Capability.RANDOMNESS,
        """
        java.util.Random java.util.SplittableRandom java.security.SecureRandom
        java.util.concurrent.ThreadLocalRandom java.lang.Math#random java.lang.StrictMath#random
        java.util.UUID#randomUUID java.util.random.** java.util.Collections#shuffle
        """);
    put(
        Capability.CONSOLE,
        """
        java.lang.System#out java.lang.System#err java.lang.System#in java.lang.System#console
        java.lang.System#inheritedChannel java.io.Console java.lang.Throwable#printStackTrace
        java.lang.Thread#dumpStack java.util.logging.ConsoleHandler #printStackTrace
        """);
  }

  /** Returns the catalogue of the JDK. */
  public static Catalogue jdk() {
    return JDK;
  }

  private void put(Capability capability, String entries) {
    for (String entry : entries.trim().split("\\s+")) {
      if (entry.startsWith("!")) {
        harmless.add(entry.substring(1));
      } else if (entry.startsWith("#")) {
        bare.put(entry.substring(1), capability);
      } else if (entry.endsWith(".**")) {
        trees.put(entry.substring(0, entry.length() - 3), capability);
      } else if (entry.endsWith(".*")) {
        packages.put(entry.substring(0, entry.length() - 2), capability);
      } else {
        (entry.contains("#") ? members : types).put(entry, capability);
      }
    }
  }

  /**
   * A power that a use has, and the API that gives it.
   *
   * @param capability the power
   * @param api the API, such as {@code java.lang.System#exit}
   */
  public record Power(Capability capability, String api) {}

  /** Returns the power of a use by its readings, the most exact first, and its bare name. */
  public Optional<Power> power(Use use, List<String> readings) {
    for (String reading : readings) {
      Optional<Capability> capability = capability(reading);
      if (capability.isPresent()) {
        return Optional.of(new Power(capability.get(), reading));
      }
    }
    return use.resolved()
        ? Optional.empty()
        : use.member()
            .flatMap(
                member ->
                    Optional.ofNullable(bare.get(member))
                        .map(capability -> new Power(capability, "#" + member)));
  }

  /**
   * Returns the power of a member as class files name it.
   *
   * @param owner the type, such as {@code java.lang.System} or {@code java.util.Map$Entry}
   * @param member its name; {@code new} for a constructor
   * @param descriptor the descriptor, such as {@code (I)V}
   */
  public Optional<Power> power(String owner, String member, String descriptor) {
    String api = owner.replace('$', '.') + "#" + member;
    return capability(api).map(capability -> new Power(capability, api));
  }

  /** Returns the power of a type that is extended, cast to, or named in any other way. */
  public Optional<Power> power(String owner) {
    String api = owner.replace('$', '.');
    return capability(api).map(capability -> new Power(capability, api));
  }

  private Optional<Capability> capability(String reading) {
    int hash = reading.indexOf('#');
    String type = hash < 0 ? reading : reading.substring(0, hash);
    if (harmless.contains(type)) {
      return Optional.empty();
    }
    Optional<Capability> exact =
        Optional.ofNullable(members.get(reading)).or(() -> Optional.ofNullable(types.get(type)));
    return exact.isPresent() || !namesType(type) ? exact : ofPackage(type);
  }

  private static boolean namesType(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && dot + 1 < name.length() && Character.isUpperCase(name.charAt(dot + 1));
  }

  private Optional<Capability> ofPackage(String type) {
    int dot = type.lastIndexOf('.');
    Optional<Capability> found = Optional.ofNullable(packages.get(type.substring(0, dot)));
    while (found.isEmpty() && dot > 0) {
      found = Optional.ofNullable(trees.get(type.substring(0, dot)));
      dot = type.lastIndexOf('.', dot - 1);
    }
    return found;
  }

  /** Returns every type and member that is named, for the test against the JDK's own classes. */
  List<String> entries() {
    return Arrays.asList(types.keySet(), members.keySet(), harmless).stream()
        .flatMap(Set::stream)
        .sorted()
        .toList();
  }
}
