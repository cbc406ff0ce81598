package dev.ratchet.java;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** What a hostile program would like to reach: servers, files, a process; and what it changed. */
final class Host implements AutoCloseable {
  private static final List<Path> SHARED =
      List.of(Path.of("/tmp"), Path.of("/dev/shm"), Path.of("/var/tmp"));

  private final Path outside;
  private final ServerSocket server;
  private final DatagramSocket datagrams;
  private final ServerSocketChannel socketFile;
  private Process bystander;

  private Host(Path outside) throws IOException {
    this.outside = outside;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.datagrams = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.socketFile = ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX);
    this.bystander = bystander();
  }

  static Host open() throws IOException {
    Path outside = Files.createTempDirectory("hostile-outside-");
    Host host = new Host(outside);
    Files.writeString(outside.resolve("secret"), "secret");
    host.socketFile.bind(UnixDomainSocketAddress.of(outside.resolve("socket")));
    for (String name : List.of("", "secret", "socket")) {
      Files.setPosixFilePermissions(
          outside.resolve(name), PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    host.serve(
        () -> {
          try (Socket socket = host.server.accept()) {
            socket.getOutputStream().write('x');
          }
          return true;
        });
    host.serve(
        () -> {
          DatagramPacket packet = new DatagramPacket(new byte[1], 1);
          host.datagrams.receive(packet);
          host.datagrams.send(packet);
          return true;
        });
    host.serve(
        () -> {
          try (SocketChannel socket = host.socketFile.accept()) {
            return socket.write(ByteBuffer.wrap(new byte[] {'x'})) == 1;
          }
        });
    return host;
  }

  private static Process bystander() throws IOException {
    return new ProcessBuilder("/bin/sleep", "600").start();
  }

  private void serve(Callable<Boolean> turn) {
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try {
                  turn.call();
                } catch (Exception e) {
                  // The next one may fare better.
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns all that a hostile program could want to know. */
  String input(String token) {
    return String.join(
        ";",
        "token=" + token,
        "port=" + server.getLocalPort(),
        "udp=" + datagrams.getLocalPort(),
        "outside=" + outside,
        "home=" + System.getProperty("user.home"),
        "host=" + ProcessHandle.current().pid(),
        "bystander=" + bystander.pid());
  }

  /** Returns what bears a token, and what is gone. */
  List<String> traces(String token) throws IOException {
    List<String> traces = new ArrayList<>();
    processes(token).forEach(process -> traces.add("process " + process.pid()));
    files(token).forEach(file -> traces.add(file.toString()));
    if (!bystander.isAlive()) {
      traces.add("the bystander is dead");
    }
    if (!Files.exists(outside.resolve("secret"))) {
      traces.add("the secret is gone");
    }
    return traces;
  }

  private List<Path> files(String token) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path directory : Stream.concat(SHARED.stream(), Stream.of(outside)).toList()) {
      if (Files.isDirectory(directory)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + token + "*")) {
          files.forEach(found::add);
        }
      }
    }
    return found;
  }

  private static List<ProcessHandle> processes(String token) throws IOException {
    List<ProcessHandle> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : all) {
        if (says(process.resolve("cmdline"), token) || says(process.resolve("environ"), token)) {
          ProcessHandle.of(Long.parseLong(process.getFileName().toString())).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean says(Path file, String token) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(token);
    } catch (IOException e) {
      return false; // It ended.
    }
  }

  /** Puts right what can be put right, for the next one. */
  void clean(String token) throws IOException {
    processes(token).forEach(ProcessHandle::destroyForcibly);
    for (Path file : files(token)) {
      Files.delete(file);
    }
    if (!bystander.isAlive()) {
      bystander = bystander();
    }
    Files.writeString(outside.resolve("secret"), "secret");
  }

  /** Returns the scratch directories of this JVM. */
  static List<String> scratchDirectories() throws IOException {
    List<String> names = new ArrayList<>();
    Path home = Path.of(System.getProperty("java.io.tmpdir"));
    String pattern = "ratchet-" + ProcessHandle.current().pid() + "-*";
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(home, pattern)) {
      directories.forEach(directory -> names.add(directory.getFileName().toString()));
    }
    return names.stream().sorted().toList();
  }

  @Override
  public void close() throws IOException {
    bystander.destroyForcibly();
    server.close();
    datagrams.close();
    socketFile.close();
    for (String name : List.of("secret", "socket", "")) {
      Files.deleteIfExists(outside.resolve(name));
    }
  }
}
