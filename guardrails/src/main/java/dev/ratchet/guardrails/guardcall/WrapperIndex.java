package dev.ratchet.guardrails.guardcall;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.flow.Trace;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.MemberPattern;
import dev.ratchet.guardrails.source.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods of a tree that only ask safeguards or hand on what these say, by their signatures,
 * and the fields that hold it, by their names.
 *
 * <p>It is made once for a tree. Safe for many threads.
 */
final class WrapperIndex {
  private static final int ROUNDS = 3;
  private static final Pattern FIELD = Pattern.compile("to \\.(\\w+)");

  private record Snapshot(ContentHash tree, Map<String, String> wrappers) {}

  private volatile Optional<Snapshot> last = Optional.empty();

  /** Returns the wrappers of the tree that an edit changes: names by signature. */
  static Map<String, String> of(Edit edit, Safeguards safeguards) {
    return edit.index(WrapperIndex.class, WrapperIndex::new).wrappers(edit, safeguards);
  }

  private Map<String, String> wrappers(Edit edit, Safeguards safeguards) {
    Optional<Snapshot> known = last.filter(s -> s.tree().equals(edit.base().hash()));
    if (known.isPresent()) {
      return known.get().wrappers();
    }
    Map<String, String> wrappers = search(edit, safeguards);
    last = Optional.of(new Snapshot(edit.base().hash(), wrappers));
    return wrappers;
  }

  private static Map<String, String> search(Edit edit, Safeguards safeguards) {
    Map<String, String> wrappers = new TreeMap<>();
    Set<String> names = typeNames(edit);
    for (int round = 0; round < ROUNDS; round++) {
      GuardedVersion version = new GuardedVersion(safeguards, edit::declared, edit::sourceBefore);
      wrappers.forEach(version::addWrapper);
      Map<String, String> found = new TreeMap<>();
      for (JavaSource source : mentioning(edit, names)) {
        search(source, version, found);
      }
      if (wrappers.equals(found)) {
        break;
      }
      wrappers = found;
      wrappers.values().forEach(name -> names.add(typeName(name)));
    }
    return wrappers;
  }

  private static String typeName(String member) {
    String type = member.substring(0, member.indexOf('#'));
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Whoever uses a safeguard names its type somewhere. */
  private static Set<String> typeNames(Edit edit) {
    Stream<String> named =
        edit.rules().protection().patterns().stream()
            .filter(pattern -> !pattern.isAnnotation())
            .map(MemberPattern::simpleName);
    Stream<String> found =
        edit.protectedMembers().entries().stream()
            .map(entry -> entry.member().fullName())
            .map(name -> entryType(name));
    return Stream.concat(named, found).collect(Collectors.toCollection(HashSet::new));
  }

  private static String entryType(String fullName) {
    String[] parts = fullName.split("\\.");
    for (String part : parts) {
      if (Character.isUpperCase(part.charAt(0))) {
        return part;
      }
    }
    return parts[parts.length - 1];
  }

  private static List<JavaSource> mentioning(Edit edit, Set<String> names) {
    List<JavaSource> sources = new ArrayList<>();
    for (SourcePath path : edit.base().paths()) {
      if (edit.isSource(path)) {
        String text = edit.base().file(path).flatMap(SourceFile::text).orElse("");
        if (text.contains("\\u") || names.stream().anyMatch(text::contains)) {
          sources.add(edit.factsBefore(path));
        }
      }
    }
    return sources;
  }

  private static void search(JavaSource source, GuardedVersion version, Map<String, String> found) {
    List<Body> asking = source.bodies().stream().filter(version::asks).toList();
    for (Body body : asking) {
      answers(body, version).forEach(field -> found.put(field, field));
      if (isWrapper(body, version)) {
        String name = body.owner() + "#" + body.name();
        found.put(body.signature(), name);
        supertypes(source, body, version)
            .forEach(type -> found.put(type + "#" + body.name() + "/" + arity(body), name));
      }
    }
  }

  /** A field that holds what a safeguard says counts as asking it. */
  private static Stream<String> answers(Body body, GuardedVersion version) {
    return version.trace(body).guards().stream()
        .filter(guard -> !guard.member().endsWith("#new"))
        .map(guard -> FIELD.matcher(guard.way()))
        .filter(Matcher::matches)
        .map(way -> body.owner() + "#" + way.group(1))
        .filter(field -> !version.isProtected(field));
  }

  private static int arity(Body body) {
    return body.parameters().size();
  }

  /** A method of an interface that a wrapper implements is asked in its place. */
  private static Stream<String> supertypes(JavaSource source, Body body, GuardedVersion version) {
    return source.uses().stream()
        .filter(use -> use.member().equals(Optional.of("{}")))
        .filter(use -> use.enclosing().equals(body.owner()))
        .flatMap(use -> version.readings(use))
        .filter(reading -> reading.endsWith("#{}") && !reading.startsWith("java."))
        .map(reading -> reading.substring(0, reading.length() - 3))
        .filter(type -> version.declares(type, body));
  }

  private static boolean isWrapper(Body body, GuardedVersion version) {
    boolean isMethod = body.place().contains("(") && !body.owner().endsWith("." + body.name());
    if (!isMethod
        || repeats(body.code())
        || version.isProtected(body.owner() + "#" + body.name())) {
      return false;
    }
    Trace trace = version.trace(body);
    boolean handsOn =
        trace.guards().stream().anyMatch(g -> g.way().endsWith("return") && g.frames().isEmpty());
    boolean onlyAsks =
        !SafeguardNature.isData(body)
            && trace.work().stream().allMatch(w -> w.name().startsWith("writing "));
    return !trace.guards().isEmpty() && (handsOn || onlyAsks);
  }

  private static boolean repeats(Piece piece) {
    boolean repeats =
        switch (piece.kind()) {
          case LOOP, EACH, DO -> true;
          default -> false;
        };
    return repeats || piece.parts().stream().anyMatch(WrapperIndex::repeats);
  }
}
