package dev.ratchet.isolation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How much is kept from an untrusted process, weakest first. Users choose one.
 *
 * <p>What each level stops is what {@link Isolation#probe} tries out, and not more than that.
 */
public enum IsolationLevel {
  /**
   * A process of its own: cleared environment, deadline, bounded output, and limits where {@code
   * prlimit} exists. It sees and writes what its user may, and reaches the network.
   */
  PROCESS(EnumSet.of(Escape.READ_ENVIRONMENT)),

  /**
   * No network and no sight of other processes: own user, network and process id name spaces
   * (Linux, {@code unshare}), so that nothing outlives it. It still sees all files that its user
   * may read.
   */
  NO_NETWORK(
      EnumSet.of(Escape.READ_ENVIRONMENT, Escape.CONNECT, Escape.SEE_PROCESSES, Escape.BE_ROOT)),

  /**
   * Nothing but what it needs: a read-only view of the system's libraries and of what its command
   * names, one directory to write in, no programs of the host (Linux, {@code bwrap}).
   */
  SANDBOX(EnumSet.allOf(Escape.class));

  private final Set<Escape> stopped;

  IsolationLevel(Set<Escape> stopped) {
    this.stopped = stopped;
  }

  /** Returns the attempts that this level promises to stop. */
  public Set<Escape> stopped() {
    return EnumSet.copyOf(stopped);
  }

  /** Returns its name as it stands in reports, such as {@code no-network}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
