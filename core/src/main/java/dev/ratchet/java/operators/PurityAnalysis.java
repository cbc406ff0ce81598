package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which code has no effect that anybody else could see. Operators call it.
 *
 * <p>A method is pure if it only reads, creates objects, changes only what it created itself, and
 * calls nothing but pure methods of the program and everyday members of the JDK that are known by
 * name. Input, output, time, chance, threads and everything unknown is impure. Recursive methods
 * are judged together, from "does nothing" upwards until nothing is added.
 */
public final class PurityAnalysis {
  /** What a method or constructor does to what it is given. */
  record Summary(
      Set<Integer> changes, Set<String> fieldsWritten, Set<String> fieldsRead, boolean unknown) {
    static final Summary NOTHING = new Summary(Set.of(), Set.of(), Set.of(), false);

    boolean isPure() {
      return changes.isEmpty() && fieldsWritten.isEmpty() && !unknown;
    }
  }

  private final Program program;
  private final Map<Node, Summary> summaries = new IdentityHashMap<>();

  PurityAnalysis(Program program) {
    this.program = program;
    List<CallableDeclaration<?>> all =
        program.units().stream()
            .flatMap(u -> u.tree().findAll(CallableDeclaration.class).stream())
            .<CallableDeclaration<?>>map(c -> (CallableDeclaration<?>) c)
            .toList();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (CallableDeclaration<?> callable : all) {
        Summary summary = summarise(callable);
        changed |= !summary.equals(summaries.put(callable, summary));
      }
    }
  }

  private Summary summarise(CallableDeclaration<?> callable) {
    Effects effects = new Effects();
    if (callable instanceof MethodDeclaration method) {
      if (method.isSynchronized() || method.isNative()) {
        effects.unknown = true;
      }
      effects.unknown |= method.getBody().isEmpty() && !program.isImplemented(method);
      method.getBody().ifPresent(body -> EffectWalk.walk(program, this, body, effects));
    } else if (callable instanceof ConstructorDeclaration constructor) {
      EffectWalk.walk(program, this, constructor.getBody(), effects);
      effects.unknown |=
          constructor
              .findFirst(ExplicitConstructorInvocationStmt.class)
              .filter(call -> !call.isThis())
              .isPresent();
      effects.fieldsWritten.clear();
    }
    Set<Integer> changes = new HashSet<>();
    for (int i = 0; i < callable.getParameters().size(); i++) {
      if (effects.mutated.contains(callable.getParameter(i).getNameAsString())) {
        changes.add(i);
      }
    }
    return new Summary(changes, effects.fieldsWritten, effects.fieldsRead, effects.unknown);
  }

  Summary summary(CallableDeclaration<?> callable) {
    return summaries.getOrDefault(callable, Summary.NOTHING);
  }

  /**
   * Returns whether calling a method of the program changes nothing and depends on nothing else.
   */
  public boolean isPure(MethodDeclaration method) {
    return summary(method).isPure();
  }

  /** Returns whether evaluating an expression changes nothing and has no chance in it. */
  public boolean isPure(Expression expression) {
    return effects(expression).isNone();
  }

  Effects effects(Node region) {
    Effects effects = new Effects();
    EffectWalk.walk(program, this, region, effects);
    return effects;
  }

  /** Returns whether an expression has the same value before and after a region runs. */
  boolean isUntouched(Expression expression, Effects region) {
    Effects own = effects(expression);
    if (!own.isNone()) {
      return false;
    }
    for (String field : own.fieldsRead) {
      if (region.unknown || region.fieldsWritten.contains(field)) {
        return false;
      }
    }
    return expression.findAll(NameExpr.class).stream().allMatch(n -> isUntouched(n, region));
  }

  private boolean isUntouched(NameExpr name, Effects region) {
    String text = name.getNameAsString();
    if (region.assigned.contains(text)) {
      return false;
    }
    return program
        .typing()
        .binding(text, name)
        .map(binding -> program.isImmutable(binding.type()) || isUnchanged(binding, region))
        .orElse(true);
  }

  private boolean isUnchanged(Typing.Binding binding, Effects region) {
    return !region.unknown && !region.mutated.contains(binding.name());
  }
}
