package dev.ratchet.guardrails;

import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.jdk.Catalogue;
import dev.ratchet.guardrails.jdk.Catalogue.Power;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Use;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * No new powers: uses of each API of the JDK are counted over the whole edit against the baseline.
 *
 * <p>Code that is moved is so not new; an exchange of one use for another is seen where an added
 * line has a hard power.
 */
final class CapabilityLayer implements Layer {
  /** A use of a power. */
  private record Found(FileEdit file, Use use, Power power) {}

  @Override
  public void inspect(Edit edit, Findings findings) {
    List<Found> before = new ArrayList<>();
    List<Found> after = new ArrayList<>();
    for (FileEdit file : edit.files()) {
      collect(edit::declared, file, file.javaBefore(), before);
      collect(edit::declares, file, file.javaAfter(), after);
    }
    Map<String, List<Found>> old = byApi(before);
    byApi(after)
        .forEach(
            (api, uses) -> inspect(edit.rules(), old.getOrDefault(api, List.of()), uses, findings));
  }

  private static void collect(
      Predicate<String> own, FileEdit file, JavaSource source, List<Found> into) {
    for (Use use : source.uses()) {
      Catalogue.jdk()
          .power(use, use.readings(own))
          .ifPresent(power -> into.add(new Found(file, use, power)));
    }
  }

  private static Map<String, List<Found>> byApi(List<Found> found) {
    return found.stream()
        .collect(Collectors.groupingBy(f -> f.power().api(), TreeMap::new, Collectors.toList()));
  }

  private static void inspect(Rules rules, List<Found> old, List<Found> now, Findings findings) {
    Capability capability = now.get(0).power().capability();
    Optional<Tier> tier = rules.capabilities().getOrDefault(capability, Stance.DENY).tier();
    Optional<Found> added =
        now.stream().filter(f -> f.file().added().contains(f.use().line())).findFirst();
    if (tier.isEmpty()) {
      return;
    }
    if (now.size() > old.size()) {
      findings.add(newPower(tier.get(), added.orElse(now.get(now.size() - 1))));
    } else if (tier.get() == Tier.HARD) {
      added.ifPresent(found -> findings.add(touchedPower(found)));
    }
  }

  private static Finding newPower(Tier tier, Found found) {
    Capability capability = found.power().capability();
    return Finding.of(
            "capabilities." + Words.of(capability),
            tier,
            "The edit newly uses " + found.power().api())
        .at(Place.of(found.file().path(), found.use().line()))
        .because("it " + capability.because() + ", which the program did not do here before")
        .remedy(
            "do without it, or let a person allow '"
                + Words.of(capability)
                + "' under java.capabilities");
  }

  private static Finding touchedPower(Found found) {
    return Finding.of(
            "capabilities.changed",
            Tier.ESCALATE,
            "An added line uses " + found.power().api() + ", as often as before")
        .at(Place.of(found.file().path(), found.use().line()))
        .because(
            "it " + found.power().capability().because() + ", and may now do so in another way")
        .remedy("leave the line as it was, or let a person look at it");
  }
}
