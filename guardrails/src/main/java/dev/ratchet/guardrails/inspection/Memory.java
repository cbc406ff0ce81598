package dev.ratchet.guardrails.inspection;

import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.java.TreeCompiler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a guardrail keeps from one edit to the next: its rules, parsed files, compiled trees, and
 * what layers found out about the tree that edits begin from. Safe for many threads.
 */
public final class Memory {
  private final Rules rules;
  private final JavaCache java;
  private final ProtectedIndex protectedMembers;
  private final Compiler compiler;
  private final Map<Class<?>, Object> indexes = new ConcurrentHashMap<>();

  public Memory(Rules rules, TreeCompiler compiler) {
    this.rules = rules;
    this.java = new JavaCache(rules.java().level());
    this.protectedMembers = new ProtectedIndex(rules, java);
    this.compiler = new Compiler(compiler);
  }

  Rules rules() {
    return rules;
  }

  JavaCache java() {
    return java;
  }

  ProtectedIndex protectedMembers() {
    return protectedMembers;
  }

  public Compiler compiler() {
    return compiler;
  }

  /** Returns the index of a kind that a layer keeps, made when it is first asked for. */
  <T> T index(Class<T> kind, Supplier<T> fresh) {
    return kind.cast(indexes.computeIfAbsent(kind, k -> fresh.get()));
  }
}
