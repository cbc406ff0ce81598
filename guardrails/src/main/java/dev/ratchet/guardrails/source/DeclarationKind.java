package dev.ratchet.guardrails.source;

/** A kind of declaration that an edit may not newly make. */
public enum DeclarationKind {
  /** A native method. */
  NATIVE("a native method", "native code is out of reach of every check"),
  /** A static or instance initializer block. */
  INITIALIZER("an initializer block", "it runs unseen when a class is loaded or an object made"),
  /** A static field that is not final. */
  MUTABLE_STATIC("a mutable static field", "it carries state from one task to the next"),
  /** A static field that holds an array, a collection or another container that can change. */
  STATIC_CONTAINER(
      "a static field with content that can change", "it carries state from one task to the next"),
  /** A {@code finalize} method. */
  FINALIZER("a finalizer", "it runs at a time and on a thread that nobody chose");

  private final String words;
  private final String because;

  DeclarationKind(String words, String because) {
    this.words = words;
    this.because = because;
  }

  /** Returns what it is, in words. */
  public String words() {
    return words;
  }

  /** Returns why it is not wanted. */
  public String because() {
    return because;
  }
}
