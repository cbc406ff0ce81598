package dev.ratchet.guardrails.project;

import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.inspection.FileEdit;
import dev.ratchet.guardrails.inspection.JavaCache;
import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.jdk.Catalogue;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.source.Use;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the Java of a target does already, and what in it is named like a safeguard. */
public final class ProjectFacts {
  /** How often a capability is used, in how many files, and through which API most. */
  public static final class Count {
    private final Set<SourcePath> files = new HashSet<>();
    private final Map<String, Integer> apis = new TreeMap<>();

    public int files() {
      return files.size();
    }

    public int uses() {
      return apis.values().stream().mapToInt(Integer::intValue).sum();
    }

    public String mostUsed() {
      return apis.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .limit(3)
          .map(entry -> entry.getKey() + " " + entry.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  private final Map<Capability, Count> powers = new EnumMap<>(Capability.class);
  private final Set<String> safeguards = new TreeSet<>();
  private final Set<String> ownTypes = new HashSet<>();
  private int files;

  private ProjectFacts() {}

  public static ProjectFacts of(SourceTree tree, ProjectLayout layout) {
    ProjectFacts facts = new ProjectFacts();
    JavaCache java = layout.java();
    List<SourcePath> paths =
        tree.paths().stream()
            .filter(FileEdit::isJava)
            .filter(p -> layout.sources().stream().anyMatch(r -> p.value().startsWith(r + "/")))
            .toList();
    paths.forEach(path -> facts.addOwnType(path, layout));
    for (SourcePath path : paths) {
      tree.file(path).ifPresent(file -> facts.add(path, file, java));
    }
    return facts;
  }

  private void addOwnType(SourcePath path, ProjectLayout layout) {
    layout.sources().stream()
        .filter(root -> path.value().startsWith(root + "/"))
        .map(root -> path.value().substring(root.length() + 1))
        .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
        .forEach(ownTypes::add);
  }

  private void add(SourcePath path, SourceFile file, JavaCache java) {
    JavaSource source = java.facts(file);
    files++;
    for (Use use : source.uses()) {
      Catalogue.jdk()
          .power(use, use.readings(ownTypes::contains))
          .ifPresent(power -> add(power, path));
    }
    source.members().forEach(this::addSafeguard);
  }

  private void add(Catalogue.Power power, SourcePath path) {
    Count count = powers.computeIfAbsent(power.capability(), c -> new Count());
    count.files.add(path);
    count.apis.merge(power.api(), 1, Integer::sum);
  }

  /** What is inside of a safeguard goes with it. */
  private void addSafeguard(Member member) {
    boolean isInside = safeguards.stream().anyMatch(name -> isIn(member.owner(), name));
    if (isInside) {
      return;
    }
    if (member.kind() == Member.Kind.TYPE && SafeguardNames.isType(member.name())) {
      addPlain(member.fullName() + "#*");
    } else if ((member.kind() == Member.Kind.METHOD || member.kind() == Member.Kind.FIELD)
        && SafeguardNames.isMember(member.name())) {
      addPlain(member.owner() + "#" + member.name());
    }
  }

  private static boolean isIn(String owner, String safeguard) {
    String type = safeguard.endsWith("#*") ? safeguard.substring(0, safeguard.length() - 2) : "";
    return !type.isEmpty() && (owner + ".").startsWith(type + ".");
  }

  private void addPlain(String pattern) {
    if (pattern.matches("[A-Za-z0-9_.]+#[A-Za-z0-9_*]+")) {
      safeguards.add(pattern);
    }
  }

  public int files() {
    return files;
  }

  /** Returns how often a capability is used. */
  public Count count(Capability capability) {
    return powers.getOrDefault(capability, new Count());
  }

  /** Returns patterns of what is named like a safeguard, sorted. */
  public Set<String> safeguards() {
    return safeguards;
  }
}
