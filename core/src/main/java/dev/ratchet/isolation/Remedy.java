package dev.ratchet.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an administrator can do where a level can't be had. */
final class Remedy {
  private record Switch(String file, String off, String command) {}

  private static final List<Switch> SWITCHES =
      List.of(
          new Switch("user/max_user_namespaces", "0", "sysctl -w user.max_user_namespaces=15000"),
          new Switch(
              "kernel/unprivileged_userns_clone",
              "0",
              "sysctl -w kernel.unprivileged_userns_clone=1"),
          new Switch(
              "kernel/apparmor_restrict_unprivileged_userns",
              "1",
              "an AppArmor profile that allows bwrap and unshare user name spaces, or sysctl -w"
                  + " kernel.apparmor_restrict_unprivileged_userns=0"));

  private static final Map<String, String> PACKAGES = Map.of("bwrap", "bubblewrap");

  private Remedy() {}

  /** Returns what to do about a program that is not there. */
  static String missing(String program) {
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      return "Levels above 'process' need Linux. Remedy: run the host in a Linux container or"
          + " virtual machine, or ask for IsolationLevel.PROCESS";
    }
    String name = PACKAGES.getOrDefault(program, "util-linux");
    return "The program "
        + program
        + " is missing. Remedy: apt-get install "
        + name
        + " (Debian, Ubuntu), dnf install "
        + name
        + " (Fedora)";
  }

  /** Returns what to do about walls that do not stand, though all programs are there. */
  static String walls() {
    return SWITCHES.stream()
        .filter(it -> it.off().equals(setting(it.file()).orElse("")))
        .findFirst()
        .map(it -> "User name spaces are switched off here. Remedy: " + it.command())
        .orElse(
            "Remedy: allow user name spaces and a fresh /proc; inside a container that means its"
                + " own security profile, such as docker run --security-opt seccomp=unconfined"
                + " --security-opt systempaths=unconfined");
  }

  private static Optional<String> setting(String file) {
    try {
      return Optional.of(Files.readString(Path.of("/proc/sys", file)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
