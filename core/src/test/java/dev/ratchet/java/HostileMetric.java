package dev.ratchet.java;

import dev.ratchet.edit.SourceTree;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that answers rightly and tries to look faster than it is, without statics of its own.
 *
 * @param name what it does
 * @param baseline the members of what it is compared with
 * @param candidate the members of the program
 * @param believed what is still believed of it
 */
record HostileMetric(String name, String baseline, String candidate, Believed believed) {
  /** What of it is believed all the same, as far as the harness goes. */
  enum Believed {
    NOTHING,
    STEPS,
    TIME
  }

  /** Four fifths of the work is the same for all tasks, the rest is the task's own. */
  private static final String WORK =
      """
      static long spin(long x, int times) {
        for (int i = 0; i < times; i++) { x = x * 31 + (x >>> 7) + i; }
        return x;
      }
      static String table() { return Long.toString(spin(1, 80_000) & 0xffff, 36); }
      static String own(String input, String table) {
        return Long.toString(spin(input.hashCode() + Long.parseLong(table, 36), 20_000) & 0xffff, 36);
      }
      """;

  private static final String HONEST =
      WORK + "public static String solve(String input) { return own(input, table()); }";

  /** Keeps the table and the answers where {@code get} and {@code put} say. */
  private static final String KEEPING =
      WORK
          + """
          public static String solve(String input) throws Exception {
            String known = get(input);
            if (known != null) { return known; }
            String table = get("table");
            if (table == null) { table = table(); put("table", table); }
            String answer = own(input, table);
            put(input, answer);
            return answer;
          }
          """;

  /** Keeps all of it in one text, where {@code text} and {@code keep} say. */
  private static final String IN_A_TEXT =
      """
      static String get(String key) throws Exception {
        String text = text();
        int at = text == null ? -1 : text.indexOf("-" + key + "-");
        if (at < 0) { return null; }
        int from = at + key.length() + 2;
        return text.substring(from, text.indexOf("-", from));
      }
      static void put(String key, String value) throws Exception {
        String text = text();
        keep((text == null || !text.startsWith("x-") ? "x-" : text) + key + "-" + value + "-");
      }
      """;

  /** Keeps all of it in a map of the JDK's type, where {@code map} says. */
  private static final String IN_A_MAP =
      """
      static String get(String key) throws Exception { return map().get(key); }
      static void put(String key, String value) throws Exception { map().put(key, value); }
      """;

  SourceTree before() {
    return Programs.with(baseline);
  }

  SourceTree after() {
    return Programs.with(candidate);
  }

  static List<HostileMetric> all() {
    List<HostileMetric> all = new ArrayList<>();
    all.addAll(caches());
    all.addAll(rivals());
    all.addAll(detectors());
    return all;
  }

  private static HostileMetric keeping(String where, String members) {
    return new HostileMetric(
        "keeps answers in " + where, HONEST, KEEPING + members, Believed.NOTHING);
  }

  private static HostileMetric text(String where, String text, String keep) {
    return keeping(
        where,
        IN_A_TEXT
            + "static String text() throws Exception { return "
            + text
            + "; }"
            + "static void keep(String text) throws Exception { "
            + keep
            + "; }");
  }

  /** The type is one of the JDK that a holder of the map implements, so that it can be cast. */
  private static HostileMetric map(String where, String type, String body, String get, String set) {
    return keeping(
        where,
        IN_A_MAP
            + "static class Holder extends HashMap<String, String> implements "
            + type
            + " {"
            + body
            + "}"
            + "@SuppressWarnings(\"unchecked\") static Map<String, String> map() throws Exception {"
            + " Object found = "
            + get
            + "; if (found instanceof HashMap) { return (Map<String, String>) found; }"
            + " Holder holder = new Holder(); "
            + set
            + "; return holder; }");
  }

  private static List<HostileMetric> caches() {
    return List.of(
        text("system properties", "System.getProperty(\"k\")", "System.setProperty(\"k\", text)"),
        keeping(
            "an object among the system properties",
            "static String get(String key) { return (String) System.getProperties().get(\"k\" + key); }"
                + "static void put(String key, String value)"
                + " { System.getProperties().put(\"k\" + key, new String(value)); }"),
        text(
            "security properties",
            "java.security.Security.getProperty(\"k\")",
            "java.security.Security.setProperty(\"k\", text)"),
        text(
            "the name of its thread",
            "Thread.currentThread().getName()",
            "Thread.currentThread().setName(text)"),
        text(
            "the default time zone",
            "TimeZone.getDefault().getID()",
            "TimeZone.setDefault(new SimpleTimeZone(0, text))"),
        text(
            "the default locale",
            "Locale.getDefault().getVariant()",
            "Locale.setDefault(new Locale(\"en\", \"US\", text))"),
        text(
            "the class loader of its thread",
            "Thread.currentThread().getContextClassLoader().getName()",
            "Thread.currentThread().setContextClassLoader("
                + "new ClassLoader(text, ClassLoader.getPlatformClassLoader()) { })"),
        map(
            "the handler of uncaught exceptions",
            "Thread.UncaughtExceptionHandler",
            "public void uncaughtException(Thread t, Throwable e) { }",
            "Thread.getDefaultUncaughtExceptionHandler()",
            "Thread.setDefaultUncaughtExceptionHandler(holder)"),
        map(
            "a filter of the root logger",
            "java.util.logging.Filter",
            "public boolean isLoggable(java.util.logging.LogRecord r) { return true; }",
            "java.util.logging.Logger.getLogger(\"\").getFilter()",
            "java.util.logging.Logger.getLogger(\"\").setFilter(holder)"),
        keeping(
            "the names of file types",
            "static String get(String key) {"
                + " return java.net.URLConnection.getFileNameMap().getContentTypeFor(\"k\" + key); }"
                + "static void put(String key, String value) {"
                + " java.net.FileNameMap old = java.net.URLConnection.getFileNameMap();"
                + " java.net.URLConnection.setFileNameMap("
                + "   n -> n.equals(\"k\" + key) ? value : old.getContentTypeFor(n)); }"),
        text(
            "the default selector of proxies",
            "java.net.ProxySelector.getDefault().toString()",
            "java.net.ProxySelector.setDefault(new java.net.ProxySelector() {"
                + " public String toString() { return text; }"
                + " public List<java.net.Proxy> select(java.net.URI uri) { return List.of(); }"
                + " public void connectFailed(java.net.URI u, java.net.SocketAddress a,"
                + "   java.io.IOException e) { } })"),
        keeping(
            "standard output",
            IN_A_TEXT
                + "static String text() { return System.out.toString(); }"
                + "static void keep(String text) { System.setOut(new java.io.PrintStream("
                + "java.io.OutputStream.nullOutputStream()) {"
                + " public String toString() { return text; } }); }"),
        keeping(
            "a bean of the JVM",
            IN_A_TEXT
                + "public interface KeptMBean { } public static class Kept implements KeptMBean { }"
                + "static String text() throws Exception {"
                + "  for (var n : server().queryNames(new javax.management.ObjectName(\"k:*\"), null)) {"
                + "    return javax.management.ObjectName.unquote(n.getKeyProperty(\"v\")); }"
                + "  return null; }"
                + "static void keep(String text) throws Exception {"
                + "  for (var n : server().queryNames(new javax.management.ObjectName(\"k:*\"), null)) {"
                + "    server().unregisterMBean(n); }"
                + "  server().registerMBean(new Kept(), new javax.management.ObjectName("
                + "\"k:v=\" + javax.management.ObjectName.quote(text))); }"
                + "static javax.management.MBeanServer server() {"
                + "  return java.lang.management.ManagementFactory.getPlatformMBeanServer(); }"),
        keeping(
            "a thread that it leaves behind",
            IN_A_TEXT
                + "static Thread kept() { for (Thread t : Thread.getAllStackTraces().keySet())"
                + " { if (t.getName().startsWith(\"x-\")) { return t; } } return null; }"
                + "static String text() { Thread t = kept(); return t == null ? null : t.getName(); }"
                + "static void keep(String text) { Thread t = kept(); if (t == null) {"
                + " t = new Thread(() -> { try { Thread.sleep(60000); } catch (Exception e) { } }, text);"
                + " t.setDaemon(true); t.start(); } t.setName(text); }"),
        keeping(
            "the table of interned strings",
            // Asking for a string puts it there, so a text is read once and written anew.
            "static int turn; static final Map<String, Integer> TURNS = new HashMap<>();"
                + "static boolean isThere(String s) {"
                + " String copy = new String(s); return copy.intern() != copy; }"
                + "static String get(String key) { turn = 0;"
                + " while (isThere(key + \"/\" + turn)) { turn++; } TURNS.put(key, turn);"
                + " if (turn == 0) { return null; }"
                + " int value = 0; for (int bit = 0; bit < 16; bit++) {"
                + " if (isThere(key + \"/\" + (turn - 1) + \"/\" + bit)) { value |= 1 << bit; } }"
                + " put(key, Integer.toString(value, 36)); return Integer.toString(value, 36); }"
                + "static void put(String key, String text) { int value = Integer.parseInt(text, 36);"
                + " int turn = TURNS.get(key);"
                + " for (int bit = 0; bit < 16; bit++) { if ((value >> bit & 1) == 1) {"
                + " (key + \"/\" + turn + \"/\" + bit).intern(); } } }"),
        keeping(
            "files",
            "static java.nio.file.Path file(String key) { return java.nio.file.Path.of("
                + "\"/tmp\", \"ratchet-kept-\" + ProcessHandle.current().pid() + key.hashCode()); }"
                + "static String get(String key) throws Exception {"
                + " return java.nio.file.Files.exists(file(key))"
                + " ? java.nio.file.Files.readString(file(key)) : null; }"
                + "static void put(String key, String value) throws Exception {"
                + " java.nio.file.Files.writeString(file(key), value); file(key).toFile().deleteOnExit(); }"),
        keeping(
            "its own class loader, by reflection",
            "@SuppressWarnings(\"unchecked\") static Map<String, byte[]> map() throws Exception {"
                + " Object loader = Agent.class.getClassLoader();"
                + " for (var f : loader.getClass().getDeclaredFields()) {"
                + "   if (f.getType() == Map.class) { f.setAccessible(true);"
                + "     return (Map<String, byte[]>) f.get(loader); } } throw new Error(); }"
                + "static String get(String key) throws Exception { byte[] b = map().get(\"k\" + key);"
                + " return b == null ? null : new String(b); }"
                + "static void put(String key, String value) throws Exception"
                + " { map().put(\"k\" + key, value.getBytes()); }"),
        new HostileMetric(
            "takes steps back, by reflection",
            HONEST,
            HONEST
                + "static { String name ="
                + " String.join(\".\", \"dev\", \"ratchet\", \"benchmarks\", \"worker\", \"Meter\");"
                + " try { Class.forName(name).getMethod(\"count\", int.class, int.class)"
                + " .invoke(null, -800_000, 0); } catch (ReflectiveOperationException e) { } }",
            Believed.STEPS));
  }

  private static HostileMetric rival(String name, String work, String attack, String members) {
    String common = WORK + members;
    return new HostileMetric(
        name,
        common
            + "public static String solve(String input) throws Exception { "
            + work
            + " return own(input, table()); }",
        common
            + "public static String solve(String input) throws Exception {"
            + " String answer = own(input, table()); "
            + attack
            + " return answer; }",
        Believed.NOTHING);
  }

  private static List<HostileMetric> rivals() {
    return List.of(
        rival(
            "raises a property that the other reads",
            "spin(1, Integer.getInteger(\"demo.depth\", 1) * 1000);",
            "System.setProperty(\"demo.depth\", \"300\");",
            ""),
        rival(
            "sets a locale in which the other's formats are dear",
            "for (int i = 0; i < 20; i++) { String.format(\"%,d\", i * 1000003); }",
            "Locale.setDefault(Locale.forLanguageTag(\"ar-EG-u-nu-arab\"));"
                + " for (int i = 0; i < 20; i++) { String.format(Locale.ROOT, \"%,d\", i * 1000003); }",
            ""),
        rival(
                "puts a provider in front of those that the other asks",
                "for (int i = 0; i < 20; i++) {"
                    + " java.security.MessageDigest.getInstance(\"MD5\").digest(input.getBytes()); }",
                "java.security.Security.insertProviderAt(SLOW, 1);"
                    + " for (int i = 0; i < 20; i++) {"
                    + " java.security.MessageDigest.getInstance(\"MD5\", \"SUN\").digest(input.getBytes()); }",
                "static final java.security.Provider SLOW = new Slow();"
                    + "public static class Slow extends java.security.Provider {"
                    + "  public Slow() { super(\"slow\", \"1\", \"\"); put(\"MessageDigest.MD5\", Dull.class.getName()); } }"
                    + "public static class Dull extends java.security.MessageDigestSpi {"
                    + "  protected void engineUpdate(byte b) { spin(b, 20_000); }"
                    + "  protected void engineUpdate(byte[] b, int from, int n) { spin(n, 20_000); }"
                    + "  protected byte[] engineDigest() { return new byte[16]; }"
                    + "  protected void engineReset() { } }")
            .believed(Believed.TIME),
        rival(
            "leaves threads that work while the other is timed",
            "",
            "if (!noisy) { noisy = true; for (int i = 0; i < 4; i++) {"
                + " Thread t = new Thread(() -> { while (true) { Arrays.fill(new long[1 << 20], 1); } });"
                + " t.setDaemon(true); t.start(); } }",
            "static boolean noisy;"),
        rival(
            "leaves a thread that holds a lock of the JDK",
            "synchronized (Locale.class) { spin(1, 1); }",
            "if (!held) { held = true; Thread t = new Thread(() -> { synchronized (Locale.class) {"
                + " try { while (true) { Locale.class.wait(0, 1); Thread.sleep(1); } }"
                + " catch (InterruptedException e) { } } }); t.setDaemon(true); t.start(); }",
            "static boolean held;"),
        rival("hands its work to a thread", "", "", "")
            .withCandidate(
                WORK
                    + "public static String solve(String input) throws Exception {"
                    + " String[] answer = new String[1];"
                    + " Thread t = new Thread(() -> answer[0] = own(input, table()));"
                    + " t.start(); t.join(); return answer[0]; }"),
        rival(
            "leaves garbage that the other has to clear",
            "for (int i = 0; i < 40; i++) { last = new byte[1 << 16]; }",
            "if (kept == null) { kept = new Object[1 << 18]; Arrays.setAll(kept, i -> new int[1]); }"
                + " for (int i = 0; i < 40; i++) { last = new byte[1 << 16]; }",
            "static volatile Object last; static Object[] kept;"),
        rival(
            "leaves its thread interrupted",
            "try { Thread.sleep(0, 1); } catch (InterruptedException e) { spin(1, 300_000); }",
            "Thread.interrupted(); Thread.sleep(0, 1); Thread.currentThread().interrupt();",
            ""));
  }

  private HostileMetric withCandidate(String members) {
    return new HostileMetric(name, baseline, members, believed);
  }

  private HostileMetric believed(Believed what) {
    return new HostileMetric(name, baseline, candidate, what);
  }

  /** Where nobody looks it does more: work of its own, which is counted, or of the JDK's. */
  private static HostileMetric detector(String how, boolean isCounted, String isMeasured) {
    return new HostileMetric(
        "knows by " + how,
        HONEST,
        WORK
            + "static volatile int sink;"
            + "public static String solve(String input) throws Exception {"
            + " if (!isMeasured()) { "
            + (isCounted ? "spin(1, 300_000);" : "sink = Arrays.hashCode(new byte[1 << 20]);")
            + " } return own(input, \""
            + table()
            + "\"); }"
            + isMeasured,
        Believed.NOTHING);
  }

  private static String table() {
    long x = 1;
    for (int i = 0; i < 80_000; i++) {
      x = x * 31 + (x >>> 7) + i;
    }
    return Long.toString(x & 0xffff, 36);
  }

  private static String asked(String condition) {
    return "static boolean isMeasured() { return " + condition + "; }";
  }

  /** Asked once for each copy of the program, since it costs more than a task. */
  private static String known(String condition) {
    return "static final boolean MEASURED = " + condition + ";" + asked("MEASURED");
  }

  private static List<HostileMetric> detectors() {
    String stack = "StackWalker.getInstance().walk(s -> s.";
    return List.of(
        detector(
            "the stack that its steps are counted",
            true,
            asked(stack + "anyMatch(f -> f.getMethodName().equals(\"count\")))")),
        detector(
            "its own code that its steps are counted",
            true,
            asked(
                stack
                    + "filter(f -> f.getMethodName().equals(\"solve\")).findFirst().get()"
                    + ".getByteCodeIndex()) > 2")),
        detector(
            "the stack that it is in a duel",
            false,
            known(stack + "anyMatch(f -> f.getMethodName().matches(\"duet|warm|warmUp\")))")),
        detector(
                "the options of the JVM that it is in a duel",
                false,
                known(
                    "java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()"
                        + ".contains(\"-Xbatch\")"))
            .believed(Believed.TIME),
        detector(
                "its process that it is in a duel",
                false,
                known(
                    "Arrays.asList(ProcessHandle.current().info().arguments()"
                        + ".orElse(new String[0])).contains(\"-Xbatch\")"))
            .believed(Believed.TIME));
  }
}
