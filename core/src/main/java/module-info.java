/** Guarded self-modification: edits, the improvement loop, its interfaces and default stages. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // stable names only
module dev.ratchet.core {
  requires transitive dev.ratchet.benchmarks;
  requires com.fasterxml.jackson.databind;
  requires transitive com.github.javaparser.core; // in the signatures of operators only
  requires io.github.javadiffutils;
  requires java.compiler;
  requires org.slf4j;
  requires org.objectweb.asm;
  requires org.objectweb.asm.tree;
  requires static transitive org.jspecify;

  exports dev.ratchet;
  exports dev.ratchet.apply;
  exports dev.ratchet.command;
  exports dev.ratchet.edit;
  exports dev.ratchet.isolation;
  exports dev.ratchet.java;
  exports dev.ratchet.java.operators;
  exports dev.ratchet.java.search;
  exports dev.ratchet.journal;
  exports dev.ratchet.measure;
  exports dev.ratchet.propose;
  exports dev.ratchet.report;
  exports dev.ratchet.spi;
  exports dev.ratchet.validate;
  exports dev.ratchet.verdict;
}
