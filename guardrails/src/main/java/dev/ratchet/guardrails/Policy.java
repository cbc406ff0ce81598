package dev.ratchet.guardrails;

import dev.ratchet.edit.ContentHash;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.guardrails.policy.AdaptTerms;
import dev.ratchet.guardrails.policy.JavaSettings;
import dev.ratchet.guardrails.policy.PolicyException;
import dev.ratchet.guardrails.policy.ReviewTerms;
import dev.ratchet.guardrails.rules.PolicyReader;
import dev.ratchet.guardrails.rules.PolicyText;
import dev.ratchet.guardrails.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What edits may touch and what they never may, as a person wrote it. Users call it to read one.
 *
 * <p>The file is read strictly: an unknown key, a key given twice, an alias, a number that readers
 * take differently or a second document is an error that names its place, never ignored. Sections
 * left out get safe defaults. Immutable.
 */
public final class Policy {
  static final List<String> NOT_READ = List.of("target/**", "build/**", ".gradle/**", ".git/**");

  private final PolicyText written;
  private final Rules rules;
  private final ContentHash hash;

  private Policy(PolicyText written) {
    this.written = written;
    this.rules = PolicyReader.read(written);
    this.hash = ContentHash.ofText(rules.canonical());
  }

  /**
   * Returns the policy in a file.
   *
   * @throws PolicyException if the file can't be read or used; the message names place and remedy
   */
  public static Policy read(Path file) {
    return new Policy(PolicyText.read(file));
  }

  /**
   * Returns the policy in a file, which must lie outside the tree that is edited.
   *
   * @throws PolicyException as {@link #read(Path)}, and if the file lies inside the directory or
   *     there is no such directory
   */
  public static Policy read(Path file, Path targetDirectory) {
    Policy policy = read(file);
    if (policy.liesIn(targetDirectory)) {
      throw new PolicyException(
          file,
          0,
          0,
          "the policy lies inside the tree that is edited ("
              + targetDirectory
              + "), so an edit could widen it; move it outside");
    }
    return policy;
  }

  /** Returns whether the policy is a file below a directory, also through a link. */
  boolean liesIn(Path directory) {
    Path file = written.file();
    if (!Files.isDirectory(directory)) {
      throw new PolicyException(
          file,
          0,
          0,
          "there is no directory "
              + directory
              + " that the policy could lie outside of; name the program that is edited");
    }
    try {
      return file.toRealPath().startsWith(directory.toRealPath());
    } catch (IOException e) {
      throw new PolicyException(
          file, "it can't be told whether the policy lies outside " + directory, e);
    }
  }

  /** Returns the policy as it is written, for who speaks of places in it. */
  PolicyText written() {
    return written;
  }

  Rules rules() {
    return rules;
  }

  /** Returns the hash of the effective policy; equal for two spellings of the same rules. */
  public ContentHash hash() {
    return hash;
  }

  /** Returns the effective policy, one line a rule, with every default spelled out. */
  public String effective() {
    return rules.canonical();
  }

  /** Returns the files of a target that are worth reading: all but build output and git's own. */
  public PathFilter filter() {
    return PathFilter.of(List.of("**"), NOT_READ);
  }

  /** Returns what the policy says of the target as a Java program. */
  public JavaSettings java() {
    return rules.java();
  }

  /** Returns when a person has to look at an edit, for the host to act on. */
  public ReviewTerms review() {
    return rules.review();
  }

  /** Returns how constraints change over a run, for the host to act on. */
  public AdaptTerms adapt() {
    return rules.adapt();
  }

  /** Returns the start of the hash. */
  @Override
  public String toString() {
    return "policy " + hash.shortHex();
  }
}
