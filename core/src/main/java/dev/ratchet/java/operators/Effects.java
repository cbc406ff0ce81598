package dev.ratchet.java.operators;

import java.util.HashSet;
import java.util.Set;

/** What running some code does to its surroundings, by the names of variables. */
final class Effects {
  /** Locals, parameters and fields that are given another value. */
  final Set<String> assigned = new HashSet<>();

  /** Variables through which an object or array is changed. */
  final Set<String> mutated = new HashSet<>();

  /** Fields that are assigned or changed, here or in what is called. */
  final Set<String> fieldsWritten = new HashSet<>();

  /** Fields read, here or in what is called, that are not final or hold something changeable. */
  final Set<String> fieldsRead = new HashSet<>();

  /** Whether something happens that the sources do not tell. */
  boolean unknown;

  boolean isNone() {
    return assigned.isEmpty() && mutated.isEmpty() && fieldsWritten.isEmpty() && !unknown;
  }
}
