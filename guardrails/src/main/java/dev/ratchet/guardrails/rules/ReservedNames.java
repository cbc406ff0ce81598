package dev.ratchet.guardrails.rules;

import java.util.Set;

/** Names of java.lang that safeguards are written with, and no new type should take. */
final class ReservedNames {
  /** Left out are names that programs use for things of their own, such as Module or Process. */
  static final Set<String> DEFAULT =
      Set.of(
          "AutoCloseable",
          "Boolean",
          "Byte",
          "CharSequence",
          "Character",
          "Class",
          "ClassLoader",
          "Comparable",
          "Deprecated",
          "Double",
          "Enum",
          "Error",
          "Exception",
          "Float",
          "FunctionalInterface",
          "IllegalArgumentException",
          "IllegalStateException",
          "Integer",
          "Iterable",
          "Long",
          "Math",
          "NullPointerException",
          "Number",
          "Object",
          "Override",
          "ProcessBuilder",
          "Runnable",
          "Runtime",
          "RuntimeException",
          "SafeVarargs",
          "SecurityException",
          "Short",
          "StackWalker",
          "StrictMath",
          "String",
          "StringBuffer",
          "StringBuilder",
          "SuppressWarnings",
          "System",
          "Thread",
          "ThreadLocal",
          "Throwable",
          "UnsupportedOperationException",
          "Void");

  private ReservedNames() {}
}
