package dev.ratchet.guardrails.inspection;

import dev.ratchet.edit.Change;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.guardrails.rules.Operation;
import dev.ratchet.guardrails.source.JavaScan;
import dev.ratchet.guardrails.source.JavaSource;
import dev.ratchet.guardrails.source.SyntaxException;
import dev.ratchet.guardrails.text.AddedLines;
import java.util.Optional;

/** A change to one file with what can be told of both sides; unreadable sides are empty. */
public final class FileEdit {
  /** Each level can double javac's work, which nothing can stop. */
  public static final int DEEPEST_LAMBDA = 8;

  /** Parsers take longer than in proportion. */
  public static final int LONGEST_STATEMENT = 3_000;

  private final Change change;
  private final String before;
  private final String after;
  private final JavaCache java;
  private final AddedLines added;
  private final JavaScan scan;
  private final boolean isTooDeep;

  FileEdit(Change change, JavaCache java, int deepest) {
    this.change = change;
    this.java = java;
    this.before = change.before().flatMap(SourceFile::text).orElse("");
    this.after = change.after().flatMap(SourceFile::text).orElse("");
    this.added = AddedLines.of(before, after);
    this.scan = JavaScan.of(isJava() ? after : "");
    this.isTooDeep =
        scan.deepest() > deepest
            || scan.deepestLambda() > DEEPEST_LAMBDA
            || scan.longestStatement() > LONGEST_STATEMENT;
  }

  public Operation operation() {
    return Operation.of(change);
  }

  public Change change() {
    return change;
  }

  /** Returns where the file was, or would have been. */
  public SourcePath from() {
    return change.touched().get(0);
  }

  /** Returns where the file is, or would be. */
  public SourcePath path() {
    return change.path();
  }

  public Optional<SourceFile> beforeFile() {
    return change.before();
  }

  public Optional<SourceFile> afterFile() {
    return change.after();
  }

  public String before() {
    return before;
  }

  public String after() {
    return after;
  }

  public AddedLines added() {
    return added;
  }

  public boolean wasJava() {
    return isJava(from()) && change.before().isPresent();
  }

  public boolean isJava() {
    return isJava(path()) && change.after().isPresent();
  }

  public static boolean isJava(SourcePath path) {
    return path.value().endsWith(".java");
  }

  public JavaSource javaBefore() {
    return wasJava() ? java.facts(change.before().orElseThrow()) : JavaSource.none();
  }

  public JavaSource javaAfter() {
    return isJava() && !isTooDeep ? java.facts(change.after().orElseThrow()) : JavaSource.none();
  }

  public Optional<SyntaxException> problemBefore() {
    return change.before().flatMap(java::problem);
  }

  /** Returns why the new text can't be parsed; a text that is too deep is not tried. */
  public Optional<SyntaxException> problemAfter() {
    return isTooDeep ? Optional.empty() : change.after().flatMap(java::problem);
  }

  /** Returns how the characters of a new Java text read, before any parser. */
  public JavaScan scan() {
    return scan;
  }

  /** Returns whether the new text must not be given to a parser. */
  public boolean isTooDeep() {
    return isTooDeep;
  }
}
