/** Guarded self-modification: edits, the improvement loop, its interfaces and default stages. */
@SuppressWarnings("requires-automatic") // the diff library has a stable automatic name only
module dev.ratchet {
  requires com.fasterxml.jackson.databind;
  requires io.github.javadiffutils;
  requires static org.jspecify;
  requires org.slf4j;

  exports dev.ratchet.edit;
  exports dev.ratchet.isolation;
}
