package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds declarations that carry state or escape the checks. */
final class DeclarationFacts {
  private static final Set<String> CONTAINERS =
      Set.of(
          "Collection",
          "List",
          "ArrayList",
          "LinkedList",
          "CopyOnWriteArrayList",
          "Vector",
          "Stack",
          "Map",
          "HashMap",
          "LinkedHashMap",
          "TreeMap",
          "SortedMap",
          "NavigableMap",
          "WeakHashMap",
          "IdentityHashMap",
          "EnumMap",
          "Hashtable",
          "Properties",
          "ConcurrentMap",
          "ConcurrentHashMap",
          "ConcurrentSkipListMap",
          "Set",
          "HashSet",
          "LinkedHashSet",
          "TreeSet",
          "SortedSet",
          "NavigableSet",
          "EnumSet",
          "BitSet",
          "Queue",
          "Deque",
          "ArrayDeque",
          "PriorityQueue",
          "BlockingQueue",
          "StringBuilder",
          "StringBuffer",
          "ThreadLocal",
          "AtomicInteger",
          "AtomicLong",
          "AtomicBoolean",
          "AtomicReference",
          "AtomicIntegerArray",
          "AtomicLongArray",
          "AtomicReferenceArray",
          "LongAdder",
          "DoubleAdder",
          "Object");
  private static final Set<String> FIXED_BY =
      Set.of(
          "of",
          "ofEntries",
          "entry",
          "copyOf",
          "emptyList",
          "emptyMap",
          "emptySet",
          "unmodifiableList",
          "unmodifiableMap",
          "unmodifiableSet",
          "unmodifiableCollection",
          "singleton",
          "singletonList",
          "singletonMap",
          "toList");
  private static final Set<String> FIXERS = Set.of("List", "Set", "Map", "Collections");

  private final List<Declaration> found = new ArrayList<>();

  private final CompilationUnit unit;

  private DeclarationFacts(CompilationUnit unit) {
    this.unit = unit;
  }

  static List<Declaration> of(CompilationUnit unit, List<Node> nodes) {
    DeclarationFacts facts = new DeclarationFacts(unit);
    nodes.forEach(facts::visit);
    return facts.found;
  }

  private void visit(Node node) {
    if (node instanceof InitializerDeclaration) {
      add(DeclarationKind.INITIALIZER, Extraction.enclosingType(node), node);
    } else if (node instanceof MethodDeclaration method) {
      visitMethod(method);
    } else if (node instanceof FieldDeclaration field && isStatic(field)) {
      field.getVariables().forEach(variable -> visitStatic(field, variable));
    }
  }

  private void visitMethod(MethodDeclaration method) {
    if (method.isNative()) {
      add(DeclarationKind.NATIVE, MemberFacts.place(method), method);
    }
    if (method.getNameAsString().equals("finalize") && method.getParameters().isEmpty()) {
      add(DeclarationKind.FINALIZER, MemberFacts.place(method), method);
    }
  }

  private static boolean isInInterface(FieldDeclaration field) {
    return Extraction.type(field)
        .filter(
            type ->
                type.isAnnotationDeclaration()
                    || type.isClassOrInterfaceDeclaration()
                        && type.asClassOrInterfaceDeclaration().isInterface())
        .isPresent();
  }

  private static boolean isStatic(FieldDeclaration field) {
    return field.isStatic() || isInInterface(field);
  }

  private void visitStatic(FieldDeclaration field, VariableDeclarator variable) {
    String place = Extraction.enclosingType(field) + "#" + variable.getNameAsString();
    if (!field.isFinal() && !isInInterface(field)) {
      add(DeclarationKind.MUTABLE_STATIC, place, field);
    } else if (canChange(variable.getType())
        && variable.getInitializer().filter(DeclarationFacts::isFixed).isEmpty()
        && !ConstantTable.is(field, variable, unit)) {
      add(DeclarationKind.STATIC_CONTAINER, place, field);
    }
  }

  private static boolean canChange(Type type) {
    return type instanceof ArrayType
        || type instanceof ClassOrInterfaceType named
            && CONTAINERS.contains(named.getNameAsString());
  }

  private static boolean isFixed(Expression initializer) {
    return initializer instanceof MethodCallExpr call
        && FIXED_BY.contains(call.getNameAsString())
        && call.getScope()
            .filter(
                scope ->
                    isFixer(scope)
                        || call.getNameAsString().equals("toList") && call.getArguments().isEmpty())
            .isPresent();
  }

  private static boolean isFixer(Expression scope) {
    return scope instanceof NameExpr name && FIXERS.contains(name.getNameAsString())
        || scope instanceof FieldAccessExpr full
            && FIXERS.contains(full.getNameAsString())
            && full.getScope().toString().equals("java.util");
  }

  private void add(DeclarationKind kind, String place, Node node) {
    found.add(new Declaration(kind, place, Extraction.line(node)));
  }
}
