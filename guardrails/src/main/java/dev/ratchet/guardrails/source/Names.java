package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names of a file may stand for, by its imports and its own declarations. */
final class Names {
  private final String packageName;
  private final List<Import> imports;
  private final Map<String, Set<String>> ownTypes = new HashMap<>();
  private final Map<String, Set<String>> variables = new HashMap<>();

  Names(String packageName, List<Import> imports, CompilationUnit unit) {
    this.packageName = packageName;
    this.imports = imports;
    unit.walk(this::collect);
  }

  private void collect(Node node) {
    if (node instanceof TypeDeclaration<?> type) {
      put(ownTypes, type.getNameAsString(), Extraction.fullName(type));
    } else if (node instanceof VariableDeclarator variable) {
      String type = variableType(variable.getType(), variable.getInitializer());
      put(variables, variable.getNameAsString(), type);
    } else if (node instanceof Parameter parameter) {
      String type = variableType(parameter.getType(), Optional.empty());
      put(variables, parameter.getNameAsString(), type);
    }
  }

  private static void put(Map<String, Set<String>> map, String key, String value) {
    map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(value);
  }

  /** Returns the written type of a variable; empty if only its initializer tells. */
  private static String variableType(Type type, Optional<Expression> initializer) {
    Type element = type instanceof ArrayType array ? array.getElementType() : type;
    if (element instanceof ClassOrInterfaceType named) {
      return named.getNameWithScope();
    }
    return initializer
        .filter(ObjectCreationExpr.class::isInstance)
        .map(created -> ((ObjectCreationExpr) created).getType().getNameWithScope())
        .orElse("");
  }

  /** Returns whether the first segment of a name is a variable somewhere in the file. */
  boolean isVariable(String written) {
    return variables.containsKey(first(written));
  }

  private static String first(String written) {
    int dot = written.indexOf('.');
    return dot < 0 ? written : written.substring(0, dot);
  }

  private static String rest(String written) {
    return written.substring(first(written).length());
  }

  /** Returns the use of a dotted name, or of a member of it. */
  Use use(String written, Optional<String> member, String enclosing, int line) {
    List<String> sure = new ArrayList<>();
    List<String> guesses = new ArrayList<>();
    List<String> hiding = new ArrayList<>();
    for (String type : variables.getOrDefault(first(written), Set.of())) {
      if (!type.isEmpty()) {
        resolve(type + rest(written), sure, guesses, hiding);
      }
    }
    resolve(written, sure, guesses, hiding);
    return new Use(sure, guesses, hiding, member, enclosing, line);
  }

  private void resolve(
      String written, List<String> sure, List<String> guesses, List<String> hiding) {
    String first = first(written);
    String rest = rest(written);
    ownTypes.getOrDefault(first, Set.of()).forEach(type -> sure.add(type + rest));
    for (Import line : imports) {
      if (!line.onDemand() && line.simpleName().equals(first)) {
        sure.add(line.name() + rest);
      } else if (line.onDemand()) {
        guesses.add(line.name() + "." + written);
      }
    }
    if (sure.isEmpty()) {
      hiding.add(inPackage(first));
      guesses.add("java.lang." + written);
      if (!rest.isEmpty()) {
        sure.addAll(Character.isLowerCase(first.charAt(0)) ? List.of(written) : List.of());
      }
      guesses.add(inPackage(written));
    }
  }

  private String inPackage(String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  /**
   * Returns the use of a member without a name before it: inherited, own or statically imported.
   */
  Use bare(String member, String owner, String enclosing, int line) {
    List<String> sure = new ArrayList<>();
    List<String> guesses = new ArrayList<>();
    for (Import entry : imports) {
      if (entry.isStatic() && !entry.onDemand() && entry.simpleName().equals(member)) {
        sure.add(entry.qualifier());
      } else if (entry.isStatic() && entry.onDemand()) {
        guesses.add(entry.name());
      }
    }
    guesses.add(owner);
    return new Use(sure, guesses, List.of(), Optional.of(member), enclosing, line);
  }

  /** Returns every full name that an annotation or supertype of this name may have. */
  Set<String> candidates(String written) {
    Use use = use(written, Optional.empty(), "", 0);
    Set<String> names = new LinkedHashSet<>(use.sure());
    names.addAll(use.guesses());
    names.add(written);
    return names;
  }
}
