package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns expressions into pieces. */
final class ExpressionPieces {
  private final Map<Node, Use> uses;
  private final StatementPieces statements;

  ExpressionPieces(Map<Node, Use> uses, StatementPieces statements) {
    this.uses = uses;
    this.statements = statements;
  }

  /** Returns an expression that stands as a statement: a block if it declares several variables. */
  Piece statement(Expression node) {
    if (node instanceof VariableDeclarationExpr declared) {
      List<Piece> locals = declared.getVariables().stream().map(this::local).toList();
      return locals.size() == 1
          ? locals.get(0)
          : Piece.of(Kind.BLOCK, "locals", locals, Extraction.line(node));
    }
    return piece(Kind.STATEMENT, "", node, of(node));
  }

  private Piece local(VariableDeclarator variable) {
    Piece value = variable.getInitializer().map(this::of).orElse(Piece.NONE);
    return piece(Kind.LOCAL, variable.getNameAsString(), variable, value);
  }

  Piece of(Expression node) {
    if (node instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner());
    } else if (node instanceof NameExpr name) {
      return piece(Kind.NAME, name.getNameAsString(), node);
    } else if (node instanceof FieldAccessExpr access) {
      return piece(Kind.FIELD, access.getNameAsString(), node, receiver(access.getScope()));
    } else if (node instanceof MethodCallExpr call) {
      return call(call);
    } else if (node instanceof ObjectCreationExpr created) {
      return created(created);
    } else if (node instanceof MethodReferenceExpr reference) {
      Piece receiver = receiver(reference.getScope());
      return piece(Kind.REFERENCE, reference.getIdentifier(), node, receiver);
    } else if (node instanceof LiteralExpr) {
      return piece(Kind.LITERAL, MemberFacts.text(node), node);
    } else if (node instanceof LambdaExpr lambda) {
      return lambda(lambda);
    } else if (node instanceof SwitchExpr choice) {
      return statements.choice(choice);
    }
    return operation(node).orElseGet(() -> other(node));
  }

  private Optional<Piece> operation(Expression node) {
    Piece piece = null;
    if (node instanceof UnaryExpr operation) {
      String sign = operation.getOperator().asString();
      String text = operation.isPostfix() ? "_" + sign : sign + "_";
      piece = piece(Kind.UNARY, text, node, of(operation.getExpression()));
    } else if (node instanceof BinaryExpr operation) {
      Piece left = of(operation.getLeft());
      String sign = operation.getOperator().asString();
      piece = piece(Kind.BINARY, sign, node, left, of(operation.getRight()));
    } else if (node instanceof ConditionalExpr choice) {
      Piece then = of(choice.getThenExpr());
      Piece otherwise = of(choice.getElseExpr());
      piece = piece(Kind.CONDITIONAL, "", node, of(choice.getCondition()), then, otherwise);
    } else if (node instanceof AssignExpr assignment) {
      String sign = assignment.getOperator().asString();
      Piece target = of(assignment.getTarget());
      piece = piece(Kind.ASSIGN, sign, node, target, of(assignment.getValue()));
    } else if (node instanceof InstanceOfExpr test) {
      piece = test(test);
    } else if (node instanceof CastExpr cast) {
      piece = piece(Kind.OTHER, "(" + cast.getTypeAsString() + ")", node, of(cast.getExpression()));
    }
    return Optional.ofNullable(piece);
  }

  private Piece test(InstanceOfExpr test) {
    Piece variable =
        test.getPattern()
            .filter(TypePatternExpr.class::isInstance)
            .map(p -> piece(Kind.NAME, ((TypePatternExpr) p).getNameAsString(), test))
            .orElse(Piece.NONE);
    String type = test.getTypeAsString();
    return piece(Kind.INSTANCE_OF, type, test, of(test.getExpression()), variable);
  }

  private Piece call(MethodCallExpr call) {
    List<Piece> parts = new ArrayList<>();
    parts.add(call.getScope().map(this::receiver).orElse(Piece.NONE));
    call.getArguments().forEach(argument -> parts.add(of(argument)));
    return used(Kind.CALL, call.getNameAsString(), parts, call);
  }

  private Piece receiver(Expression scope) {
    return scope instanceof ThisExpr || scope instanceof SuperExpr ? Piece.NONE : of(scope);
  }

  private Piece created(ObjectCreationExpr created) {
    List<Piece> parts = new ArrayList<>();
    created.getArguments().forEach(argument -> parts.add(of(argument)));
    parts.add(
        created
            .getAnonymousClassBody()
            .map(body -> statements.classOf(List.of(), body, created))
            .orElse(Piece.NONE));
    return used(Kind.NEW, created.getType().getNameWithScope(), parts, created);
  }

  private Piece lambda(LambdaExpr lambda) {
    String names =
        lambda.getParameters().stream()
            .map(p -> p.getNameAsString())
            .collect(Collectors.joining(","));
    Piece body =
        lambda.getBody() instanceof ExpressionStmt value
            ? piece(Kind.RETURN, "", value, of(value.getExpression()))
            : statements.of(lambda.getBody());
    return piece(Kind.LAMBDA, names, lambda, body);
  }

  private Piece other(Expression node) {
    List<Piece> parts = new ArrayList<>();
    for (Node child : node.getChildNodes()) {
      if (child instanceof Expression expression) {
        parts.add(of(expression));
      }
    }
    String text = parts.isEmpty() ? MemberFacts.text(node) : node.getClass().getSimpleName();
    return used(Kind.OTHER, text, parts, node);
  }

  private Piece piece(Kind kind, String text, Node node, Piece... parts) {
    return used(kind, text, List.of(parts), node);
  }

  private Piece used(Kind kind, String text, List<Piece> parts, Node node) {
    Optional<Use> use = Optional.ofNullable(uses.get(node));
    return new Piece(kind, text, parts, use, Extraction.line(node));
  }
}
