package dev.ratchet.guardrails.flow;

import static dev.ratchet.guardrails.flow.NormalForm.piece;
import static dev.ratchet.guardrails.flow.NormalForm.with;

import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a loop that fills a new collection as one whose value is that collection. */
final class Gathering {
  private static final Pattern COLLECTION =
      Pattern.compile(
          "(java\\.util\\.)?(ArrayList|ArrayDeque|LinkedList|(Linked|Tree)?(Hash)?Set)");

  private final Loops loops;

  Gathering(Loops loops) {
    this.loops = loops;
  }

  /** Returns statements that begin with a collection that the first use of it fills. */
  Optional<List<Piece>> gathered(List<Piece> statements) {
    Piece local = statements.get(0);
    if (!local.is(Kind.LOCAL) || !isEmptyCollection(local.part(0))) {
      return Optional.empty();
    }
    String name = local.text();
    for (int i = 1; i < statements.size(); i++) {
      if (Naming.uses(statements.get(i), name) > 0) {
        List<Piece> before = statements.subList(1, i);
        List<Piece> after = statements.subList(i + 1, statements.size());
        boolean isUsedOnce = after.stream().mapToInt(s -> Naming.uses(s, name)).sum() == 1;
        return isUsedOnce
            ? loop(statements.get(i), name).map(loop -> joined(before, filled(local, loop), after))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isEmptyCollection(Piece created) {
    return created.is(Kind.NEW)
        && COLLECTION.matcher(created.text()).matches()
        && Terms.content(created).stream().allMatch(part -> part.is(Kind.NONE));
  }

  private static List<Piece> joined(List<Piece> before, Piece local, List<Piece> after) {
    List<Piece> all = new ArrayList<>(before);
    all.add(local);
    all.addAll(after);
    return all;
  }

  private static Piece filled(Piece local, Piece loop) {
    return with(local, List.of(piece(Kind.OTHER, Loops.ALL, loop, loop)));
  }

  private Optional<Piece> loop(Piece statement, String name) {
    Piece loop =
        statement.is(Kind.STATEMENT)
            ? loops.forAll(statement.part(0)).orElse(statement)
            : limited(loops.each(statement), name);
    boolean gathers =
        loop.is(Kind.EACH)
            && Naming.uses(loop, name) == 1
            && !returns(loop.part(1))
            && fills(loop.part(1), name);
    return gathers ? Optional.of(gathering(loop, name)) : Optional.empty();
  }

  private static boolean returns(Piece piece) {
    return piece.is(Kind.RETURN)
        || !Set.of(Kind.LAMBDA, Kind.CLASS).contains(piece.kind())
            && piece.parts().stream().anyMatch(Gathering::returns);
  }

  private static boolean fills(Piece piece, String name) {
    return switch (piece.kind()) {
      case BLOCK, IF -> piece.parts().stream().anyMatch(part -> fills(part, name));
      case STATEMENT -> isAdding(piece.part(0), name);
      default -> false;
    };
  }

  private static boolean isAdding(Piece call, String name) {
    return call.is(Kind.CALL)
        && call.text().equals("add")
        && call.parts().size() == 2
        && isNamed(call.part(0), name);
  }

  private static boolean isNamed(Piece piece, String name) {
    return piece.is(Kind.NAME) && piece.text().equals(name);
  }

  private static Piece gathering(Piece piece, String name) {
    if (piece.is(Kind.STATEMENT) && isAdding(piece.part(0), name)) {
      return piece(Kind.STATEMENT, Loops.GATHERED, piece, piece.part(0).part(1));
    }
    return with(piece, piece.parts().stream().map(part -> gathering(part, name)).toList());
  }

  /** A loop that ends once there is enough goes through no more than that, if it takes all. */
  private static Piece limited(Piece loop, String name) {
    List<Piece> body = loop.is(Kind.EACH) ? loop.part(1).parts() : List.of();
    if (body.size() != 2 || !fills(body.get(1), name) || !body.get(1).is(Kind.STATEMENT)) {
      return loop;
    }
    return limit(body.get(0), name)
        .filter(limit -> Naming.uses(limit, loop.text()) == 0)
        .map(limit -> Loops.cut("limit", loop.part(0), limit))
        .map(source -> with(loop, List.of(source, NormalForm.block(body.subList(1, 2), loop))))
        .orElse(loop);
  }

  private static Optional<Piece> limit(Piece test, String name) {
    boolean ends = test.is(Kind.IF) && test.part(2).is(Kind.NONE) && isBreak(test.part(1));
    Piece condition = ends ? test.part(0) : Piece.NONE;
    boolean isReached = Set.of("==", ">=").contains(condition.text());
    return isReached && isSize(condition.part(0), name)
        ? Optional.of(condition.part(1)).filter(limit -> Naming.uses(limit, name) == 0)
        : Optional.empty();
  }

  private static boolean isBreak(Piece branch) {
    Piece only = branch.is(Kind.BLOCK) && branch.parts().size() == 1 ? branch.part(0) : branch;
    return only.is(Kind.BREAK) && only.text().isEmpty();
  }

  private static boolean isSize(Piece call, String name) {
    return call.is(Kind.CALL)
        && call.text().equals("size")
        && call.parts().size() == 1
        && isNamed(call.part(0), name);
  }
}
