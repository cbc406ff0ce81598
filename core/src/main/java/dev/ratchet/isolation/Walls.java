package dev.ratchet.isolation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands in front of a command at one level: programs that drop rights, then run it. */
final class Walls {
  private static final long LARGEST_FILE = 1L << 28;
  private static final long MOST_FILES = 4096;

  private final IsolationLevel level;
  private final Map<String, Path> tools = new TreeMap<>();
  private final Optional<String> problem;
  private final boolean changesUser;
  private final Optional<Bubblewrap> sandbox;
  private final HardLimits limits = HardLimits.ofHost();
  private final Optional<Long> mostProcesses;

  Walls(IsolationLevel level) {
    this.level = level;
    for (String name : List.of("prlimit", "setpriv", "unshare", "bwrap")) {
      Tool.ofSystem(name).ifPresent(path -> tools.put(name, path));
    }
    this.problem = missing(level);
    this.changesUser = level != IsolationLevel.PROCESS && ChildUser.canChange();
    this.sandbox =
        level == IsolationLevel.SANDBOX && problem.isEmpty()
            ? Optional.of(new Bubblewrap(tool("bwrap")))
            : Optional.empty();
    this.mostProcesses =
        level == IsolationLevel.PROCESS
            ? Optional.empty()
            : Optional.of(ProcessLimit.of(changesUser));
  }

  private Path tool(String name) {
    Path tool = tools.get(name);
    if (tool == null) {
      throw new IllegalStateException(name + " is missing");
    }
    return tool;
  }

  private Optional<String> missing(IsolationLevel level) {
    if (level == IsolationLevel.PROCESS) {
      return Optional.empty();
    }
    List<String> needed =
        level == IsolationLevel.SANDBOX
            ? List.of("setpriv", "prlimit", "bwrap")
            : List.of("setpriv", "prlimit", "unshare");
    return needed.stream()
        .filter(name -> !tools.containsKey(name))
        .findFirst()
        .map(Remedy::missing);
  }

  /** Returns why nothing can be run at this level, with a remedy. */
  Optional<String> problem() {
    return problem;
  }

  /** Returns the user of the next child, where it is not the host's. */
  Optional<ChildUser> nextUser() {
    return changesUser ? Optional.of(ChildUser.next()) : Optional.empty();
  }

  /** Returns the whole command line; at the level of a process, it may be the command alone. */
  List<String> around(Command command, List<String> arguments, Scratch scratch) {
    List<String> line = new ArrayList<>();
    addLimits(line, command);
    addPrivileges(line, scratch.user());
    if (level == IsolationLevel.NO_NETWORK) {
      line.add(tool("unshare").toString());
      line.addAll(
          List.of(
              "--user", "--net", "--ipc", "--pid", "--fork", "--kill-child", "--mount-proc", "--"));
    }
    sandbox.ifPresent(bwrap -> bwrap.addTo(line, command, arguments.get(0), scratch));
    line.addAll(arguments);
    return line;
  }

  private void addLimits(List<String> line, Command command) {
    if (!tools.containsKey("prlimit")) {
      return;
    }
    line.add(tool("prlimit").toString());
    line.add("--core=0");
    line.add("--fsize=" + limits.least("Max file size", LARGEST_FILE));
    line.add("--nofile=" + limits.least("Max open files", MOST_FILES));
    command
        .cpuTime()
        .ifPresent(time -> line.add("--cpu=" + limits.least("Max cpu time", time.toSeconds() + 1)));
    command.memory().ifPresent(bytes -> line.add("--data=" + limits.least("Max data size", bytes)));
    mostProcesses.ifPresent(most -> line.add("--nproc=" + limits.least("Max processes", most)));
  }

  /** The signal of a dying parent reaches the walls, which end what is behind them. */
  private void addPrivileges(List<String> line, Optional<ChildUser> user) {
    if (!tools.containsKey("setpriv")) {
      return;
    }
    line.add(tool("setpriv").toString());
    user.ifPresent(
        child ->
            line.addAll(
                List.of("--reuid=" + child.id(), "--regid=" + child.id(), "--clear-groups")));
    if (level != IsolationLevel.PROCESS) {
      line.add("--no-new-privs");
    }
    line.addAll(List.of("--pdeathsig", "KILL"));
  }
}
