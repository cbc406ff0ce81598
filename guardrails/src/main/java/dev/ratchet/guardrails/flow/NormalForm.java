package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a body in the one way that stands for all ways to lay out its choices.
 *
 * <p>Where one branch leaves, it comes first and alone, once for each condition that is enough; of
 * two branches that leave, the shorter one. Choices between values that are returned become such
 * choices too, and what goes through elements becomes one kind of loop.
 */
final class NormalForm {
  private static final Piece NO_EXIT = Piece.NONE;

  private final Loops loops;
  private final Spelling spelling;
  private final Naming naming;
  private final Gathering gathering;
  private final Inlining inlining;

  private NormalForm(Meaning meaning, Body body) {
    this.loops = new Loops(meaning);
    this.spelling = new Spelling(meaning);
    this.naming = new Naming(meaning);
    this.gathering = new Gathering(loops);
    this.inlining = new Inlining(meaning, body);
  }

  /** Returns a body that does the same. */
  static Body of(Body body, Meaning meaning) {
    boolean goesBack = body.type().equals("void") || body.owner().endsWith("." + body.name());
    Piece exit = goesBack ? piece(Kind.RETURN, "", body.code(), Piece.NONE) : NO_EXIT;
    return new Body(
        body.owner(),
        body.name(),
        body.place(),
        body.parameters(),
        body.type(),
        body.isPrivate(),
        new NormalForm(meaning, body).block(body.code(), exit),
        body.line());
  }

  static Piece piece(Kind kind, String text, Piece at, Piece... parts) {
    return new Piece(kind, text, List.of(parts), Optional.empty(), at.line());
  }

  static Piece not(Piece condition) {
    return Literal.isNegated(condition)
        ? condition.part(0)
        : piece(Kind.UNARY, "!_", condition, condition);
  }

  static Piece with(Piece piece, List<Piece> parts) {
    return new Piece(piece.kind(), piece.text(), parts, piece.use(), piece.line());
  }

  static Piece block(List<Piece> statements, Piece at) {
    return new Piece(Kind.BLOCK, "", statements, Optional.empty(), at.line());
  }

  private static List<Piece> statements(Piece branch) {
    boolean isBlock = branch.is(Kind.BLOCK) && !branch.text().equals("locals");
    return branch.is(Kind.NONE) ? List.of() : isBlock ? branch.parts() : List.of(branch);
  }

  /**
   * Writes a block or a single statement.
   *
   * @param exit what it means to come to its end, if that is known to be a leave
   */
  private Piece block(Piece piece, Piece exit) {
    List<Piece> written = new ArrayList<>();
    sequence(statements(piece), exit, written);
    return block(written, piece);
  }

  private void sequence(List<Piece> statements, Piece exit, List<Piece> into) {
    if (statements.isEmpty()) {
      return;
    }
    List<Piece> rest = statements.subList(1, statements.size());
    Optional<List<Piece>> plainer =
        inlining
            .of(statements.get(0))
            .map(inlined -> Inlining.joined(inlined, rest))
            .or(() -> gathering.gathered(statements))
            .or(() -> naming.inlined(statements));
    if (plainer.isPresent()) {
      sequence(plainer.get(), exit, into);
      return;
    }
    Piece first = asChoice(statements.get(0));
    if (first.is(Kind.IF)) {
      choice(first, rest, exit, into);
    } else if (rest.isEmpty() && first.is(Kind.BLOCK) && !first.text().equals("locals")) {
      sequence(first.parts(), exit, into);
    } else if (!rest.isEmpty() || !isExit(first, exit)) {
      into.add(statement(first, rest.isEmpty() ? exit : NO_EXIT));
      sequence(rest, exit, into);
    }
  }

  private static boolean isExit(Piece statement, Piece exit) {
    return !exit.is(Kind.NONE) && statement.isLike(exit);
  }

  /** A value that is chosen and returned is a choice between returns. */
  private static Piece asChoice(Piece statement) {
    if (!statement.is(Kind.RETURN)) {
      return statement;
    }
    Piece value = statement.part(0);
    boolean isOr = value.text().equals("||");
    if (value.is(Kind.CONDITIONAL) && !value.part(1).isLike(value.part(2))) {
      return either(statement, value.part(0), value.part(1), value.part(2));
    } else if (value.is(Kind.BINARY) && (isOr || value.text().equals("&&"))) {
      Piece enough = isOr ? value.part(0) : not(value.part(0));
      Piece known = piece(Kind.LITERAL, String.valueOf(isOr), value);
      return either(statement, enough, known, value.part(1));
    } else if (Loops.isMatch(value)) {
      Piece yes = piece(Kind.LITERAL, "true", value);
      return either(statement, value, yes, piece(Kind.LITERAL, "false", value));
    }
    return statement;
  }

  private static Piece either(Piece leave, Piece condition, Piece one, Piece other) {
    return piece(
        Kind.IF, "", leave, condition, with(leave, List.of(one)), with(leave, List.of(other)));
  }

  private void choice(Piece choice, List<Piece> rest, Piece exit, List<Piece> into) {
    Piece condition = choice.part(0);
    Piece then = choice.part(1);
    List<Piece> otherwise = new ArrayList<>();
    boolean isLast = rest.isEmpty();
    if (Reaction.leaves(then) || isLast) {
      otherwise.addAll(isLast ? statements(choice.part(2)) : List.of());
      if (!isLast) {
        addBranch(choice.part(2), otherwise);
        otherwise.addAll(rest);
      }
      leaving(condition, statements(then), otherwise, exit, choice, into);
    } else if (Reaction.leaves(choice.part(2))) {
      addBranch(then, otherwise);
      otherwise.addAll(rest);
      leaving(not(condition), statements(choice.part(2)), otherwise, exit, choice, into);
    } else if (rest.size() == 1 && Reaction.isLeave(rest.get(0)) && mayLeave(choice)) {
      List<Piece> one = followed(then, rest.get(0));
      leaving(condition, one, followed(choice.part(2), rest.get(0)), exit, choice, into);
    } else {
      into.add(staying(choice));
      sequence(rest, exit, into);
    }
  }

  /** Returns a branch with what comes after it, unless a name would mean something else there. */
  private static List<Piece> followed(Piece branch, Piece leave) {
    List<Piece> both = new ArrayList<>();
    boolean isSeen =
        statements(branch).stream()
            .noneMatch(s -> s.is(Kind.LOCAL) && Naming.uses(leave, s.text()) > 0);
    if (isSeen) {
      both.addAll(statements(branch));
    } else {
      addBranch(branch, both);
    }
    both.add(leave);
    return both;
  }

  /** Returns whether a choice has one to leave in it, so that all ends of it can be told apart. */
  private static boolean mayLeave(Piece piece) {
    return switch (piece.kind()) {
      case IF, BLOCK -> piece.parts().stream().anyMatch(NormalForm::mayLeave);
      default -> Reaction.isLeave(piece);
    };
  }

  /** What a branch declares is not seen behind it. */
  private static void addBranch(Piece branch, List<Piece> into) {
    if (!branch.is(Kind.NONE)) {
      into.add(branch);
    }
  }

  /** Writes a choice behind which there is nothing, or one of whose branches leaves. */
  private void leaving(
      Piece condition, List<Piece> one, List<Piece> other, Piece exit, Piece at, List<Piece> into) {
    boolean oneLeaves = leaves(one, exit);
    boolean otherLeaves = leaves(other, exit);
    if (!oneLeaves && !otherLeaves) {
      into.add(staying(piece(Kind.IF, "", at, condition, block(one, at), block(other, at))));
    } else if (!oneLeaves || otherLeaves && isFirst(other, one)) {
      split(not(condition), left(other, exit, at), into);
      sequence(one, exit, into);
    } else {
      split(condition, left(one, exit, at), into);
      sequence(other, exit, into);
    }
  }

  private static boolean leaves(List<Piece> statements, Piece exit) {
    return !exit.is(Kind.NONE)
        || !statements.isEmpty() && Reaction.leaves(statements.get(statements.size() - 1));
  }

  /** A refusal is no longer than what it refuses. */
  private boolean isFirst(List<Piece> one, List<Piece> other) {
    return inlining.size(one) < inlining.size(other);
  }

  private Piece left(List<Piece> statements, Piece exit, Piece at) {
    List<Piece> written = new ArrayList<>();
    sequence(statements, exit, written);
    Piece branch = block(written, at);
    if (!Reaction.leaves(branch)) {
      written.add(exit);
    }
    return block(written, at);
  }

  /** Each condition that is enough to leave stands by itself. */
  private void split(Piece condition, Piece leave, List<Piece> into) {
    for (Literal literal : naming.inOrder(Literal.of(expression(condition), false))) {
      Piece enough = literal.holds() ? not(literal.piece()) : literal.piece();
      Optional<List<Piece>> inlined =
          inlining.of(piece(Kind.IF, "", leave, enough, leave, Piece.NONE));
      if (inlined.isPresent()) {
        sequence(inlined.get(), NO_EXIT, into);
      } else {
        Piece left = loops.leaving(enough, leave);
        into.add(left.is(Kind.EACH) ? loop(left) : left);
      }
    }
  }

  private Piece staying(Piece choice) {
    Piece condition = expression(choice.part(0));
    Piece then = block(choice.part(1), NO_EXIT);
    Piece otherwise =
        statements(choice.part(2)).isEmpty() ? Piece.NONE : block(choice.part(2), NO_EXIT);
    boolean turns = Literal.isNegated(condition) && !otherwise.is(Kind.NONE);
    return turns
        ? piece(Kind.IF, "", choice, not(condition), otherwise, then)
        : piece(Kind.IF, "", choice, condition, then, otherwise);
  }

  private Piece statement(Piece piece, Piece exit) {
    return switch (piece.kind()) {
      case BLOCK -> piece.text().equals("locals") ? parts(piece) : block(piece, exit);
      case EACH, LOOP, DO -> loop(loops.each(piece));
      case STATEMENT -> {
        Optional<Piece> each = loops.forAll(piece.part(0));
        yield each.isPresent() ? loop(each.get()) : parts(piece);
      }
      default -> expression(piece);
    };
  }

  private Piece loop(Piece loop) {
    Piece next = piece(Kind.CONTINUE, "", loop);
    int body = loop.is(Kind.DO) ? 0 : loop.parts().size() - 1;
    List<Piece> parts = new ArrayList<>();
    for (int i = 0; i < loop.parts().size(); i++) {
      parts.add(i == body ? block(loop.part(i), next) : expression(loop.part(i)));
    }
    return with(loop, parts);
  }

  /** Writes an expression, or a statement that is made of others. */
  private Piece expression(Piece piece) {
    return switch (piece.kind()) {
      case BLOCK -> statement(piece, NO_EXIT);
      case EACH, LOOP, DO -> loop(loops.each(piece));
      case LAMBDA -> lambda(spelling.function(piece));
      case CALL -> loops.gathered(piece).map(this::parts).orElseGet(() -> spelled(piece));
      case BINARY -> spelled(piece);
      default -> parts(piece);
    };
  }

  private Piece spelled(Piece piece) {
    return spelling.of(parts(piece));
  }

  private Piece lambda(Piece lambda) {
    Optional<List<Piece>> inlined =
        lambda.is(Kind.LAMBDA) ? inlining.of(lambda.part(0)) : Optional.empty();
    return inlined
        .map(code -> with(lambda, List.of(block(block(code, lambda), NO_EXIT))))
        .orElseGet(() -> parts(lambda));
  }

  private Piece parts(Piece piece) {
    return with(piece, piece.parts().stream().map(this::expression).toList());
  }
}
