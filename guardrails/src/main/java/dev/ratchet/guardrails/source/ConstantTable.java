package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.Type;
import java.util.Set;

/**
 * Arrays that can't carry state, because nothing in their file does more than read their elements.
 *
 * <p>They are private, of simple values, and never handed on as a whole.
 */
final class ConstantTable {
  private static final Set<String> SIMPLE =
      Set.of(
          "String", "Integer", "Long", "Character", "Byte", "Short", "Double", "Float", "Boolean");

  private ConstantTable() {}

  static boolean is(FieldDeclaration field, VariableDeclarator variable, CompilationUnit unit) {
    if (!field.isPrivate() || !(variable.getType() instanceof ArrayType array)) {
      return false;
    }
    Type element = array.getElementType();
    boolean simple = element.isPrimitiveType() || SIMPLE.contains(element.asString());
    int depth = array.getArrayLevel();
    String name = variable.getNameAsString();
    return simple
        && variable.getInitializer().isPresent()
        && unit.findAll(Expression.class, use -> isNamed(use, name)).stream()
            .allMatch(use -> isRead(use, depth));
  }

  private static boolean isNamed(Expression use, String name) {
    return (use instanceof NameExpr || use instanceof FieldAccessExpr)
        && ((NodeWithSimpleName<?>) use).getNameAsString().equals(name);
  }

  /** Returns whether a use reads an element, the length, or all elements in turn. */
  private static boolean isRead(Expression use, int depth) {
    Node parent = use.getParentNode().orElse(use);
    if (parent instanceof FieldAccessExpr access) {
      return access.getNameAsString().equals("length");
    }
    if (parent instanceof ForEachStmt loop) {
      return depth == 1 && loop.getIterable() == use;
    }
    if (parent instanceof ArrayAccessExpr access && access.getName() == use) {
      return depth == 1 ? !isWritten(access) : isRead(access, depth - 1);
    }
    return false;
  }

  private static boolean isWritten(ArrayAccessExpr access) {
    Node parent = access.getParentNode().orElse(access);
    return parent instanceof AssignExpr assign && assign.getTarget() == access
        || parent instanceof UnaryExpr unary && unary.getOperator().name().contains("CREMENT");
  }
}
