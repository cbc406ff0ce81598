package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.guardcall.GuardedProgram.Located;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import dev.ratchet.guardrails.source.Piece.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What moved files and renamed methods are called afterwards. */
final class Renames {
  private final Map<String, String> types = new HashMap<>();

  Renames(Edit edit) {
    for (FileEdit file : edit.files()) {
      Optional<String> before = edit.typeOf(file.from());
      Optional<String> after = edit.typeOf(file.path());
      if (before.isPresent() && after.isPresent() && !before.equals(after)) {
        types.put(before.get(), after.get());
      }
    }
  }

  /** Returns the place of a body in the old text as it is called in the new one. */
  String place(Located located) {
    return renamed(located.body().place());
  }

  private String renamed(String place) {
    return types.entrySet().stream()
        .filter(entry -> isIn(place, entry.getKey()))
        .map(entry -> entry.getValue() + place.substring(entry.getKey().length()))
        .findFirst()
        .orElse(place);
  }

  private static boolean isIn(String place, String type) {
    return place.startsWith(type + "#") || place.startsWith(type + ".");
  }

  /** Returns the new body of the same private name that takes things of other types. */
  Optional<Located> retyped(Located old, List<Located> gained) {
    String signature = renamed(old.body().owner() + "#" + old.body().signature().split("#")[1]);
    List<Located> same =
        gained.stream()
            .filter(located -> located.body().signature().equals(signature))
            .filter(located -> old.body().isPrivate() && located.body().isPrivate())
            .toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  /** Returns the new body of another name that does the same. */
  Optional<Located> renamed(Located old, List<Located> gained) {
    String owner = renamed(old.body().owner() + "#").replace("#", "");
    List<Located> candidates =
        gained.stream()
            .filter(located -> located.body().owner().equals(owner))
            .filter(l -> l.body().parameters().size() == old.body().parameters().size())
            .toList();
    String shape = shape(old.body());
    return candidates.stream().filter(l -> shape(l.body()).equals(shape)).findFirst();
  }

  /** Returns what a body does, without its name and those of its variables. */
  static String shape(Body body) {
    Map<String, String> names = new HashMap<>();
    names.put(body.name(), "itself");
    body.parameters().forEach(name -> declare(name, names));
    return shape(body.code(), names);
  }

  private static void declare(String name, Map<String, String> names) {
    names.put(name, "v" + names.size());
  }

  private static String shape(Piece piece, Map<String, String> names) {
    switch (piece.kind()) {
      case LOCAL, EACH -> declare(piece.text(), names);
      case LAMBDA -> Arrays.stream(piece.text().split(",")).forEach(n -> declare(n, names));
      case CATCH -> declare(piece.part(0).text(), names);
      case INSTANCE_OF -> declare(piece.part(1).text(), names);
      default -> {}
    }
    boolean isName =
        switch (piece.kind()) {
          case NAME, LOCAL, EACH -> true;
          case CALL, REFERENCE, FIELD -> names.getOrDefault(piece.text(), "").equals("itself");
          default -> false;
        };
    String text = isName ? names.getOrDefault(piece.text(), piece.text()) : piece.text();
    String shown = piece.is(Kind.LAMBDA) ? "" : text;
    return piece.kind()
        + shown
        + piece.parts().stream()
            .map(p -> shape(p, names))
            .collect(Collectors.joining(",", "(", ")"));
  }
}
