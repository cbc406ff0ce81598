package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.flow.GuardCall;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Located;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Pair;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import dev.ratchet.guardrails.source.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What protected code does behind a safeguard, as heirs have it done, nobody calls past it. */
final class EntranceCheck {
  private static final int DEEPEST = 8;

  private final Edit edit;
  private final GuardedProgram program;
  private final GuardFindings report;

  EntranceCheck(Edit edit, GuardedProgram program, GuardFindings report) {
    this.edit = edit;
    this.program = program;
    this.report = report;
  }

  void inspect() {
    Map<String, String> guarded = guarded();
    if (!guarded.isEmpty()) {
      for (Pair pair : program.pairs()) {
        pair.after().ifPresent(now -> inspect(now, Optional.of(pair.before().body()), guarded));
      }
      Set<Body> known =
          program.pairs().stream()
              .flatMap(pair -> pair.after().stream())
              .map(Located::body)
              .collect(Collectors.toSet());
      program.standingNow().stream()
          .filter(now -> !known.contains(now.body()))
          .forEach(now -> inspect(now, Optional.empty(), guarded));
    }
  }

  /** Returns the methods that protected code of their type calls behind a safeguard, with that. */
  private Map<String, String> guarded() {
    Map<String, String> guarded = new TreeMap<>();
    edit.protectedMembers().entries().stream()
        .flatMap(entry -> Stream.of(entry.member().owner(), entry.member().fullName()))
        .distinct()
        .flatMap(type -> edit.sourceBefore(type).bodies().stream())
        .filter(body -> program.before().isProtected(body.owner() + "#" + body.name()))
        .filter(program.before()::asks)
        .forEach(body -> addGuarded(body, guarded));
    return guarded;
  }

  private void addGuarded(Body body, Map<String, String> into) {
    Optional<String> asked = Optional.empty();
    for (GuardCall call : program.before().trace(body).guards()) {
      boolean isOwn = call.member().startsWith(body.owner() + "#");
      if (isOwn) {
        asked.ifPresent(member -> into.putIfAbsent(call.member(), member));
      } else {
        asked = Optional.of(call.member());
      }
    }
  }

  private void inspect(Located now, Optional<Body> before, Map<String, String> guarded) {
    List<String> known =
        new ArrayList<>(before.stream().flatMap(b -> calls(b, guarded)).map(Call::name).toList());
    calls(now.body(), guarded)
        .filter(call -> !known.remove(call.name()))
        .forEach(call -> report.bypassed(now, call.member(), call.name(), call.line()));
  }

  private record Call(String name, String member, int line) {}

  private Stream<Call> calls(Body body, Map<String, String> guarded) {
    return calls(body.code(), body, guarded);
  }

  /** A method may have its own name done by what it overrides. */
  private Stream<Call> calls(Piece piece, Body body, Map<String, String> guarded) {
    Stream<Call> within = piece.parts().stream().flatMap(part -> calls(part, body, guarded));
    boolean calls =
        piece.is(Kind.REFERENCE) || piece.is(Kind.CALL) && !piece.text().equals(body.name());
    boolean mayBe =
        calls && guarded.keySet().stream().anyMatch(name -> name.endsWith("#" + piece.text()));
    return mayBe ? Stream.concat(within, meant(piece, guarded).stream()) : within;
  }

  private Optional<Call> meant(Piece piece, Map<String, String> guarded) {
    return piece.use().stream()
        .flatMap(program.after()::readings)
        .filter(reading -> reading.endsWith("#" + piece.text()))
        .flatMap(reading -> supertypes(reading.substring(0, reading.indexOf('#')), 0))
        .map(type -> type + "#" + piece.text())
        .filter(guarded::containsKey)
        .findFirst()
        .map(name -> new Call(name, guarded.getOrDefault(name, ""), piece.line()));
  }

  private Stream<String> supertypes(String type, int depth) {
    Stream<String> above =
        depth > DEEPEST || !edit.declares(type)
            ? Stream.empty()
            : edit.sourceAfter(type).uses().stream()
                .filter(use -> use.member().equals(Optional.of("{}")))
                .filter(use -> use.enclosing().equals(type))
                .flatMap(this::types)
                .flatMap(name -> supertypes(name, depth + 1));
    return Stream.concat(Stream.of(type), above);
  }

  private Stream<String> types(Use use) {
    return program
        .after()
        .readings(use)
        .filter(reading -> reading.endsWith("#{}"))
        .map(reading -> reading.substring(0, reading.length() - "#{}".length()));
  }
}
