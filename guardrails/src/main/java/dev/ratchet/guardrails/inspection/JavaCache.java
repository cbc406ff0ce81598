package dev.ratchet.guardrails.inspection;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.guardrails.source.Interruption;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.SyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of Java files by the hash of their content, so that only new content is parsed.
 *
 * <p>Safe for many threads. It forgets what was not asked for longest.
 */
public final class JavaCache {
  private static final int MOST = 1_000;

  private record Parsed(JavaSource facts, Optional<SyntaxException> problem) {}

  private final int level;
  private final Map<ContentHash, Parsed> parsed =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentHash, Parsed> eldest) {
          return size() > MOST;
        }
      };

  public JavaCache(int level) {
    this.level = level;
  }

  public int level() {
    return level;
  }

  /** Returns what a file says; nothing if it can't be parsed, which {@link #problem} tells. */
  public JavaSource facts(SourceFile file) {
    return parsed(file).facts();
  }

  /** Returns why a file can't be parsed, or empty if it can. */
  Optional<SyntaxException> problem(SourceFile file) {
    return parsed(file).problem();
  }

  private Parsed parsed(SourceFile file) {
    synchronized (parsed) {
      Parsed known = parsed.get(file.hash());
      if (known != null) {
        return known;
      }
    }
    Interruption.check();
    Parsed fresh = parse(file);
    synchronized (parsed) {
      parsed.put(file.hash(), fresh);
    }
    return fresh;
  }

  private Parsed parse(SourceFile file) {
    try {
      return new Parsed(JavaSource.parse(file.text().orElse(""), level), Optional.empty());
    } catch (SyntaxException e) {
      return new Parsed(JavaSource.none(), Optional.of(e));
    }
  }
}
