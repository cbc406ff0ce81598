/** What a benchmark is: suites, tasks, checkers, metrics and measurements. Needs the JDK only. */
module dev.ratchet.benchmarks {
  requires static java.management; // the child process alone reads CPU times
  requires static jdk.management;
  requires static transitive org.jspecify;

  exports dev.ratchet.benchmarks;
  exports dev.ratchet.benchmarks.suites;
}
