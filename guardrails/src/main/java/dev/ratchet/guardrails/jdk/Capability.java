package dev.ratchet.guardrails.jdk;

/** A power of the JDK that an edit may not newly use; its API members are in {@link Catalogue}. */
public enum Capability {
  /** Sockets, URLs, HTTP. */
  NETWORK(true, "reaches the network"),
  /** Other programs. */
  PROCESS(true, "starts or controls processes"),
  /** The end of the program. */
  EXIT(true, "ends the program or hooks into its end"),
  /** Code that is not Java, and memory outside the heap. */
  NATIVE(true, "leaves the safety of Java"),
  /** Class loaders, resources, services. */
  CLASS_LOADING(true, "loads code or resources by name"),
  /** Object streams. */
  SERIALISATION(true, "makes objects from bytes"),
  /** Settings that hold for the whole JVM. */
  JVM_STATE(true, "changes the JVM for everybody in it"),
  /** Environment variables, system properties, preferences. */
  ENVIRONMENT(true, "reads or changes the environment"),
  /** Databases. */
  SQL(true, "reaches databases"),
  /** Naming services. */
  JNDI(true, "looks up objects by name, also remote ones"),
  /** Scripts, compilers, expressions as data. */
  SCRIPTING(true, "runs code that no check has seen"),
  /** Management beans, agents, instrumentation. */
  MANAGEMENT(true, "watches or changes the running JVM"),
  /** Reflection, method handles, proxies. */
  REFLECTION(false, "calls code by name, past every check of names"),
  /** Stack traces and stack walkers as data. */
  INTROSPECTION(false, "lets code find out who runs it"),
  /** What files say, and which there are. */
  FILE_READ(false, "reads files or asks which there are"),
  /** Writing, making and deleting files. */
  FILE_WRITE(false, "writes, makes or deletes files"),
  /** Threads, executors, timers, thread locals. */
  THREADS(false, "runs code beside or after the measured work"),
  /** Clocks. */
  CLOCK(false, "reads the clock, so results depend on when it runs"),
  /** Random numbers. */
  RANDOMNESS(false, "draws random numbers, so results differ from run to run"),
  /** Standard streams. */
  CONSOLE(false, "writes to or reads from the standard streams"),
  /** What this version's catalogue of the JDK does not know. */
  UNCLASSIFIED(false, "is not in the catalogue of the JDK, so nobody has said what it does");

  private final boolean hard;
  private final String because;

  Capability(boolean hard, String because) {
    this.hard = hard;
    this.because = because;
  }

  /** Returns whether honest edits need it so seldom that it is denied by default. */
  public boolean isHard() {
    return hard;
  }

  /** Returns whether a policy may say how it stands to it; what is not known is never allowed. */
  public boolean isSettable() {
    return this != UNCLASSIFIED;
  }

  /** Returns what it does, completing "it ...". */
  public String because() {
    return because;
  }
}
