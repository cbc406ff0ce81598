package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.guardcall.GuardedProgram.Located;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Pair;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.rules.Operation;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.source.Piece;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells the bodies that an edit can't have made mean anything else, so that most of a file need not
 * be followed.
 *
 * <p>That a body reads as before, or compiles to the same, is not enough: it must name nothing that
 * differs, and calls must do as much or as little as they did.
 */
final class Untouched {
  private final Set<Body> same = bodies();

  Untouched(Edit edit, GuardedProgram program) {
    boolean namesMeanTheSame =
        edit.files().stream().allMatch(Untouched::declaresTheSame)
            && program.before().namesAs(program.after());
    SameCode code = new SameCode(edit.compiled());
    find(program, pair -> namesMeanTheSame && isSame(pair) || code.contains(pair));
  }

  private static Set<Body> bodies() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** What types and fields there are decides what names mean. */
  private static boolean declaresTheSame(FileEdit file) {
    boolean isOther = !file.wasJava() && !file.isJava();
    return isOther
        || file.operation() == Operation.MODIFY
            && names(file.javaBefore()).equals(names(file.javaAfter()));
  }

  private static List<String> names(JavaSource source) {
    return source.members().stream()
        .filter(m -> m.kind() == Member.Kind.TYPE || m.kind() == Member.Kind.FIELD)
        .map(Member::place)
        .toList();
  }

  private void find(GuardedProgram program, Predicate<Pair> isSame) {
    Set<Body> differing = bodies();
    differing.addAll(program.bodies());
    for (Pair pair : program.pairs()) {
      if (isSame.test(pair)) {
        same.add(pair.before().body());
        differing.remove(pair.before().body());
        differing.remove(pair.after().orElseThrow().body());
      }
    }
    if (same.isEmpty()) {
      return;
    }
    boolean doesAsMuch =
        differing.stream().allMatch(b -> program.before().isPlain(b) == program.after().isPlain(b));
    Set<String> names = differing.stream().map(Body::name).collect(Collectors.toSet());
    same.removeIf(body -> !doesAsMuch || mentions(body.code(), names));
  }

  private static boolean isSame(Pair pair) {
    Body before = pair.before().body();
    return pair.after()
        .map(Located::body)
        .filter(after -> after.parameters().equals(before.parameters()))
        .filter(after -> after.isPrivate() == before.isPrivate())
        .filter(after -> after.type().equals(before.type()))
        .filter(after -> after.code().isLike(before.code()))
        .isPresent();
  }

  private static boolean mentions(Piece piece, Set<String> names) {
    return names.stream().anyMatch(piece.text()::contains)
        || piece.parts().stream().anyMatch(part -> mentions(part, names));
  }

  boolean contains(Pair pair) {
    return same.contains(pair.before().body());
  }
}
