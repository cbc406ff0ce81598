package dev.ratchet.java.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A local variable that one statement of a block declares, with its uses.
 *
 * @param variable the declaration
 * @param statement the statement that declares it and nothing else
 * @param scope the block
 * @param uses where its name stands afterwards
 */
record Locals(
    VariableDeclarator variable, Statement statement, BlockStmt scope, List<NameExpr> uses) {

  /** All local variables of a file that are declared alone and with a value. */
  static Stream<Locals> in(SourceUnit unit) {
    return unit.tree().findAll(BlockStmt.class).stream()
        .flatMap(block -> block.getStatements().stream().flatMap(s -> of(s, block).stream()));
  }

  private static Optional<Locals> of(Statement statement, BlockStmt block) {
    return Trees.declared(statement)
        .filter(v -> v.getInitializer().isPresent())
        .map(v -> new Locals(v, statement, block, Trees.uses(block, v.getNameAsString())));
  }

  String name() {
    return variable.getNameAsString();
  }

  String type() {
    return variable.getType().asString();
  }

  Expression initial() {
    return variable.getInitializer().orElseThrow();
  }

  boolean usedOnlyAs(Predicate<NameExpr> use) {
    return !uses.isEmpty() && uses.stream().allMatch(use);
  }

  /** Whether a use is a call on the variable of one of these methods. */
  static boolean isCall(NameExpr use, List<String> methods) {
    return Trees.callOn(use).filter(c -> methods.contains(c.getNameAsString())).isPresent();
  }

  boolean isNew(String... types) {
    return initial().isObjectCreationExpr()
        && initial().asObjectCreationExpr().getAnonymousClassBody().isEmpty()
        && List.of(types).contains(initial().asObjectCreationExpr().getType().getNameAsString());
  }

  boolean isEmptyNew(String... types) {
    return isNew(types) && initial().asObjectCreationExpr().getArguments().isEmpty();
  }

  boolean isNeverAssigned() {
    return uses.stream().noneMatch(Trees::isTarget);
  }

  boolean isUsedInLambda() {
    return uses.stream().anyMatch(use -> boundary(use) != boundary(statement));
  }

  private static Node boundary(Node node) {
    Node current = node;
    while (!Trees.isBoundary(current) && current.getParentNode().isPresent()) {
      current = current.getParentNode().get();
    }
    return current;
  }
}
