package dev.ratchet.isolation;

import java.util.Locale;

/** Something that a probe tries and that an isolation should stop. Users read it. */
public enum Escape {
  /** To connect to a server on this machine. */
  CONNECT,
  /** To read a file outside of its scratch directory that every user may read. */
  READ,
  /** To write beside that file, where every user may write. */
  WRITE,
  /** To run a program of the host. */
  EXEC,
  /** To see the host's process. */
  SEE_PROCESSES,
  /** To see a variable of the host's environment. */
  READ_ENVIRONMENT,
  /** To have the rights of the superuser. */
  BE_ROOT;

  /** Returns what it is in words, such as {@code see processes}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
