package dev.ratchet.guardrails.power;

import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.source.DeclarationKind;
import dev.ratchet.guardrails.text.Words;
import java.util.Arrays;
import java.util.List;

/** The rules about declarations, one of each kind. */
public final class DeclarationRules {
  public static final List<Rule> ALL =
      Arrays.stream(DeclarationKind.values()).map(DeclarationRules::rule).toList();

  private DeclarationRules() {}

  static Rule of(DeclarationKind kind) {
    return ALL.get(kind.ordinal());
  }

  private static Rule rule(DeclarationKind kind) {
    String id = "declarations." + Words.of(kind);
    Rule rule = Rule.settable(id, "No edit newly declares " + kind.words()).because(kind.because());
    return switch (kind) {
      case NATIVE -> rule.stops("native int solve(int n);").passes("int solve(int n) { ... }");
      case INITIALIZER -> rule.stops("static { warmUp(); }").passes("void warmUp() { ... }");
      case MUTABLE_STATIC -> rule.stops("static int calls;").passes("static final int MOST = 8;");
      case STATIC_CONTAINER ->
          rule.stops("static final Map<String, Plan> SEEN = new HashMap<>();")
              .passes("static final List<String> WORDS = List.of(\"a\", \"b\");");
      case FINALIZER ->
          rule.stops("protected void finalize() { ... }").passes("public void close() { ... }");
    };
  }
}
