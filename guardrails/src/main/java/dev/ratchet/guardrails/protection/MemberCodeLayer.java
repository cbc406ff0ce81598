package dev.ratchet.guardrails.protection;

import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.bytecode.Program;
import dev.ratchet.guardrails.inspection.CompiledEdit;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.inspection.ProtectedCode;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.verdict.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Protected members compile to what they compiled to, whatever their text says.
 *
 * <p>So it is seen when the same words are bound to something else: by another import, a new
 * overload, a field or type that hides another, a changed constant.
 */
public final class MemberCodeLayer implements Layer {
  private static final Rule CODE =
      Rule.hard("members.code", "Protected members compile to the same code")
          .because("it would do something else, even if its text reads as before")
          .stops("MAX = 99, a constant that Alignment.refuses reads")
          .passes("SHOWN = 99, a constant that only the solver reads");

  @Override
  public List<Rule> rules() {
    return List.of(CODE);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    edit.compiled().ifPresent(compiled -> inspect(edit, compiled, findings));
  }

  private static void inspect(Edit edit, CompiledEdit compiled, Findings findings) {
    new ProtectedCode(compiled.before())
        .of(edit.protectedMembers().entries())
        .filter(code -> compiled.changed().contains(code.type().name()))
        .forEach(code -> inspect(code, compiled, findings));
  }

  private static void inspect(
      ProtectedCode.Compiled code, CompiledEdit compiled, Findings findings) {
    Optional<ClassFacts> now = compiled.after().facts(code.type().name());
    if (now.isPresent() && !now.get().header().equals(code.type().header())) {
      findings.add(
          finding(code.type().name(), compiled, ClassFacts.canonical(now.get().name()), 0));
    }
    for (MemberFacts member : code.members()) {
      if (!member.isSynthetic() && isDifferent(member, compiled)) {
        findings.add(finding(member.owner(), compiled, member.place(), member.line()));
      }
    }
  }

  public static boolean isDifferent(MemberFacts member, CompiledEdit compiled) {
    return compiled.changed().contains(member.owner())
        && !compiled
            .before()
            .code(member.owner(), member.key())
            .equals(compiled.after().code(member.owner(), member.key()));
  }

  /** Whether what others see of it differs. */
  static boolean hasOtherEffects(MemberFacts member, CompiledEdit compiled) {
    if (Program.isNameless(member.owner())) {
      return !isKnown(member.owner(), compiled.before(), compiled.after(), compiled);
    }
    return compiled.changed().contains(member.owner())
        && (member.isMethod() || member.isStatic()
            ? !compiled.before().effects(member).equals(compiled.after().effects(member))
            : compiled.before().givesOtherValues(member, compiled.after()));
  }

  /** A class that the compiler numbers is known by its content. */
  static boolean isKnown(String nameless, Program in, Program other, CompiledEdit compiled) {
    return !compiled.changed().contains(nameless)
        || other.hasContent(nameless, in.content(nameless));
  }

  private static Finding finding(String type, CompiledEdit compiled, String what, int line) {
    return CODE.found("The protected " + what + " compiles to other byte code")
        .at(compiled.place(type, line))
        .remedy("keep imports, names and constants around it as they are");
  }
}
