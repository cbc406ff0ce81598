package dev.ratchet.guardrails.rules;

import dev.ratchet.edit.PathGlob;
import dev.ratchet.guardrails.document.DocumentFormat;
import dev.ratchet.guardrails.rules.Rules.Protection;
import dev.ratchet.guardrails.rules.Rules.SettingRule;
import dev.ratchet.guardrails.source.MemberPattern;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.guardrails.text.Words;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the section that says what may not change. */
final class ProtectionReader {
  private static final Set<Stance> NEVER_ALLOWED = EnumSet.of(Stance.DENY, Stance.ESCALATE);

  private ProtectionReader() {}

  static Protection read(PolicySection section) {
    return new Protection(
        section.list("paths", PathGlob::of).orElse(List.of()),
        members(section),
        section.sections("settings", PolicyKeys.SETTING).stream()
            .map(ProtectionReader::settingRule)
            .toList(),
        section.list("may-use", ProtectionReader::usable).orElse(List.of()),
        section.list("evaluator", PathGlob::of).orElse(List.of()));
  }

  private static List<ProtectedMember> members(PolicySection section) {
    List<ProtectedMember> members =
        section.entries(
            "members",
            text -> ProtectedMember.of(MemberPattern.of(text)),
            PolicyKeys.MEMBER,
            ProtectionReader::member);
    Set<MemberPattern> names = new HashSet<>();
    for (ProtectedMember member : members) {
      if (!names.add(member.pattern())) {
        throw section.complain(
            section.value("members").orElseThrow(),
            "members",
            "names " + member.pattern() + " a second time; name each once");
      }
    }
    return members;
  }

  private static ProtectedMember member(PolicySection section) {
    MemberPattern pattern =
        section
            .text("member", MemberPattern::of)
            .orElseThrow(
                () -> section.complainMissing("member", "name what is protected: pkg.Type#name"));
    Dependencies dependencies =
        section
            .text("dependencies", word -> Words.known(Dependencies.class, word))
            .orElse(Dependencies.TRANSITIVE);
    return new ProtectedMember(
        pattern,
        dependencies,
        section.stance("guard-calls", NEVER_ALLOWED),
        section.stance("subtypes", EnumSet.allOf(Stance.class)),
        section.stance("bindings", NEVER_ALLOWED));
  }

  private static MemberPattern usable(String text) {
    MemberPattern pattern = MemberPattern.of(text);
    if (pattern.isAnnotation()) {
      throw new IllegalArgumentException(
          Shown.quoted(text) + " is an annotation; name the members that edits may use");
    }
    return pattern;
  }

  private static SettingRule settingRule(PolicySection section) {
    PathGlob glob =
        section
            .text("file", PathGlob::of)
            .orElseThrow(() -> section.complainMissing("file", "name the file by a glob"));
    DocumentFormat format =
        DocumentFormat.ofName(glob.toString())
            .orElseThrow(
                () ->
                    section.complain(
                        section.value("file").orElseThrow(),
                        "file",
                        "has to end in .yaml, .yml, .json or .properties, one ending an entry"));
    List<String> keys =
        section
            .list("keys", key -> checkedKey(key, format))
            .filter(list -> !list.isEmpty())
            .orElseThrow(
                () -> section.complainMissing("keys", "name the keys that may not change"));
    return new SettingRule(glob, keys);
  }

  private static String checkedKey(String key, DocumentFormat format) {
    boolean pointer = key.startsWith("/");
    if (pointer == (format == DocumentFormat.PROPERTIES) || key.isBlank()) {
      throw new IllegalArgumentException(
          Shown.quoted(key)
              + (pointer
                  ? " is a pointer; in properties name keys such as alignment.limit or alignment.*"
                  : " is no pointer; in YAML and JSON write /alignment or /alignment/limit"));
    }
    return key;
  }
}
