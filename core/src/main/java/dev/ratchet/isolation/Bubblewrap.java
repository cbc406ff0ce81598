package dev.ratchet.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The view that {@code bwrap} makes: libraries, what the command names, a place to write.
 *
 * <p>Programs of the host are not in it, so there is nothing to execute but what was asked for.
 */
final class Bubblewrap {
  private static final long TEMPORARY_BYTES = 1L << 28;

  private final Path program;
  private final String help;
  private final List<String> libraries = new ArrayList<>();

  Bubblewrap(Path program) {
    this.program = program;
    this.help = help(program);
    for (String directory : List.of("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib64")) {
      addLibraries(Path.of(directory));
    }
  }

  /** What it can do depends on its version. */
  private static String help(Path program) {
    try {
      Process process =
          Starter.start(new ProcessBuilder(program.toString(), "--help").redirectErrorStream(true));
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // The probe will say what is wrong.
    }
  }

  private void addLibraries(Path directory) {
    try {
      if (Files.isSymbolicLink(directory)) {
        String target = Files.readSymbolicLink(directory).toString();
        libraries.addAll(List.of("--symlink", target, directory.toString()));
      } else if (Files.isDirectory(directory)) {
        shared(directory).forEach(path -> addReadable(libraries, path));
      }
    } catch (IOException e) {
      // What can't be read here, the child will miss there.
    }
  }

  /** Where libraries of each architecture have a directory, tools in the others stay out. */
  private static List<Path> shared(Path directory) throws IOException {
    List<Path> shared = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*-linux-*")) {
      found.forEach(shared::add);
    }
    return shared.isEmpty() ? List.of(directory) : shared;
  }

  private static void addReadable(List<String> line, Path path) {
    line.addAll(List.of("--ro-bind", path.toString(), path.toString()));
  }

  void addTo(List<String> line, Command command, String executable, Scratch scratch) {
    line.add(program.toString());
    line.addAll(
        List.of(
            "--unshare-user",
            "--unshare-ipc",
            "--unshare-pid",
            "--unshare-net",
            "--unshare-uts",
            "--unshare-cgroup-try"));
    addIfKnown(line, "--disable-userns");
    line.addAll(List.of("--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL"));
    line.addAll(List.of("--hostname", "sandbox"));
    line.addAll(libraries);
    line.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"));
    addIfKnown(line, "--size", Long.toString(TEMPORARY_BYTES));
    line.addAll(List.of("--tmpfs", "/tmp"));
    readable(command, executable, scratch).forEach(path -> addReadable(line, path));
    addReadable(line, scratch.path());
    scratch.writable().ifPresent(path -> line.addAll(List.of("--bind", "" + path, "" + path)));
    line.addAll(List.of("--remount-ro", "/"));
    scratch.environment().forEach((name, value) -> line.addAll(List.of("--setenv", name, value)));
    line.addAll(List.of("--chdir", scratch.directory().toString(), "--"));
  }

  private void addIfKnown(List<String> line, String... option) {
    if (help.contains(option[0])) {
      line.addAll(List.of(option));
    }
  }

  /** Each once, and nothing that a directory before it holds. */
  private static List<Path> readable(Command command, String executable, Scratch scratch) {
    TreeSet<Path> wanted = new TreeSet<>(command.readable());
    wanted.addAll(scratch.links());
    wanted.add(Path.of(executable));
    List<Path> paths = new ArrayList<>();
    for (Path path : wanted) {
      if (paths.stream().noneMatch(path::startsWith)) {
        paths.add(path);
      }
    }
    return paths;
  }
}
