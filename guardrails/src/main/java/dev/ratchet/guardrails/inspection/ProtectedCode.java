package dev.ratchet.guardrails.inspection;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.bytecode.ClassFacts;
import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.bytecode.Program;
import dev.ratchet.guardrails.inspection.ProtectedIndex.Entry;
import dev.ratchet.guardrails.rules.Dependencies;
import dev.ratchet.guardrails.rules.ProtectedMember;
import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.guardrails.rules.Stance;
import dev.ratchet.guardrails.source.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The protected members of a tree as class files have them. */
public final class ProtectedCode {
  /**
   * A protected declaration with what it was compiled to.
   *
   * @param entry the declaration in the source
   * @param type the class it is in, or is
   * @param members the members it was compiled to
   */
  public record Compiled(Entry entry, ClassFacts type, List<MemberFacts> members) {
    public boolean isType() {
      return entry.member().kind() == Member.Kind.TYPE;
    }
  }

  private final Program program;

  public ProtectedCode(Program program) {
    this.program = program;
  }

  public Stream<Compiled> of(List<Entry> entries) {
    return entries.stream().flatMap(this::compiled);
  }

  private Stream<Compiled> compiled(Entry entry) {
    Member member = entry.member();
    return switch (member.kind()) {
      case TYPE -> typeAndNested(entry);
      case HEADER -> type(entry, member.fullName()).map(t -> new Compiled(entry, t, List.of()));
      default -> type(entry, member.owner()).map(t -> new Compiled(entry, t, members(t, member)));
    };
  }

  private Stream<Compiled> typeAndNested(Entry entry) {
    String name = binaryName(entry, entry.member().fullName());
    return Stream.concat(Stream.of(name), program.nested(name))
        .flatMap(nested -> program.facts(nested).stream())
        .map(t -> new Compiled(entry, t, List.copyOf(t.members().values())));
  }

  private Stream<ClassFacts> type(Entry entry, String fullName) {
    return program.facts(binaryName(entry, fullName)).stream();
  }

  static String binaryName(Entry entry, String fullName) {
    String start = entry.packageName().isEmpty() ? "" : entry.packageName() + ".";
    return start + fullName.substring(start.length()).replace('.', '$');
  }

  private static List<MemberFacts> members(ClassFacts type, Member member) {
    List<MemberFacts> named =
        type.members().values().stream()
            .filter(found -> found.name().equals(nameInClass(member)))
            .filter(found -> found.isMethod() == isCode(member.kind()))
            .toList();
    return member.kind() == Member.Kind.METHOD ? bestMatches(named, member) : named;
  }

  private static boolean isCode(Member.Kind kind) {
    return kind != Member.Kind.FIELD && kind != Member.Kind.CONSTANT;
  }

  private static String nameInClass(Member member) {
    return switch (member.kind()) {
      case CONSTRUCTOR -> "<init>";
      case INITIALIZER -> "<clinit>";
      default -> member.name();
    };
  }

  /** Sources name parameters as written, class files erased: the most alike are meant. */
  private static List<MemberFacts> bestMatches(List<MemberFacts> named, Member member) {
    List<MemberFacts> best = new ArrayList<>();
    long most = -1;
    for (MemberFacts found : named) {
      long alike = alike(found.parameterTypes(), member.parameters());
      if (alike > most) {
        best.clear();
        most = alike;
      }
      if (alike == most) {
        best.add(found);
      }
    }
    return best;
  }

  private static long alike(List<String> erased, List<String> written) {
    if (erased.size() != written.size()) {
      return -1;
    }
    long alike = 0;
    for (int i = 0; i < erased.size(); i++) {
      alike += erased.get(i).equals(written.get(i)) ? 1 : 0;
    }
    return alike;
  }

  /** Returns the protections that cover an entry. */
  public static List<ProtectedMember> covering(Entry entry, Rules rules) {
    return rules.protection().members().stream()
        .filter(member -> member.pattern().protects(entry.member()))
        .toList();
  }

  /** Returns how far the strictest protection of an entry reaches. */
  public static Dependencies dependencies(Entry entry, Rules rules) {
    return covering(entry, rules).stream()
        .map(ProtectedMember::dependencies)
        .min(Dependencies::compareTo)
        .orElse(Dependencies.TRANSITIVE);
  }

  /** Returns the strictest stance to new subtypes of an entry; empty if there is none. */
  public static Optional<Stance> subtypes(Entry entry, Rules rules) {
    return covering(entry, rules).stream().map(ProtectedMember::subtypes).min(Stance::compareTo);
  }

  static List<Entry> entries(ProtectedIndex index, SourceTree tree) {
    return index.of(tree).entries();
  }
}
