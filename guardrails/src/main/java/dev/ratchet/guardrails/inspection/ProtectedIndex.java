package dev.ratchet.guardrails.inspection;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.rules.Rules;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.Member;
import dev.ratchet.guardrails.source.MemberPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the protected members of a tree are, kept by the content of files.
 *
 * <p>A derived tree costs a look-up per file and parsing only of what is new. Safe for many
 * threads.
 */
public final class ProtectedIndex {
  private static final int MOST_FILES = 100_000;

  /** A protected member and the file it is in. */
  public record Entry(SourcePath path, String packageName, Member member) {}

  /** The protected members of one tree. */
  public record Snapshot(ContentHash tree, List<Entry> entries, Set<MemberPattern> unmatched) {}

  private record FileHits(String packageName, List<Member> members, Set<MemberPattern> matched) {
    private static final FileHits NONE = new FileHits("", List.of(), Set.of());
  }

  private final List<MemberPattern> patterns;
  private final List<MemberPattern> all;
  private final Map<MemberPattern, Pattern> declared;
  private final JavaCache java;
  private final Map<ContentHash, FileHits> hits = new ConcurrentHashMap<>();
  private volatile Optional<Snapshot> last = Optional.empty();

  public ProtectedIndex(Rules rules, JavaCache java) {
    this.patterns = rules.protection().patterns();
    this.all = Stream.concat(patterns.stream(), rules.protection().mayUse().stream()).toList();
    this.java = java;
    this.declared =
        all.stream()
            .distinct()
            .collect(Collectors.toUnmodifiableMap(p -> p, ProtectedIndex::declarationOf));
  }

  public Snapshot of(SourceTree tree) {
    Optional<Snapshot> known = last.filter(s -> s.tree().equals(tree.hash()));
    if (known.isPresent()) {
      return known.get();
    }
    Snapshot fresh = search(tree);
    last = Optional.of(fresh);
    return fresh;
  }

  private Snapshot search(SourceTree tree) {
    if (hits.size() > MOST_FILES) {
      hits.clear();
    }
    List<Entry> entries = new ArrayList<>();
    Set<MemberPattern> unmatched = new LinkedHashSet<>(all);
    for (SourcePath path : all.isEmpty() ? List.<SourcePath>of() : tree.paths()) {
      if (FileEdit.isJava(path)) {
        FileHits found =
            hits.computeIfAbsent(
                tree.file(path).orElseThrow().hash(),
                hash -> search(tree.file(path).orElseThrow()));
        found.members().forEach(m -> entries.add(new Entry(path, found.packageName(), m)));
        unmatched.removeAll(found.matched());
      }
    }
    return new Snapshot(tree.hash(), List.copyOf(entries), unmatched);
  }

  private FileHits search(SourceFile file) {
    if (!mayHold(file.text().orElse(""))) {
      return FileHits.NONE;
    }
    JavaSource source = java.facts(file);
    Set<MemberPattern> matched = new LinkedHashSet<>();
    List<Member> members = new ArrayList<>();
    for (Member member : source.members()) {
      all.stream().filter(pattern -> pattern.protects(member)).forEach(matched::add);
      if (patterns.stream().anyMatch(pattern -> pattern.protects(member))) {
        members.add(member);
      }
    }
    // A type and its header carry a pattern for a member of it, but do not make it match.
    matched.removeIf(pattern -> matchesHeadersOnly(pattern, source));
    return new FileHits(source.packageName(), members, matched);
  }

  private static boolean matchesHeadersOnly(MemberPattern pattern, JavaSource source) {
    return source.members().stream()
        .filter(pattern::protects)
        .allMatch(member -> member.kind() == Member.Kind.HEADER);
  }

  /** A name can be spelled with escapes, so a file that has any is always parsed. */
  private boolean mayHold(String text) {
    return text.contains("\\u") || all.stream().anyMatch(pattern -> mayHold(text, pattern));
  }

  /** An annotation stands on what it protects; a type is protected where it is declared. */
  private boolean mayHold(String text, MemberPattern pattern) {
    return text.contains(pattern.simpleName())
        && (pattern.isAnnotation()
            || Objects.requireNonNull(declared.get(pattern)).matcher(text).find());
  }

  private static Pattern declarationOf(MemberPattern pattern) {
    String space = "(?:\\s|/\\*(?s:.*?)\\*/|//[^\\n]*\\n)+";
    return Pattern.compile(
        "\\b(?:class|interface|enum|record)" + space + pattern.simpleName() + "\\b");
  }
}
