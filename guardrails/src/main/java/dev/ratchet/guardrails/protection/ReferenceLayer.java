package dev.ratchet.guardrails.protection;

import dev.ratchet.guardrails.guardcall.Safeguards;
import dev.ratchet.guardrails.inspection.ChangedUses;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.source.Use;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Editable code keeps its uses of protected members, and gets no new ones beyond may-use. */
public final class ReferenceLayer implements Layer {
  static final Rule NEW =
      Rule.hard("references.new", "Protected members are newly used only as the policy says")
          .because("what may be done with a safeguard is for people to say")
          .stops("Audit.enabled(false);")
          .passes("int most = Alignment.MAX_STEPS; where may-use names it");
  private static final Rule UNDECIDED =
      Rule.escalate(
              "references.undecided",
              "What may be a use of a protected member stays, or a person sees it")
          .because("a safeguard that is no longer asked guards nothing")
          .stops("check(task); is gone, which may be the protected one")
          .passes("show(task); is gone, which is a method of its own");

  /** A use of a protected member. */
  private record Reference(FileEdit file, Use use, String member, boolean certain) {}

  @Override
  public List<Rule> rules() {
    return List.of(NEW, UNDECIDED);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    Safeguards safeguards = new Safeguards(edit);
    if (safeguards.isEmpty()) {
      return;
    }
    ChangedUses uses = edit.changedUses();
    List<Reference> before =
        uses.before((file, use) -> reference(edit::declared, file, use, safeguards));
    List<Reference> after =
        uses.after((file, use) -> reference(edit::declares, file, use, safeguards));
    inspectNew(edit, before, after, findings);
    inspectRemoved(edit, uncertain(before), uncertain(after), findings);
  }

  private static Optional<Reference> reference(
      Predicate<String> own, FileEdit file, Use use, Safeguards safeguards) {
    return safeguards
        .named(use, own)
        .map(member -> new Reference(file, use, member, true))
        .or(() -> safeguards.perhaps(use).map(name -> new Reference(file, use, name, false)));
  }

  private static List<Reference> uncertain(List<Reference> references) {
    return references.stream().filter(reference -> !reference.certain()).toList();
  }

  private static void inspectNew(
      Edit edit, List<Reference> before, List<Reference> after, Findings findings) {
    Map<String, List<Reference>> now = certain(after);
    Map<String, List<Reference>> old = certain(before);
    now.forEach(
        (member, uses) -> {
          if (!Safeguards.mayUse(edit, member)
              && uses.size() > old.getOrDefault(member, List.of()).size()) {
            findings.add(newUse(member, addedOne(uses)));
          }
        });
  }

  private static Map<String, List<Reference>> certain(List<Reference> references) {
    return references.stream()
        .filter(Reference::certain)
        .collect(Collectors.groupingBy(Reference::member, TreeMap::new, Collectors.toList()));
  }

  private static Reference addedOne(List<Reference> uses) {
    return uses.stream()
        .filter(use -> use.file().added().contains(use.use().line()))
        .findFirst()
        .orElse(uses.get(uses.size() - 1));
  }

  private static Finding newUse(String member, Reference reference) {
    return NEW.found("The edit newly uses the protected " + member)
        .at(Place.of(reference.file().path(), reference.use().line()))
        .remedy("do without it, or let a person add it to protect.may-use");
  }

  private static void inspectRemoved(
      Edit edit, List<Reference> before, List<Reference> after, Findings findings) {
    Map<String, List<Reference>> now = byPlace(after, r -> r.use().enclosing());
    byPlace(before, r -> placeAfterwards(edit, r))
        .forEach(
            (place, uses) -> {
              if (now.getOrDefault(place, List.of()).size() < uses.size()
                  && mayBeMeant(edit, uses.get(0))) {
                findings.add(removed(uses.get(0)));
              }
            });
  }

  /** Class files know what a name stood for, but for constants, which they have copied. */
  private static boolean mayBeMeant(Edit edit, Reference reference) {
    return edit.compiled()
        .map(
            compiled ->
                ReferenceCodeLayer.mayUse(
                    edit, compiled, reference.file().from(), reference.member()))
        .orElse(true);
  }

  /** Returns the place of a use in the old text as it is called in the new one. */
  private static String placeAfterwards(Edit edit, Reference reference) {
    FileEdit file = reference.file();
    String place = reference.use().enclosing();
    Optional<String> before = edit.typeOf(file.from());
    Optional<String> after = edit.typeOf(file.path());
    if (before.isPresent() && after.isPresent() && isIn(place, before.get())) {
      return after.get() + place.substring(before.get().length());
    }
    return place;
  }

  private static boolean isIn(String place, String type) {
    return place.equals(type) || place.startsWith(type + "#") || place.startsWith(type + ".");
  }

  private static Map<String, List<Reference>> byPlace(
      List<Reference> references, Function<Reference, String> place) {
    return references.stream()
        .collect(
            Collectors.groupingBy(
                r -> place.apply(r) + " " + r.member(), LinkedHashMap::new, Collectors.toList()));
  }

  private static Finding removed(Reference reference) {
    String place = reference.use().enclosing();
    Finding finding =
        UNDECIDED.found(
            place
                + " no longer uses '"
                + reference.member()
                + "' as often, which may be a protected member");
    return finding
        .at(Place.of(reference.file().path(), 0))
        .remedy("keep every use of it in the method where it stands");
  }
}
