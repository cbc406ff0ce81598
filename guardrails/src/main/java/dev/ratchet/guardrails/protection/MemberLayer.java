package dev.ratchet.guardrails.protection;

import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.source.MemberPattern;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Protected members stay what and where they are: compared as tokens, by full name and file. */
public final class MemberLayer implements Layer {
  private static final Rule PROTECTED =
      Rule.hard(
              "members.protected",
              "Protected members stay as they are, annotations and modifiers included")
          .because("the policy protects it, and what it says must stay as a person wrote it")
          .stops("return risk > 10; in Alignment.refuses, where it was risk > 3")
          .passes("a comment above Alignment.refuses");

  /** A protected member with the sources around it. */
  private record Found(SourcePath path, Member member, JavaSource source) {
    boolean isSame(Found other) {
      return path.equals(other.path)
          && member.kind() == other.member.kind()
          && member.place().equals(other.member.place())
          && member.text().equals(other.member.text());
    }

    boolean isSamePlace(Found other) {
      return path.equals(other.path) && hasSameName(other);
    }

    boolean hasSameName(Found other) {
      return member.kind() == other.member.kind() && member.place().equals(other.member.place());
    }
  }

  @Override
  public List<Rule> rules() {
    return List.of(PROTECTED);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    List<MemberPattern> patterns = edit.rules().protection().patterns();
    List<Found> before = new ArrayList<>();
    List<Found> after = new ArrayList<>();
    for (FileEdit file : edit.files()) {
      collect(file.from(), file.javaBefore(), patterns, Set.of(), before);
    }
    Set<String> places = new HashSet<>();
    edit.protectedMembers().entries().forEach(entry -> places.add(key(entry.member())));
    for (FileEdit file : edit.files()) {
      collect(file.path(), file.javaAfter(), patterns, places, after);
    }
    Set<SourcePath> unreadable = unreadable(edit);
    List<Found> lost = without(before, after);
    List<Found> gained = without(after, before);
    for (Found old : lost) {
      if (!unreadable.contains(old.path())) {
        report(old, gained, findings);
      }
    }
    for (Found added : gained) {
      if (lost.stream().noneMatch(added::hasSameName)) {
        findings.add(added(added));
      }
    }
  }

  /** What can't be parsed is refused for that already, and says nothing of its members. */
  private static Set<SourcePath> unreadable(Edit edit) {
    Set<SourcePath> unreadable = new HashSet<>();
    edit.files().stream()
        .filter(file -> file.isTooDeep() || file.isJava() && file.problemAfter().isPresent())
        .forEach(file -> unreadable.addAll(file.change().touched()));
    return unreadable;
  }

  private static String key(Member member) {
    return member.kind() + " " + member.place();
  }

  private static void collect(
      SourcePath path,
      JavaSource source,
      List<MemberPattern> patterns,
      Set<String> places,
      List<Found> into) {
    for (Member member : source.members()) {
      boolean named = patterns.stream().anyMatch(p -> !p.isAnnotation() && p.protects(member));
      boolean annotated =
          places.isEmpty() && patterns.stream().anyMatch(pattern -> pattern.protects(member));
      if (named || annotated || places.contains(key(member))) {
        into.add(new Found(path, member, source));
      }
    }
  }

  private static List<Found> without(List<Found> some, List<Found> others) {
    List<Found> rest = new ArrayList<>(some);
    for (Found other : others) {
      rest.stream().filter(other::isSame).findFirst().ifPresent(rest::remove);
    }
    return rest;
  }

  private static void report(Found old, List<Found> gained, Findings findings) {
    Optional<Found> here = gained.stream().filter(old::isSamePlace).findFirst();
    Optional<Found> elsewhere = gained.stream().filter(old::hasSameName).findFirst();
    String what;
    Place place;
    if (here.isPresent()) {
      what = "was changed" + detail(old, here.get());
      place = Place.of(old.path(), line(old, here.get()));
    } else if (elsewhere.isPresent()) {
      what = "was moved to another file";
      place = Place.of(elsewhere.get().path(), elsewhere.get().member().line());
    } else {
      what = "was removed or renamed";
      place = Place.of(old.path(), old.member().line());
    }
    findings.add(finding(old, what, place));
  }

  private static Finding finding(Found found, String what, Place place) {
    return PROTECTED
        .found("The protected " + words(found.member()) + " " + what)
        .at(place)
        .remedy("leave it as it is; comments and layout around it may change");
  }

  private static String words(Member member) {
    return switch (member.kind()) {
      case TYPE -> "type " + member.place();
      case HEADER -> "declaration of the type " + member.place();
      default -> member.place();
    };
  }

  private static Finding added(Found found) {
    return finding(
        found, "was declared a second time", Place.of(found.path(), found.member().line()));
  }

  /** Names the first thing within a type that is not the same. */
  private static String detail(Found old, Found now) {
    return difference(old, now).map(member -> " (at " + member.place() + ")").orElse("");
  }

  private static int line(Found old, Found now) {
    return difference(old, now).map(Member::line).orElse(now.member().line());
  }

  private static Optional<Member> difference(Found old, Found now) {
    List<Member> before = inside(old);
    List<Member> after = inside(now);
    return after.stream()
        .filter(member -> before.stream().noneMatch(b -> isSame(b, member)))
        .findFirst()
        .or(
            () ->
                before.stream()
                    .filter(member -> after.stream().noneMatch(a -> isSame(a, member)))
                    .findFirst());
  }

  private static boolean isSame(Member one, Member other) {
    return one.place().equals(other.place()) && one.text().equals(other.text());
  }

  private static List<Member> inside(Found found) {
    String type = found.member().fullName();
    return found.member().kind() != Member.Kind.TYPE
        ? List.of()
        : found.source().members().stream()
            .filter(m -> m.kind() != Member.Kind.TYPE)
            .filter(
                m ->
                    m.owner().equals(type)
                        || m.owner().startsWith(type + ".")
                        || m.kind() == Member.Kind.HEADER && m.fullName().equals(type))
            .toList();
  }
}
