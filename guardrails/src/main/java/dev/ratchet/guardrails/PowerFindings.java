package dev.ratchet.guardrails;

import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.jdk.Catalogue.Power;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import dev.ratchet.verdict.Tier;

/** What is said of powers, whether they were found in sources or in class files. */
final class PowerFindings {
  private PowerFindings() {}

  static Finding added(Tier tier, Power power, Place place) {
    Capability capability = power.capability();
    return Finding.of(
            "capabilities." + Words.of(capability), tier, "The edit newly uses " + power.api())
        .at(place)
        .because("it " + capability.because() + ", which the program did not do here before")
        .remedy(allow(capability));
  }

  static Finding changed(Power power, Place place) {
    return Finding.of(
            "capabilities.changed",
            Tier.ESCALATE,
            "An added line uses " + power.api() + ", as often as before")
        .at(place)
        .because("it " + power.capability().because() + ", and may now do so in another way")
        .remedy("leave the line as it was, or let a person look at it");
  }

  static Finding wrapped(Power power, String by, String way, Place place) {
    return Finding.of(
            "capabilities.wrapped",
            Tier.ESCALATE,
            Shown.text(by) + " newly reaches " + power.api() + " through the program's own code")
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
