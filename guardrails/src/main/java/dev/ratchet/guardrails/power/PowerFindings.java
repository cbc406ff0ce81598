package dev.ratchet.guardrails.power;

import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.jdk.Catalogue.Power;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.guardrails.text.Words;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;
import java.util.List;
import java.util.stream.Stream;

/** What is said of powers, whether they were found in sources or in class files. */
final class PowerFindings {
  static final Rule CHANGED =
      Rule.escalate("capabilities.changed", "A power that was there is not used in another way")
          .because("it may now be used in another way")
          .stops("new Socket(host, 80) becomes new Socket(other, 80)")
          .passes("a comment above new Socket(host, 80)");
  static final Rule WRAPPED =
      Rule.escalate(
              "capabilities.wrapped", "A power is not newly reached through the program's own code")
          .because("what the code that it calls can do, it can do")
          .stops("Disk.save(text), which writes a file")
          .passes("Text.lower(text), which has no power");

  static final List<Rule> RULES =
      Stream.concat(Stream.of(CHANGED, WRAPPED), PowerRules.ALL.stream()).toList();

  private PowerFindings() {}

  static Finding added(Tier tier, Power power, Place place) {
    Capability capability = power.capability();
    return PowerRules.of(capability)
        .found(tier, "The edit newly uses " + power.api())
        .at(place)
        .because("it " + capability.because() + ", which the program did not do here before")
        .remedy(allow(capability));
  }

  static Finding changed(Power power, Place place) {
    return CHANGED
        .found("An added line uses " + power.api() + ", as often as before")
        .at(place)
        .because("it " + power.capability().because() + ", and may now do so in another way")
        .remedy("leave the line as it was, or let a person look at it");
  }

  static Finding wrapped(Power power, String by, String way, Place place) {
    return WRAPPED
        .found(Shown.text(by) + " newly reaches " + power.api() + " through the program's own code")
        .at(place)
        .because("it " + power.capability().because() + ", by way of " + Shown.text(way))
        .remedy(allow(power.capability()));
  }

  private static String allow(Capability capability) {
    return capability.isSettable()
        ? "do without it, or let a person allow '"
            + Words.of(capability)
            + "' under java.capabilities"
        : "do without it, or let a person look at it";
  }
}
