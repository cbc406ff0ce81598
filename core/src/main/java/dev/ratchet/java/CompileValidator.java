package dev.ratchet.java;

import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Validator;
import dev.ratchet.verdict.Verdict;
import java.util.Objects;

/** A validator that compiles the candidate. Users create it. */
public final class CompileValidator implements Validator {
  private final TreeCompiler compiler;

  /** Returns a validator on a compiler that others share, so that a tree is compiled once. */
  public CompileValidator(TreeCompiler compiler) {
    this.compiler = Objects.requireNonNull(compiler, "compiler");
  }

  @Override
  public Verdict validate(Candidate candidate) {
    return compiler
        .compile(candidate.base(), candidate.tree())
        .fold(compiled -> Verdict.accepted(), failed -> Verdict.of(failed.findings()));
  }

  @Override
  public boolean runsCandidate() {
    return false;
  }

  @Override
  public String name() {
    return "compile";
  }
}
