/** A static guard for edits to Java programs and their settings. */
@SuppressWarnings("requires-automatic")
module dev.ratchet.guardrails {
  requires transitive dev.ratchet.core;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.github.javaparser.core;
  requires org.objectweb.asm;
  requires org.objectweb.asm.tree;
  requires org.objectweb.asm.tree.analysis;
  requires org.yaml.snakeyaml;

  exports dev.ratchet.guardrails;
  exports dev.ratchet.guardrails.policy;
}
