package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Set<String> methods = new HashSet<>();

  Names(String packageName, List<Import> imports, List<Node> nodes) {
    this.packageName = packageName;
    this.imports = imports;
    nodes.forEach(this::collect);
  }

  private void collect(Node node) {
    if (node instanceof TypeDeclaration<?> type) {
      put(ownTypes, type.getNameAsString(), Extraction.fullName(type));
    } else if (node instanceof VariableDeclarator variable) {
      String type = variableType(variable.getType(), variable.getInitializer());
      put(variables, variable.getNameAsString(), type);
    } else if (node instanceof MethodDeclaration method) {
      methods.add(method.getNameAsString());
    } else if (node instanceof TypePatternExpr pattern) {
      String type = variableType(pattern.getType(), Optional.empty());
      put(variables, pattern.getNameAsString(), type);
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

  private static String first(String written) {
    int dot = written.indexOf('.');
    return dot < 0 ? written : written.substring(0, dot);
  }

  private static String rest(String written) {
    return written.substring(first(written).length());
  }

  /** Returns the use of a dotted name, or of a member of it. */
  Use use(String written, Optional<String> member, String enclosing, int line) {
    Set<String> types = variables.getOrDefault(first(written), Set.of());
    Readings readings = new Readings();
    for (String type : types) {
      if (!type.isEmpty()) {
        resolve(type + rest(written), readings);
      }
    }
    boolean oneType = types.size() == 1 && !types.contains("");
    boolean named = resolve(written, readings);
    return new Use(
        readings.sure,
        readings.guesses,
        readings.hiding,
        types.isEmpty() ? named : oneType,
        member,
        enclosing,
        line);
  }

  /** What a name may stand for, as it is gathered. */
  private static final class Readings {
    private final List<String> sure = new ArrayList<>();
    private final List<String> guesses = new ArrayList<>();
    private final List<String> hiding = new ArrayList<>();
  }

  /**
   * Adds what a name may stand for and returns whether nothing else can be meant.
   *
   * <p>Only an import of the name or a type at the top of the file hides other types everywhere; a
   * nested type or a variable does so somewhere, and must not hide the others from a check.
   */
  private boolean resolve(String written, Readings readings) {
    String first = first(written);
    String rest = rest(written);
    ownTypes.getOrDefault(first, Set.of()).forEach(type -> readings.sure.add(type + rest));
    boolean certain = ownTypes.getOrDefault(first, Set.of()).contains(inPackage(first));
    for (Import line : imports) {
      if (!line.onDemand() && line.simpleName().equals(first)) {
        readings.sure.add(line.name() + rest);
        certain |= !line.isStatic();
      } else if (line.onDemand()) {
        readings.guesses.add(line.name() + "." + written);
      }
    }
    if (!certain) {
      readings.hiding.add(inPackage(first));
      readings.guesses.add("java.lang." + written);
      readings.guesses.add(inPackage(written));
    }
    if (!rest.isEmpty() && Character.isLowerCase(first.charAt(0))) {
      readings.sure.add(written);
      certain |= written.startsWith("java.") || written.startsWith("javax.");
    }
    return certain;
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
    boolean own = methods.contains(member) || variables.containsKey(member);
    return new Use(
        sure, guesses, List.of(), own || !sure.isEmpty(), Optional.of(member), enclosing, line);
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
