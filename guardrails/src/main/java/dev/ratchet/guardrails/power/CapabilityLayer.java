package dev.ratchet.guardrails.power;

import dev.ratchet.guardrails.inspection.ChangedUses;
import dev.ratchet.guardrails.inspection.CompiledEdit;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.jdk.Catalogue;
import dev.ratchet.guardrails.jdk.Catalogue.Power;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.rules.Stance;
import dev.ratchet.guardrails.source.Use;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * No new powers: uses of each API of the JDK are counted over the whole edit against the baseline.
 *
 * <p>Code that is moved is so not new; an exchange of one use for another is seen where an added
 * line has a hard power. Where both sides compile, a power that no class file of the edit has is
 * taken for a mistake; where they do not, this layer rejects alone.
 */
public final class CapabilityLayer implements Layer {
  /** A use of a power. */
  private record Found(FileEdit file, Use use, Power power) {
    Place placeBefore() {
      return Place.of(file.from(), use.line());
    }

    Place place() {
      return Place.of(file.path(), use.line());
    }
  }

  @Override
  public List<Rule> rules() {
    return PowerFindings.RULES;
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    ChangedUses uses = edit.changedUses();
    List<Found> before = uses.before((file, use) -> found(edit::declared, file, use));
    List<Found> after = uses.after((file, use) -> found(edit::declares, file, use));
    edit.compiled().ifPresent(compiled -> keepConfirmed(edit, compiled, before, after));
    Map<String, List<Found>> old = byApi(before);
    byApi(after)
        .forEach((api, now) -> inspect(edit, old.getOrDefault(api, List.of()), now, findings));
  }

  /**
   * Names alone can't tell overloads apart, nor types of the same name; class files can. A hard
   * power that is spelled out counts even where nothing is done with it.
   */
  private static void keepConfirmed(
      Edit edit, CompiledEdit compiled, List<Found> before, List<Found> after) {
    Set<Capability> confirmed = PowerLayer.capabilities(compiled);
    Predicate<Found> isDoubtful =
        found -> !confirmed.contains(found.power().capability()) && !isSpelledOut(edit, found);
    before.removeIf(isDoubtful);
    after.removeIf(isDoubtful);
  }

  private static boolean isSpelledOut(Edit edit, Found found) {
    String api = found.power().api();
    return found.power().isCertain()
        && edit.rules().stance(found.power().capability()) == Stance.DENY
        && found.use().sure().stream().anyMatch(api::startsWith);
  }

  private static Optional<Found> found(Predicate<String> own, FileEdit file, Use use) {
    return Catalogue.jdk().power(use, use.readings(own)).map(power -> new Found(file, use, power));
  }

  private static Map<String, List<Found>> byApi(List<Found> found) {
    return found.stream()
        .collect(Collectors.groupingBy(f -> f.power().api(), TreeMap::new, Collectors.toList()));
  }

  private static void inspect(Edit edit, List<Found> old, List<Found> now, Findings findings) {
    edit.rules()
        .stance(now.get(0).power().capability())
        .tier()
        .ifPresent(tier -> inspect(edit, tier, old, now, findings));
  }

  private static void inspect(
      Edit edit, Tier tier, List<Found> old, List<Found> now, Findings findings) {
    List<String> known = new ArrayList<>();
    old.forEach(use -> known.add(edit.lineBefore(use.placeBefore())));
    Optional<Found> added =
        now.stream().filter(use -> !known.remove(edit.lineAfter(use.place()))).findFirst();
    if (now.size() > old.size()) {
      Found shown = added.orElse(now.get(now.size() - 1));
      findings.add(PowerFindings.added(tier, shown.power(), shown.place()));
    } else if (tier == Tier.HARD && edit.compiled().isEmpty()) { // else class files tell
      added.ifPresent(use -> findings.add(PowerFindings.changed(use.power(), use.place())));
    }
  }
}
