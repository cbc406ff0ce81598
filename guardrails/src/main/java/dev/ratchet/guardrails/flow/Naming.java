package dev.ratchet.guardrails.flow;

import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts values that have a name for a single use where they are used.
 *
 * <p>Only where that comes to the same: nothing is done in between, and an answer of a safeguard is
 * still asked for wherever it decides.
 */
final class Naming {
  private static final Set<Kind> WITH_VALUE =
      Set.of(Kind.IF, Kind.EACH, Kind.RETURN, Kind.THROW, Kind.YIELD, Kind.STATEMENT, Kind.LOCAL);

  /** What runs at another time, or several times. */
  private static final Set<Kind> LATER =
      Set.of(Kind.LAMBDA, Kind.CLASS, Kind.BLOCK, Kind.EACH, Kind.LOOP, Kind.DO, Kind.SWITCH);

  private enum Met {
    NOT,
    IN_TIME,
    TOO_LATE
  }

  private final Meaning meaning;

  Naming(Meaning meaning) {
    this.meaning = meaning;
  }

  /** Returns the statements behind a declaration with its value in them, if it has but one use. */
  Optional<List<Piece>> inlined(List<Piece> statements) {
    Piece local = statements.get(0);
    List<Piece> rest = statements.subList(1, statements.size());
    if (isAlias(local) && rest.stream().noneMatch(p -> assigns(p, local.text()))) {
      return Optional.of(rest.stream().map(piece -> replaced(piece, local)).toList());
    }
    boolean isUsedOnce =
        local.is(Kind.LOCAL) && rest.stream().mapToInt(p -> uses(p, local.text())).sum() == 1;
    if (!isUsedOnce || local.part(0).is(Kind.NEW) || !isValue(local.part(0))) {
      return Optional.empty();
    }
    for (int i = 0; i < rest.size(); i++) {
      Piece next = rest.get(i);
      if (uses(next, local.text()) > 0) {
        return isUsedInTime(local, next) ? Optional.of(replaced(rest, i, local)) : Optional.empty();
      } else if (!next.is(Kind.LOCAL) || !isCalm(next) || uses(local.part(0), next.text()) > 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What only names an element has the name of the element. */
  private static boolean isAlias(Piece local) {
    return local.is(Kind.LOCAL)
        && local.part(0).is(Kind.NAME)
        && local.part(0).text().startsWith(Loops.ELEMENT);
  }

  private static boolean assigns(Piece piece, String name) {
    boolean changes = piece.is(Kind.ASSIGN) || isCount(piece);
    return changes && isNamed(piece.part(0), name)
        || piece.parts().stream().anyMatch(part -> assigns(part, name));
  }

  private static List<Piece> replaced(List<Piece> statements, int at, Piece local) {
    List<Piece> all = new ArrayList<>(statements);
    all.set(at, replaced(statements.get(at), local));
    return all;
  }

  private static Piece replaced(Piece piece, Piece local) {
    if (isNamed(piece, local.text())) {
      return local.part(0);
    }
    List<Piece> parts = piece.parts().stream().map(part -> replaced(part, local)).toList();
    return new Piece(piece.kind(), piece.text(), parts, piece.use(), piece.line());
  }

  private static boolean isNamed(Piece piece, String name) {
    return piece.is(Kind.NAME) && piece.text().equals(name);
  }

  static int uses(Piece piece, String name) {
    int within = piece.parts().stream().mapToInt(part -> uses(part, name)).sum();
    return within + (isNamed(piece, name) ? 1 : 0);
  }

  private boolean isUsedInTime(Piece local, Piece statement) {
    if (!WITH_VALUE.contains(statement.kind())) {
      return false;
    }
    Piece value = statement.part(0);
    return met(value, local.text()) == Met.IN_TIME
        && (isCalm(local.part(0))
            || isAlwaysUsed(value, local.text())
            || isNeeded(statement, local.text()));
  }

  /** Returns whether a name is read before anything is done. */
  private Met met(Piece piece, String name) {
    if (isNamed(piece, name)) {
      return Met.IN_TIME;
    } else if (LATER.contains(piece.kind()) || piece.is(Kind.ASSIGN) || isCount(piece)) {
      return uses(piece, name) > 0 ? Met.TOO_LATE : Met.NOT;
    }
    boolean isTooLate = false;
    for (Piece part : piece.parts()) {
      Met met = met(part, name);
      if (met != Met.NOT) {
        return isTooLate ? Met.TOO_LATE : met;
      }
      isTooLate |= !isCalm(part);
    }
    return Met.NOT;
  }

  private static boolean isAlwaysUsed(Piece piece, String name) {
    boolean isChoice =
        piece.is(Kind.CONDITIONAL) || piece.text().equals("&&") || piece.text().equals("||");
    return isNamed(piece, name)
        || (isChoice ? piece.parts().subList(0, 1) : piece.parts())
            .stream().anyMatch(part -> isAlwaysUsed(part, name));
  }

  /** What is not asked for there would not have been heard: something else was enough to refuse. */
  private boolean isNeeded(Piece statement, String name) {
    boolean isChoice = statement.is(Kind.IF);
    boolean refuses = isChoice && Reaction.leaves(statement.part(1)) && isCalm(statement.part(1));
    return (isChoice || statement.is(Kind.RETURN)) && isEach(statement.part(0), true, name)
        || refuses && isEach(statement.part(0), false, name);
  }

  private static boolean isEach(Piece condition, boolean outcome, String name) {
    return Literal.of(condition, outcome).stream().anyMatch(l -> isNamed(l.piece(), name));
  }

  /** Returns conditions with safeguards first, if it makes no difference what is asked first. */
  List<Literal> inOrder(List<Literal> literals) {
    return literals.stream().allMatch(literal -> isCalm(literal.piece()))
        ? literals.stream().sorted(Comparator.comparing(l -> !asks(l.piece()))).toList()
        : literals;
  }

  private boolean asks(Piece piece) {
    return meaning.guard(piece).isPresent() || piece.parts().stream().anyMatch(this::asks);
  }

  /** Returns whether an expression only computes a value, or asks a safeguard for it. */
  private boolean isValue(Piece piece) {
    return (meaning.guard(piece).isPresent() || isCalmItself(piece))
        && piece.parts().stream().allMatch(this::isValue);
  }

  /** Returns whether nothing is done, by a safeguard neither. */
  private boolean isCalm(Piece piece) {
    return isCalmItself(piece) && piece.parts().stream().allMatch(this::isCalm);
  }

  private boolean isCalmItself(Piece piece) {
    return switch (piece.kind()) {
      case CALL, NEW, REFERENCE -> meaning.work(piece, false).isEmpty();
      case ASSIGN -> false;
      default -> !isCount(piece);
    };
  }

  private static boolean isCount(Piece piece) {
    return piece.is(Kind.UNARY) && (piece.text().contains("++") || piece.text().contains("--"));
  }
}
