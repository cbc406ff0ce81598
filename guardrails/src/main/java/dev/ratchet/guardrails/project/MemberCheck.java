package dev.ratchet.guardrails.project;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.JavaCache;
import dev.ratchet.guardrails.inspection.ProtectedIndex;
import dev.ratchet.guardrails.protection.PolicyLayer;
import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.guardrails.source.MemberPattern;
import dev.ratchet.verdict.Tier;
import java.util.List;
import java.util.Set;

/** Members that a policy names have to be in the target. */
public final class MemberCheck {
  private final Rules rules;
  private final Remarks remarks;

  public MemberCheck(Rules rules, Remarks remarks) {
    this.rules = rules;
    this.remarks = remarks;
  }

  public void inspect(SourceTree tree) {
    Set<MemberPattern> unmatched =
        new ProtectedIndex(rules, new JavaCache(rules.java().level())).of(tree).unmatched();
    List<MemberPattern> members = rules.protection().patterns();
    List<MemberPattern> usable = rules.protection().mayUse();
    for (int i = 0; i < members.size(); i++) {
      if (unmatched.contains(members.get(i))) {
        missing("protect.members[" + i + "]", members.get(i));
      }
    }
    for (int i = 0; i < usable.size(); i++) {
      String key = "protect.may-use[" + i + "]";
      MemberPattern pattern = usable.get(i);
      if (unmatched.contains(pattern)) {
        missing(key, pattern);
      } else if (members.stream().noneMatch(member -> mayCover(member, pattern))) {
        remarks.add(
            PolicyRules.MAY_USE_UNPROTECTED,
            Tier.ESCALATE,
            key,
            pattern + " is not protected, so edits may use it anyway",
            "protect it under protect.members, or remove the entry");
      }
    }
  }

  private void missing(String key, MemberPattern pattern) {
    remarks.add(
        PolicyLayer.MISSING,
        Tier.HARD,
        key,
        "The target has nothing of the name " + pattern + ", and every edit would be refused",
        "correct the name");
  }

  /** What an annotation marks is not known by name. */
  private static boolean mayCover(MemberPattern member, MemberPattern usable) {
    return member.isAnnotation()
        || member.isWholeType() && (usable.type() + ".").startsWith(member.type() + ".")
        || member.type().equals(usable.type())
            && (usable.isWholeType() || member.member().equals(usable.member()));
  }

  /** Returns whether the target has a type or method of this name. */
  public static boolean exists(String name, Rules rules, SourceTree tree) {
    int hash = name.indexOf('#');
    String type = (hash < 0 ? name : name.substring(0, hash)).replace('$', '.');
    String simple = type.substring(type.lastIndexOf('.') + 1);
    JavaCache java = new JavaCache(rules.java().level());
    return tree.paths().stream()
        .filter(FileEdit::isJava)
        .flatMap(path -> tree.file(path).stream())
        .filter(file -> file.text().filter(text -> text.contains(simple)).isPresent())
        .flatMap(file -> java.facts(file).members().stream())
        .anyMatch(
            member ->
                hash < 0
                    ? member.fullName().equals(type)
                    : member.owner().equals(type)
                        && member.name().equals(name.substring(hash + 1)));
  }
}
