package dev.ratchet.guardrails.guardcall;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.flow.GuardCall;
import dev.ratchet.guardrails.flow.Work;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.source.Body;
import dev.ratchet.guardrails.source.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who else in the program does some work, outside the edited files. */
final class CallSites {
  private final Edit edit;
  private final GuardedVersion version;
  private final Set<SourcePath> edited = new HashSet<>();
  private final Map<String, Set<String>> vouching = new HashMap<>();

  CallSites(Edit edit, GuardedVersion version) {
    this.edit = edit;
    this.version = version;
    edit.files().forEach(file -> edited.add(file.from()));
  }

  /** Returns where else it is done; no further than to the first place that asks no safeguard. */
  List<Work> elsewhere(String work) {
    List<Work> found = new ArrayList<>();
    String name = work.substring(work.indexOf('#') + 1);
    if (bodies(work).isEmpty()) {
      return found;
    }
    for (SourcePath path : edit.base().paths()) {
      if (edit.isSource(path) && !edited.contains(path) && mentions(path, name)) {
        for (Body body : edit.factsBefore(path).bodies()) {
          version.trace(body).work().stream()
              .filter(site -> site.name().equals(work))
              .forEach(found::add);
        }
        if (found.stream().anyMatch(site -> site.guards().isEmpty())) {
          return found;
        }
      }
    }
    return found;
  }

  /** Returns the safeguards that were asked wherever a thing was made before. */
  Set<String> vouching(String made) {
    return vouching.computeIfAbsent(made, this::search);
  }

  private Set<String> search(String made) {
    String type = made.substring(0, made.indexOf('#'));
    String name = type.substring(type.lastIndexOf('.') + 1);
    Set<String> always = new TreeSet<>();
    boolean isFirst = true;
    for (SourcePath path : edit.base().paths()) {
      for (Work site : made(path, made, name)) {
        if (isFirst) {
          always.addAll(site.guards());
          isFirst = false;
        }
        always.retainAll(site.guards());
        if (always.isEmpty()) {
          return always;
        }
      }
    }
    return always;
  }

  private List<Work> made(SourcePath path, String made, String name) {
    if (!edit.isSource(path) || !mentions(path, name)) {
      return List.of();
    }
    return edit.factsBefore(path).bodies().stream()
        .filter(body -> makes(body.code(), name))
        .flatMap(body -> version.trace(body).made().stream())
        .filter(site -> site.name().equals(made))
        .toList();
  }

  private static boolean makes(Piece piece, String name) {
    return piece.is(Piece.Kind.NEW) && piece.text().endsWith(name)
        || piece.parts().stream().anyMatch(part -> makes(part, name));
  }

  private boolean mentions(SourcePath path, String name) {
    String text = edit.base().file(path).flatMap(SourceFile::text).orElse("");
    return text.contains(name) || text.contains("\\u");
  }

  private List<Body> bodies(String work) {
    String type = work.substring(0, work.indexOf('#'));
    String name = work.substring(work.indexOf('#') + 1);
    return edit.sourceBefore(type).bodies().stream()
        .filter(body -> body.owner().equals(type) && body.name().equals(name))
        .toList();
  }

  /** Returns whether a method asks a safeguard itself before it does anything. */
  boolean asksFirst(String work) {
    List<Body> bodies = bodies(work);
    return !bodies.isEmpty() && bodies.stream().allMatch(this::asksFirst);
  }

  private boolean asksFirst(Body body) {
    Optional<GuardCall> first = version.trace(body).guards().stream().findFirst();
    return first
        .filter(guard -> guard.frames().isEmpty() && guard.isReached())
        .filter(guard -> guard.work().isEmpty())
        .isPresent();
  }
}
