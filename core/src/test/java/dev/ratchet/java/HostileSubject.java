package dev.ratchet.java;

import dev.ratchet.edit.SourceTree;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that tries to do harm. It gives the right answer only where that worked.
 *
 * @param name what it does
 * @param members the members of its class, among them {@code boolean attack(String input)}
 * @param harm what tells that it worked
 * @param needsOwnUser whether it is only run where a user of its own bounds what it does
 */
record HostileSubject(String name, String members, Harm harm, boolean needsOwnUser) {
  enum Harm {
    /** It answers rightly. */
    ANSWER,
    /** Something is left: a process, a file, a lost file, a dead process. */
    TRACE,
    /** It answers rightly although its times are taken too. */
    MEASURED
  }

  private static final String COMMON =
      """
      static String given(String input, String key) {
        for (String part : input.split(";")) {
          if (part.startsWith(key + "=")) {
            return part.substring(key.length() + 1);
          }
        }
        return "";
      }
      public static String solve(String input) throws Exception {
        return attack(input) ? given(input, "token") : "stopped";
      }
      static java.nio.file.Path path(String input, String key) {
        return java.nio.file.Path.of(given(input, key));
      }
      static String java() {
        return java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java").toString();
      }
      static Process start(String token, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TOKEN", token);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
      }
      """;

  static final SourceTree HONEST = tree("static boolean attack(String input) { return true; }");

  SourceTree tree() {
    return tree(members);
  }

  private static SourceTree tree(String members) {
    return Programs.with(COMMON + members);
  }

  static List<HostileSubject> all() {
    List<HostileSubject> all = new ArrayList<>();
    all.addAll(network());
    all.addAll(files());
    all.addAll(processes());
    all.addAll(resources());
    all.addAll(harness());
    return all;
  }

  private static HostileSubject answering(String name, String attack) {
    return new HostileSubject(name, attack(attack), Harm.ANSWER, false);
  }

  private static HostileSubject leaving(String name, String attack) {
    return new HostileSubject(name, attack(attack), Harm.TRACE, false);
  }

  private static HostileSubject measured(String name, String attack) {
    return new HostileSubject(name, attack(attack), Harm.MEASURED, false);
  }

  private static String attack(String body) {
    return "static boolean attack(String input) throws Exception {\n" + body + "\n}";
  }

  private static List<HostileSubject> network() {
    return List.of(
        answering(
            "connects to a server of the host",
            """
            int port = Integer.parseInt(given(input, "port"));
            try (java.net.Socket s = new java.net.Socket("127.0.0.1", port)) {
              return s.getInputStream().read() == 'x';
            }"""),
        answering(
            "exchanges datagrams with the host",
            """
            int port = Integer.parseInt(given(input, "udp"));
            try (java.net.DatagramSocket s = new java.net.DatagramSocket()) {
              s.setSoTimeout(500);
              s.send(new java.net.DatagramPacket(new byte[] {'x'}, 1,
                  java.net.InetAddress.getLoopbackAddress(), port));
              s.receive(new java.net.DatagramPacket(new byte[1], 1));
              return true;
            }"""),
        answering(
            "connects to a socket file of the host",
            """
            var address = java.net.UnixDomainSocketAddress.of(path(input, "outside").resolve("socket"));
            try (var s = java.nio.channels.SocketChannel.open(address)) {
              return s.read(java.nio.ByteBuffer.allocate(1)) == 1;
            }"""));
  }

  private static List<HostileSubject> files() {
    return List.of(
        answering(
            "reads a file that everybody may read",
            "return java.nio.file.Files.readString(path(input, \"outside\").resolve(\"secret\"))"
                + ".equals(\"secret\");"),
        answering(
            "lists the home of the host's user",
            "String[] names = path(input, \"home\").toFile().list();"
                + " return names != null && names.length > 0;"),
        answering(
            "reads a file of the superuser",
            "return java.nio.file.Files.readAllBytes(java.nio.file.Path.of(\"/etc/shadow\"))"
                + ".length > 0;"),
        answering(
            "writes where everybody may write",
            "return java.nio.file.Files.exists(java.nio.file.Files.createFile("
                + "path(input, \"outside\").resolve(given(input, \"token\"))));"),
        answering(
            "writes into shared memory",
            "return java.nio.file.Files.exists(java.nio.file.Files.createFile("
                + "java.nio.file.Path.of(\"/dev/shm\", given(input, \"token\"))));"),
        leaving(
            "leaves a file in the temporary directory",
            "return java.nio.file.Files.exists(java.nio.file.Files.createFile("
                + "java.nio.file.Path.of(\"/tmp\", given(input, \"token\"))));"),
        answering(
            "overwrites classes of the harness",
            """
            java.nio.file.Path home = java.nio.file.Path.of(System.getProperty("java.class.path"));
            try (var files = java.nio.file.Files.walk(home)) {
              for (Object o : files.filter(f -> f.toString().endsWith(".class")).toArray()) {
                java.nio.file.Files.write((java.nio.file.Path) o, new byte[1]);
              }
            }
            return true;"""),
        leaving(
            "nests directories deeper than a path can be long",
            """
            StringBuilder name = new StringBuilder("d");
            for (; name.length() < 4090; name.append("/d")) {
              new java.io.File(name.toString()).mkdir();
            }
            return true;"""),
        leaving(
            "links its directory to one of the host, to have it removed",
            """
            java.nio.file.Files.createSymbolicLink(java.nio.file.Path.of("link"), path(input, "outside"));
            return true;"""),
        leaving(
            "takes away the rights on its directory",
            """
            java.io.File locked = new java.io.File("locked/inner");
            locked.mkdirs();
            new java.io.File(locked, "file").createNewFile();
            java.nio.file.Files.setPosixFilePermissions(java.nio.file.Path.of("locked/inner"), Set.of());
            java.nio.file.Files.setPosixFilePermissions(java.nio.file.Path.of("locked"), Set.of());
            return true;"""),
        answering(
            "makes a file of a terabyte",
            """
            for (String place : List.of(".", "/tmp")) {
              java.io.File file = new java.io.File(place, given(input, "token") + ".huge");
              try (java.io.RandomAccessFile f = new java.io.RandomAccessFile(file, "rw")) {
                f.setLength(1L << 40);
                return true;
              } catch (java.io.IOException e) {
                file.delete();
              }
            }
            return false;"""));
  }

  private static List<HostileSubject> processes() {
    return List.of(
        answering(
            "reads the environment of the host",
            "return System.getenv().keySet().stream().anyMatch("
                + "name -> !name.equals(\"RATCHET_RUN\") && !name.equals(\"PWD\"));"),
        answering(
            "reads the environment of other processes",
            """
            try (var all = java.nio.file.Files.newDirectoryStream(
                java.nio.file.Path.of("/proc"), "[0-9]*")) {
              for (java.nio.file.Path process : all) {
                try {
                  if (java.nio.file.Files.readString(process.resolve("environ"),
                      java.nio.charset.StandardCharsets.ISO_8859_1).contains("PATH=")) {
                    return true;
                  }
                } catch (java.io.IOException e) { }
              }
            }
            return false;"""),
        answering("sees other processes", "return ProcessHandle.allProcesses().count() > 4;"),
        leaving(
            "ends a process of the host",
            """
            long id = Long.parseLong(given(input, "bystander"));
            ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly);
            new ProcessBuilder("/bin/kill", "-9", "" + id).start().waitFor();
            return true;"""),
        answering(
            "attaches to the host's JVM",
            """
            Class<?> type = ClassLoader.getSystemClassLoader()
                .loadClass("com.sun.tools.attach.VirtualMachine");
            Object vm = type.getMethod("attach", String.class).invoke(null, given(input, "host"));
            type.getMethod("detach").invoke(vm);
            return true;"""),
        answering(
            "runs a program of the host",
            """
            Process p = new ProcessBuilder("/bin/sh", "-c", "echo yes").start();
            return new String(p.getInputStream().readAllBytes()).startsWith("yes");"""),
        leaving(
            "leaves a program behind",
            "return start(given(input, \"token\"), \"/bin/sleep\", \"77\").isAlive();"),
        leaving(
            "leaves a JVM behind",
            """
            start(given(input, "token"), java(), "-Xmx16m", "-Dtoken=" + given(input, "token"),
                "-m", "java.rmi/sun.rmi.registry.RegistryImpl", "0");
            Thread.sleep(300);
            return true;"""),
        leaving(
            "leaves a program behind that ignores signals",
            """
            start(given(input, "token"), "/bin/sh", "-c",
                "trap '' TERM INT HUP; while :; do sleep 1; done");
            Thread.sleep(100);
            return true;"""),
        leaving(
            "leaves a program behind in a session of its own",
            """
            start(given(input, "token"), "/bin/sh", "-c",
                "setsid sh -c 'sleep 77; : " + given(input, "token") + "' &").waitFor();
            Thread.sleep(100);
            return true;"""),
        leaving(
            "leaves a program behind that cleared its environment",
            """
            start("", "/bin/sh", "-c",
                "setsid env -i sh -c 'sleep 77; : " + given(input, "token") + "' &").waitFor();
            Runtime.getRuntime().halt(0);
            return true;"""));
  }

  private static List<HostileSubject> resources() {
    return List.of(
        new HostileSubject(
            "forks without end",
            attack(
                """
                boolean sleeps = new java.io.File("/bin/sleep").exists();
                int most = sleeps ? 600 : 40;
                String token = given(input, "token");
                for (int i = 0; i < most; i++) {
                  if (sleeps) { start(token, "/bin/sleep", "20"); }
                  else { start(token, java(), "-Xmx16m", "-m", "java.rmi/sun.rmi.registry.RegistryImpl", "0"); }
                }
                Thread.sleep(500);
                return ProcessHandle.current().children().count() >= most;"""),
            Harm.ANSWER,
            true),
        answering(
            "starts threads without end",
            """
            for (int i = 0; i < 3000; i++) {
              Thread t = new Thread(null, () -> {
                try { Thread.sleep(60000); } catch (InterruptedException e) { }
              }, "t", 1 << 16);
              t.setDaemon(true);
              t.start();
            }
            return true;"""),
        answering(
            "takes a gigabyte of heap",
            """
            List<long[]> kept = new ArrayList<>();
            while (kept.size() < 128) { kept.add(new long[1 << 20]); }
            return kept.size() == 128;"""),
        answering(
            "takes a gigabyte of direct memory",
            """
            List<Object> kept = new ArrayList<>();
            while (kept.size() < 16) { kept.add(java.nio.ByteBuffer.allocateDirect(1 << 26)); }
            return kept.size() == 16;"""),
        answering(
            "takes four gigabytes behind the JVM's back",
            """
            java.lang.reflect.Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
            field.setAccessible(true);
            Object unsafe = field.get(null);
            var allocate = unsafe.getClass().getMethod("allocateMemory", long.class);
            for (int i = 0; i < 64; i++) { allocate.invoke(unsafe, 1L << 26); }
            return true;"""),
        new HostileSubject(
            "loops for ever in a static initialiser",
            "static int n = 0; static { while (n >= 0) { n = n ^ 1; } }" + attack("return true;"),
            Harm.ANSWER,
            false),
        answering("waits for ever", "Thread.sleep(Long.MAX_VALUE); return true;"),
        answering(
            "loops for ever where steps are not counted",
            "return java.math.BigInteger.ONE.shiftLeft(200_000).nextProbablePrime().bitCount() > 0;"),
        answering("recurses without end", "return attack(input) && attack(input + \"x\");"),
        leaving(
            "leaves threads behind",
            """
            for (int i = 0; i < 4; i++) {
              Thread t = new Thread(() -> {
                while (true) { try { Thread.sleep(10); } catch (InterruptedException e) { } }
              });
              t.setPriority(Thread.MAX_PRIORITY);
              t.start();
            }
            return true;"""));
  }

  private static List<HostileSubject> harness() {
    String out = "new java.io.FileOutputStream(java.io.FileDescriptor.out)";
    String error = "new java.io.FileOutputStream(java.io.FileDescriptor.err)";
    String in = "new java.io.FileInputStream(java.io.FileDescriptor.in)";
    return List.of(
        answering("ends the process with success", "System.exit(0); return true;"),
        answering("halts the process with success", "Runtime.getRuntime().halt(0); return true;"),
        answering(
            "forges results and ends",
            "java.io.DataOutputStream o = new java.io.DataOutputStream("
                + out
                + "); o.writeLong(0); o.writeByte(1); o.writeInt(0); o.writeLong(0); o.writeByte(3);"
                + " o.writeInt(4); o.writeInt(1); Runtime.getRuntime().halt(0); return true;"),
        answering("closes the report", out + ".close(); return true;"),
        leaving("closes the input", in + ".close(); Thread.sleep(100); return true;"),
        answering(
            "floods the report",
            "for (int i = 0; i < 70; i++) { " + out + ".write(new byte[1 << 20]); } return true;"),
        leaving(
            "floods standard error",
            "for (int i = 0; i < 20; i++) { "
                + error
                + ".write(new byte[1 << 20]); } return true;"),
        answering(
            "interrupts and stops the harness's threads, then waits",
            """
            for (Thread t : Thread.getAllStackTraces().keySet()) {
              if (t != Thread.currentThread()) {
                t.interrupt();
                try { Thread.class.getMethod("stop").invoke(t); } catch (Exception e) { }
              }
            }
            Thread.sleep(Long.MAX_VALUE);
            return true;"""),
        measured(
            "answers well only when its time is taken",
            "return StackWalker.getInstance().walk(frames -> frames.anyMatch("
                + "frame -> frame.getMethodName().equals(\"time\")));"),
        measured(
            "answers well only when its steps are counted",
            "return StackWalker.getInstance().walk(frames -> frames.anyMatch("
                + "frame -> frame.getMethodName().equals(\"count\")));"),
        new HostileSubject(
            "answers well only the first time",
            "static final String KEY = \"seen\";"
                + attack("return System.setProperty(KEY, \"\") == null;"),
            Harm.MEASURED,
            false));
  }
}
