package dev.ratchet.java.operators;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All parsed files of a program, with an index of what they declare. Operators read it.
 *
 * <p>Names are resolved by what the sources say and nothing else: types by simple name, methods by
 * name and number of parameters. What cannot be told that way is unknown. Answers are kept, so a
 * program may be used by one thread at a time.
 */
public final class Program {
  private final List<SourceUnit> units;
  private final Map<String, TypeDeclaration<?>> types = new HashMap<>();
  private final Map<String, List<TypeDeclaration<?>>> subtypes = new HashMap<>();
  private final Map<String, List<MethodDeclaration>> methods = new HashMap<>();
  private final Map<MethodCallExpr, List<MethodDeclaration>> targets = new IdentityHashMap<>();
  private final Typing typing;
  private final PurityAnalysis purity;

  private Program(List<SourceUnit> units) {
    this.units = List.copyOf(units);
    for (SourceUnit unit : units) {
      unit.tree().findAll(TypeDeclaration.class).forEach(this::index);
    }
    this.typing = new Typing(this);
    this.purity = new PurityAnalysis(this);
  }

  /** Returns the program that these files make. */
  public static Program of(List<SourceUnit> units) {
    return new Program(units);
  }

  private void index(TypeDeclaration<?> type) {
    types.putIfAbsent(type.getNameAsString(), type);
    for (ClassOrInterfaceType parent : parents(type)) {
      subtypes.computeIfAbsent(parent.getNameAsString(), n -> new ArrayList<>()).add(type);
    }
    for (MethodDeclaration method : type.getMethods()) {
      methods
          .computeIfAbsent(key(type, method.getNameAsString()), n -> new ArrayList<>())
          .add(method);
    }
  }

  private static String key(TypeDeclaration<?> type, String method) {
    return type.getNameAsString() + "#" + method;
  }

  private static List<ClassOrInterfaceType> parents(TypeDeclaration<?> type) {
    List<ClassOrInterfaceType> parents = new ArrayList<>();
    if (type instanceof ClassOrInterfaceDeclaration plain) {
      parents.addAll(plain.getExtendedTypes());
      parents.addAll(plain.getImplementedTypes());
    } else if (type instanceof EnumDeclaration declaration) {
      parents.addAll(declaration.getImplementedTypes());
    } else if (type instanceof RecordDeclaration declaration) {
      parents.addAll(declaration.getImplementedTypes());
    }
    return parents;
  }

  /** Returns the files. */
  public List<SourceUnit> units() {
    return units;
  }

  /** Returns what may be called without an effect that anybody could see. */
  public PurityAnalysis purity() {
    return purity;
  }

  Typing typing() {
    return typing;
  }

  /** Returns the type of an expression as source text, or empty if the sources do not tell. */
  public Optional<String> typeOf(Expression expression) {
    return typing.typeOf(expression);
  }

  /** Returns the declaration of a type of this program by its simple name. */
  public Optional<TypeDeclaration<?>> type(String name) {
    return isMeant(name) ? Optional.ofNullable(types.get(Trees.erased(name))) : Optional.empty();
  }

  /** Whether what a name is qualified by is a package or a type of this program. */
  private boolean isMeant(String name) {
    String plain = name.replaceFirst("<.*", "");
    int end = plain.lastIndexOf('.');
    String outer = end < 0 ? "" : plain.substring(plain.lastIndexOf('.', end - 1) + 1, end);
    return outer.isEmpty() || Character.isLowerCase(outer.charAt(0)) || types.containsKey(outer);
  }

  /** Returns whether values of a type can never change, so that they may be shared and be keys. */
  public boolean isImmutable(String type) {
    return Typing.VALUES.contains(Trees.erased(type))
        || type(type).map(this::isValueType).orElse(false);
  }

  private boolean isValueType(TypeDeclaration<?> type) {
    if (type instanceof RecordDeclaration declaration) {
      return declaration.getParameters().stream()
          .map(p -> p.getType().asString())
          .allMatch(t -> !t.equals(type.getNameAsString()) && isImmutable(t));
    }
    return type instanceof EnumDeclaration;
  }

  /**
   * Returns the methods that a call may reach; empty when it leaves the program or is unclear.
   *
   * <p>Several are returned for overloads and for methods that are overridden.
   */
  public List<MethodDeclaration> targets(MethodCallExpr call) {
    List<MethodDeclaration> known = targets.get(call);
    if (known == null) {
      known =
          receiver(call)
              .map(type -> targets(type, call.getNameAsString(), call.getArguments().size()))
              .orElse(List.of());
      targets.put(call, known);
    }
    return known;
  }

  private Optional<TypeDeclaration<?>> receiver(MethodCallExpr call) {
    Optional<Expression> scope = call.getScope();
    if (scope.isEmpty() || scope.get() instanceof ThisExpr || scope.get() instanceof SuperExpr) {
      return declaring(call);
    }
    if (scope.get() instanceof NameExpr name
        && typing.binding(name.getNameAsString(), name).isEmpty()) {
      return type(name.getNameAsString());
    }
    return typing.typeOf(scope.get()).flatMap(this::type);
  }

  /** The innermost enclosing type that has or inherits the method called. */
  private Optional<TypeDeclaration<?>> declaring(MethodCallExpr call) {
    Optional<TypeDeclaration<?>> type = Trees.type(call);
    while (type.isPresent()) {
      TypeDeclaration<?> current = type.get();
      if (!targets(current, call.getNameAsString(), call.getArguments().size()).isEmpty()) {
        return Optional.of(current);
      }
      type = Trees.type(current);
    }
    return Optional.empty();
  }

  private List<MethodDeclaration> targets(TypeDeclaration<?> type, String name, int arity) {
    Set<TypeDeclaration<?>> family = new LinkedHashSet<>();
    addParents(type, family);
    addSubtypes(type, family);
    List<MethodDeclaration> found = new ArrayList<>();
    for (TypeDeclaration<?> member : family) {
      for (MethodDeclaration method : methods.getOrDefault(key(member, name), List.of())) {
        if (takes(method, arity)) {
          found.add(method);
        }
      }
    }
    return found;
  }

  private void addParents(TypeDeclaration<?> type, Set<TypeDeclaration<?>> family) {
    if (family.add(type)) {
      parents(type).forEach(p -> type(p.getNameAsString()).ifPresent(t -> addParents(t, family)));
    }
  }

  private void addSubtypes(TypeDeclaration<?> type, Set<TypeDeclaration<?>> family) {
    for (TypeDeclaration<?> sub : subtypes.getOrDefault(type.getNameAsString(), List.of())) {
      if (family.add(sub)) {
        addSubtypes(sub, family);
      }
    }
  }

  /** Returns whether a method without body belongs to a type that others extend. */
  boolean isImplemented(MethodDeclaration method) {
    return Trees.type(method)
        .filter(type -> subtypes.containsKey(type.getNameAsString()))
        .isPresent();
  }

  private static boolean takes(CallableDeclaration<?> callable, int arity) {
    int declared = callable.getParameters().size();
    boolean varargs = declared > 0 && callable.getParameter(declared - 1).isVarArgs();
    return varargs ? arity >= declared - 1 : arity == declared;
  }

  /** Returns the constructors of a type of this program that take so many arguments. */
  List<ConstructorDeclaration> constructors(TypeDeclaration<?> type, int arity) {
    return type.getConstructors().stream().filter(c -> takes(c, arity)).toList();
  }

  /** Returns the fields with this name of a type. */
  static Optional<FieldDeclaration> field(TypeDeclaration<?> type, String name) {
    return type.getFields().stream()
        .filter(f -> f.getVariables().stream().anyMatch(v -> v.getNameAsString().equals(name)))
        .findFirst();
  }
}
