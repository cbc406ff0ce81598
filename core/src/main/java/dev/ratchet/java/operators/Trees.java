package dev.ratchet.java.operators;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.*;
import com.github.javaparser.ast.nodeTypes.NodeWithBody;
import com.github.javaparser.ast.stmt.*;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions about syntax trees that several operators ask. */
final class Trees {
  private Trees() {}

  static Optional<Node> parent(Node node) {
    return node.getParentNode();
  }

  static Expression bare(Expression expression) {
    return expression instanceof EnclosedExpr enclosed ? bare(enclosed.getInner()) : expression;
  }

  static boolean isLoop(Node node) {
    return node instanceof Statement && node instanceof NodeWithBody;
  }

  static Statement body(Node loop) {
    return ((NodeWithBody<?>) loop).getBody();
  }

  /** The statements of a block, or the statement itself. */
  static List<Statement> statements(Statement statement) {
    return statement instanceof BlockStmt block ? block.getStatements() : List.of(statement);
  }

  static Optional<Statement> single(Statement statement) {
    List<Statement> all = statements(statement);
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** The expression of an expression statement. */
  static Optional<Expression> expression(Statement statement) {
    return statement instanceof ExpressionStmt e
        ? Optional.of(e.getExpression())
        : Optional.empty();
  }

  /** The only variable that a statement declares. */
  static Optional<VariableDeclarator> declared(Statement statement) {
    return expression(statement)
        .filter(VariableDeclarationExpr.class::isInstance)
        .map(e -> e.asVariableDeclarationExpr().getVariables())
        .filter(variables -> variables.size() == 1)
        .map(variables -> variables.get(0));
  }

  /** The statement around a node, with its labels, if it stands in a list of statements. */
  static Optional<Statement> inBlock(Node node) {
    Node current = node;
    while (!(current instanceof Statement)) {
      Optional<Node> parent = current.getParentNode();
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      current = parent.get();
    }
    while (current.getParentNode().orElse(current) instanceof LabeledStmt label) {
      current = label;
    }
    Node parent = current.getParentNode().orElse(current);
    boolean listed =
        parent instanceof BlockStmt
            || parent instanceof SwitchEntry entry
                && entry.getType() == SwitchEntry.Type.STATEMENT_GROUP;
    return listed ? Optional.of((Statement) current) : Optional.empty();
  }

  /** The statements of the list that this one stands in. */
  static List<Statement> siblings(Statement statement) {
    Node parent = statement.getParentNode().orElse(statement);
    if (parent instanceof BlockStmt block) {
      return block.getStatements();
    }
    return parent instanceof SwitchEntry entry ? entry.getStatements() : List.of(statement);
  }

  static int position(Statement statement) {
    List<Statement> all = siblings(statement);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == statement) {
        return i;
      }
    }
    return -1;
  }

  /** The nearest node of a kind that contains this one. */
  static <N extends Node> Optional<N> around(Node node, Class<N> kind) {
    Optional<Node> parent = node.getParentNode();
    while (parent.isPresent() && !kind.isInstance(parent.get())) {
      parent = parent.get().getParentNode();
    }
    return parent.map(kind::cast);
  }

  /** The type declaration around a node. */
  static Optional<TypeDeclaration<?>> type(Node node) {
    return around(node, TypeDeclaration.class).map(type -> (TypeDeclaration<?>) type);
  }

  static boolean contains(Node outer, Node inner) {
    Optional<Node> current = Optional.of(inner);
    while (current.isPresent()) {
      if (current.get() == outer) {
        return true;
      }
      current = current.get().getParentNode();
    }
    return false;
  }

  /** All names used as variables in a node. */
  static Set<String> names(Node node) {
    return node.findAll(NameExpr.class).stream()
        .map(NameExpr::getNameAsString)
        .collect(Collectors.toCollection(HashSet::new));
  }

  static List<NameExpr> uses(Node node, String name) {
    return node.findAll(NameExpr.class, n -> n.getNameAsString().equals(name));
  }

  /** A name that nothing in the file has yet. */
  static String fresh(SourceUnit unit, String wanted) {
    Set<String> taken =
        unit.tree().findAll(SimpleName.class).stream()
            .map(SimpleName::getIdentifier)
            .collect(Collectors.toSet());
    String name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /** The text of an expression, in parentheses where an operator beside it could tear it apart. */
  static String operand(SourceUnit unit, Expression e) {
    boolean tight =
        e instanceof NameExpr
            || e instanceof LiteralExpr
            || e instanceof MethodCallExpr
            || e instanceof FieldAccessExpr
            || e instanceof ArrayAccessExpr
            || e instanceof EnclosedExpr
            || e instanceof ObjectCreationExpr;
    return tight ? unit.text(e) : "(" + unit.text(e) + ")";
  }

  static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The enclosing method, constructor or initialiser with nothing of another class between. */
  static Optional<MethodDeclaration> method(Node node) {
    return around(node, MethodDeclaration.class);
  }

  /** The name of the member around a node, such as {@code shop.Basket$Line#price(int)}. */
  static String memberName(Node node) {
    StringBuilder types = new StringBuilder();
    String member = "";
    Optional<Node> current = Optional.of(node);
    while (current.isPresent()) {
      Node n = current.get();
      if (n instanceof TypeDeclaration<?> type) {
        types.insert(0, (types.length() == 0 ? "" : "$")).insert(0, type.getNameAsString());
      } else if (n instanceof CallableDeclaration<?> callable) {
        member = signature(callable);
      } else if (n instanceof FieldDeclaration field && member.isEmpty()) {
        member = field.getVariable(0).getNameAsString();
      } else if (n instanceof CompilationUnit unit) {
        unit.getPackageDeclaration().ifPresent(p -> types.insert(0, p.getNameAsString() + "."));
      }
      current = n.getParentNode();
    }
    return types + "#" + (member.isEmpty() ? "<clinit>" : member);
  }

  private static String signature(CallableDeclaration<?> callable) {
    String name = callable.isConstructorDeclaration() ? "<init>" : callable.getNameAsString();
    return callable.getParameters().stream()
        .map(Trees::simpleType)
        .collect(Collectors.joining(",", name + "(", ")"));
  }

  private static String simpleType(Parameter parameter) {
    return erased(parameter.getType().asString()) + (parameter.isVarArgs() ? "[]" : "");
  }

  /** A type without its arguments and its package. */
  static String erased(String type) {
    int open = type.indexOf('<');
    String plain =
        open < 0 ? type : type.substring(0, open) + type.substring(type.lastIndexOf('>') + 1);
    return plain.substring(plain.lastIndexOf('.') + 1).trim();
  }

  /** The text of a node with some of its ranges replaced. */
  static String spliced(SourceUnit unit, Node node, List<Splice> splices) {
    StringBuilder text = new StringBuilder();
    int done = unit.start(node);
    for (Splice splice : splices.stream().sorted(Comparator.comparingInt(Splice::start)).toList()) {
      text.append(unit.text(), done, splice.start()).append(splice.text());
      done = splice.end();
    }
    return text.append(unit.text(), done, unit.end(node)).toString();
  }

  /** Loops around a node within its method or lambda, innermost first. */
  static List<Statement> loopsAround(Node node) {
    List<Statement> loops = new ArrayList<>();
    Node child = node;
    Optional<Node> parent = node.getParentNode();
    while (parent.isPresent() && !isBoundary(parent.get())) {
      if (isLoop(parent.get()) && isRepeated(parent.get(), child)) {
        loops.add((Statement) parent.get());
      }
      child = parent.get();
      parent = child.getParentNode();
    }
    return loops;
  }

  static boolean isBoundary(Node node) {
    return node instanceof BodyDeclaration || node instanceof LambdaExpr;
  }

  private static boolean isRepeated(Node loop, Node child) {
    if (loop instanceof ForStmt plain) {
      return plain.getInitialization().stream().noneMatch(e -> e == child);
    }
    return !(loop instanceof ForEachStmt each) || child == each.getBody();
  }

  /** Whether a node runs each time that an enclosing one does. */
  static boolean isUnconditional(Node node, Node within) {
    Node child = node;
    Optional<Node> parent = node.getParentNode();
    while (parent.isPresent() && child != within) {
      Node p = parent.get();
      boolean maybe =
          p instanceof IfStmt branch && branch.getCondition() != child
              || p instanceof ConditionalExpr choice && choice.getCondition() != child
              || p instanceof BinaryExpr binary && isLazy(binary) && binary.getRight() == child
              || p instanceof SwitchEntry
              || p instanceof TryStmt
              || p instanceof LambdaExpr && p != within
              || isLoop(p) && p != within && body(p) == child;
      if (maybe) {
        return false;
      }
      child = p;
      parent = child.getParentNode();
    }
    return true;
  }

  private static boolean isLazy(BinaryExpr binary) {
    return binary.getOperator() == BinaryExpr.Operator.AND
        || binary.getOperator() == BinaryExpr.Operator.OR;
  }

  static boolean isName(Expression e, String name) {
    return bare(e) instanceof NameExpr n && n.getNameAsString().equals(name);
  }

  static boolean isInt(Expression e, int value) {
    return bare(e) instanceof IntegerLiteralExpr i && i.getValue().equals("" + value);
  }

  /** Whether a name is the target of an assignment, or of an increment or decrement. */
  static boolean isTarget(NameExpr name) {
    Node parent = name.getParentNode().orElse(name);
    return parent instanceof AssignExpr assign && assign.getTarget() == name
        || parent instanceof UnaryExpr unary && isChange(unary);
  }

  static boolean isChange(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  /** The call that a statement consists of. */
  static Optional<MethodCallExpr> callStatement(Node call) {
    return call.getParentNode().orElse(call) instanceof ExpressionStmt
            && call instanceof MethodCallExpr c
        ? Optional.of(c)
        : Optional.empty();
  }

  /** The method call whose receiver an expression is. */
  static Optional<MethodCallExpr> callOn(Expression receiver) {
    return receiver.getParentNode().orElse(receiver) instanceof MethodCallExpr call
            && call.getScope().filter(scope -> scope == receiver).isPresent()
        ? Optional.of(call)
        : Optional.empty();
  }

  static boolean isCall(Expression e, String name, int arguments) {
    return e instanceof MethodCallExpr call
        && call.getNameAsString().equals(name)
        && call.getArguments().size() == arguments;
  }
}
