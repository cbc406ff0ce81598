package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns statements into pieces. */
final class StatementPieces {
  private final ExpressionPieces expressions;

  StatementPieces(Map<Node, Use> uses) {
    this.expressions = new ExpressionPieces(uses, this);
  }

  Piece of(Statement node) {
    if (node instanceof BlockStmt block) {
      return block(block.getStatements(), node);
    } else if (node instanceof ExpressionStmt statement) {
      return expressions.statement(statement.getExpression());
    } else if (node instanceof IfStmt choice) {
      return piece(
          Kind.IF,
          "",
          node,
          expressions.of(choice.getCondition()),
          of(choice.getThenStmt()),
          choice.getElseStmt().map(this::of).orElse(Piece.NONE));
    } else if (node instanceof LabeledStmt labeled) {
      return of(labeled.getStatement());
    } else if (node instanceof EmptyStmt) {
      return piece(Kind.BLOCK, "", node);
    } else if (node instanceof TryStmt attempt) {
      return attempt(attempt);
    } else if (node instanceof SwitchStmt choice) {
      return choice(choice.getSelector(), choice.getEntries(), node);
    } else if (node instanceof LocalClassDeclarationStmt local) {
      return classOf(List.of(), local.getClassDeclaration().getMembers(), node);
    }
    return loop(node).or(() -> leave(node)).orElseGet(() -> other(node));
  }

  private Optional<Piece> loop(Statement node) {
    if (node instanceof ForStmt loop) {
      return Optional.of(
          piece(
              Kind.LOOP,
              "",
              node,
              block(loop.getInitialization().stream().map(expressions::statement), node),
              loop.getCompare().map(expressions::of).orElse(Piece.NONE),
              block(loop.getUpdate().stream().map(expressions::statement), node),
              of(loop.getBody())));
    } else if (node instanceof WhileStmt loop) {
      Piece empty = piece(Kind.BLOCK, "", node);
      Piece condition = expressions.of(loop.getCondition());
      return Optional.of(piece(Kind.LOOP, "", node, empty, condition, empty, of(loop.getBody())));
    } else if (node instanceof DoStmt loop) {
      Piece body = of(loop.getBody());
      return Optional.of(piece(Kind.DO, "", node, body, expressions.of(loop.getCondition())));
    } else if (node instanceof ForEachStmt loop) {
      String name = loop.getVariableDeclarator().getNameAsString();
      Piece iterable = expressions.of(loop.getIterable());
      return Optional.of(piece(Kind.EACH, name, node, iterable, of(loop.getBody())));
    }
    return Optional.empty();
  }

  private Optional<Piece> leave(Statement node) {
    if (node instanceof ReturnStmt leave) {
      Piece value = leave.getExpression().map(expressions::of).orElse(Piece.NONE);
      return Optional.of(piece(Kind.RETURN, "", node, value));
    } else if (node instanceof ThrowStmt leave) {
      return Optional.of(piece(Kind.THROW, "", node, expressions.of(leave.getExpression())));
    } else if (node instanceof BreakStmt leave) {
      return Optional.of(piece(Kind.BREAK, label(leave.getLabel()), node));
    } else if (node instanceof ContinueStmt leave) {
      return Optional.of(piece(Kind.CONTINUE, label(leave.getLabel()), node));
    } else if (node instanceof YieldStmt leave) {
      return Optional.of(piece(Kind.YIELD, "", node, expressions.of(leave.getExpression())));
    } else if (node instanceof ExplicitConstructorInvocationStmt call) {
      List<Piece> parts = new ArrayList<>(List.of(Piece.NONE));
      call.getArguments().forEach(argument -> parts.add(expressions.of(argument)));
      String name = call.isThis() ? "this" : "super";
      return Optional.of(Piece.of(Kind.CALL, name, parts, Extraction.line(node)));
    }
    return Optional.empty();
  }

  private static String label(Optional<?> label) {
    return label.map(Object::toString).orElse("");
  }

  private Piece attempt(TryStmt attempt) {
    List<Piece> parts = new ArrayList<>();
    parts.add(block(attempt.getResources().stream().map(expressions::statement), attempt));
    parts.add(of(attempt.getTryBlock()));
    attempt.getCatchClauses().forEach(clause -> parts.add(handler(clause)));
    parts.add(attempt.getFinallyBlock().map(this::of).orElse(Piece.NONE));
    return Piece.of(Kind.TRY, "", parts, Extraction.line(attempt));
  }

  private Piece handler(CatchClause clause) {
    String types = clause.getParameter().getTypeAsString().replace(" ", "");
    Piece variable = piece(Kind.NAME, clause.getParameter().getNameAsString(), clause);
    return piece(Kind.CATCH, types, clause, variable, of(clause.getBody()));
  }

  Piece choice(SwitchExpr node) {
    return choice(node.getSelector(), node.getEntries(), node);
  }

  private Piece choice(Expression selector, List<SwitchEntry> entries, Node node) {
    List<Piece> parts = new ArrayList<>();
    parts.add(expressions.of(selector));
    for (SwitchEntry entry : entries) {
      String labels =
          entry.getLabels().stream().map(MemberFacts::text).collect(Collectors.joining(","));
      boolean yields = node instanceof SwitchExpr && entry.getType() == SwitchEntry.Type.EXPRESSION;
      parts.add(piece(Kind.CASE, labels, entry, yields ? yielded(entry) : body(entry)));
    }
    return Piece.of(Kind.SWITCH, "", parts, Extraction.line(node));
  }

  private Piece yielded(SwitchEntry entry) {
    Expression value = ((ExpressionStmt) entry.getStatement(0)).getExpression();
    return piece(Kind.YIELD, "", entry, expressions.of(value));
  }

  private Piece body(SwitchEntry entry) {
    return block(entry.getStatements(), entry);
  }

  /** Returns a creation with the members of its class, local and anonymous ones. */
  Piece classOf(List<Expression> arguments, List<BodyDeclaration<?>> members, Node node) {
    List<Piece> parts = new ArrayList<>();
    arguments.forEach(argument -> parts.add(expressions.of(argument)));
    members.forEach(member -> addMember(member, parts));
    return Piece.of(Kind.CLASS, "", parts, Extraction.line(node));
  }

  private void addMember(BodyDeclaration<?> member, List<Piece> parts) {
    if (member instanceof FieldDeclaration field) {
      field.getVariables().forEach(variable -> parts.add(fieldOf(variable)));
    } else if (member instanceof InitializerDeclaration block) {
      parts.add(of(block.getBody()));
    } else if (member instanceof CallableDeclaration<?> callable) {
      String names =
          callable.getParameters().stream()
              .map(p -> p.getNameAsString())
              .collect(Collectors.joining(","));
      callable.getChildNodes().stream()
          .filter(BlockStmt.class::isInstance)
          .map(BlockStmt.class::cast)
          .forEach(body -> parts.add(piece(Kind.LAMBDA, names, callable, of(body))));
    }
  }

  /** Returns the initializer of a field as an assignment to it. */
  Piece fieldOf(VariableDeclarator variable) {
    Optional<Piece> value = variable.getInitializer().map(expressions::of);
    if (value.isEmpty()) {
      return Piece.NONE;
    }
    Piece target = piece(Kind.FIELD, variable.getNameAsString(), variable, Piece.NONE);
    Piece assignment = piece(Kind.ASSIGN, "=", variable, target, value.get());
    return piece(Kind.STATEMENT, "", variable, assignment);
  }

  private Piece other(Statement node) {
    List<Piece> parts = new ArrayList<>();
    for (Node child : node.getChildNodes()) {
      if (child instanceof Statement statement) {
        parts.add(of(statement));
      } else if (child instanceof Expression expression) {
        parts.add(expressions.of(expression));
      }
    }
    return Piece.of(Kind.OTHER, node.getClass().getSimpleName(), parts, Extraction.line(node));
  }

  private Piece block(List<Statement> statements, Node node) {
    return block(statements.stream().map(this::of), node);
  }

  private static Piece block(Stream<Piece> parts, Node node) {
    return Piece.of(Kind.BLOCK, "", parts.toList(), Extraction.line(node));
  }

  static Piece piece(Kind kind, String text, Node node, Piece... parts) {
    return Piece.of(kind, text, List.of(parts), Extraction.line(node));
  }
}
