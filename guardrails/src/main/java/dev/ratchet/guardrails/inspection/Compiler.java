package dev.ratchet.guardrails.inspection;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.guardrails.bytecode.ClassFiles;
import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.text.Shown;
import dev.ratchet.java.Compilation;
import dev.ratchet.java.Compilation.Compiled;
import dev.ratchet.java.TreeCompiler;
import dev.ratchet.spi.Candidate;
import dev.ratchet.verdict.Finding;
import java.util.List;
import java.util.Optional;

/** Compiles both sides of an edit; safe for many threads. */
public final class Compiler {
  public static final Rule BASELINE =
      Rule.hard("compile.baseline", "The program compiles before the edit")
          .because("an edit can only be judged against a program that compiles")
          .stops("a correct edit to a program without one of its jars")
          .passes("the same edit with the jar on the class path");

  /**
   * What came of it.
   *
   * @param edit both sides; empty if one does not compile, or the edit has no source in it
   * @param findings why not
   */
  public record Outcome(Optional<CompiledEdit> edit, List<Finding> findings) {
    static final Outcome NOTHING = new Outcome(Optional.empty(), List.of());
  }

  private final TreeCompiler compiler;
  private final ClassFiles files = new ClassFiles();

  Compiler(TreeCompiler compiler) {
    this.compiler = compiler;
  }

  Outcome compile(Candidate candidate) {
    boolean hasSource =
        candidate.changes().touched().stream().anyMatch(compiler.target()::isSource);
    if (!hasSource) {
      return Outcome.NOTHING;
    }
    Compilation before = compiler.compile(candidate.base());
    if (!(before instanceof Compiled base)) {
      return new Outcome(Optional.empty(), List.of(baseline((Compilation.Failed) before)));
    }
    return compiler
        .compile(candidate.base(), candidate.tree())
        .fold(
            after -> new Outcome(Optional.of(new CompiledEdit(base, after, files)), List.of()),
            failed -> new Outcome(Optional.empty(), failed.findings()));
  }

  public Optional<Finding> baselineProblem(SourceTree base) {
    boolean hasSource = base.paths().stream().anyMatch(compiler.target()::isSource);
    return hasSource
        ? compiler.compile(base).fold(fine -> Optional.empty(), f -> Optional.of(baseline(f)))
        : Optional.empty();
  }

  private static Finding baseline(Compilation.Failed failed) {
    Finding first = failed.findings().get(0);
    return BASELINE
        .found("The program does not compile as it is: " + Shown.text(first.message()))
        .at(first.place())
        .remedy(
            "mend the program first, or let a person correct java.level, java.sources or the"
                + " class path");
  }

  /** Drops what is only needed while an edit is judged. */
  public void release() {
    files.forgetTexts();
  }
}
