/**
 * Structured documents (YAML, JSON, properties) read strictly, with the place of every value.
 *
 * <p>Begin with {@link dev.ratchet.guardrails.document.DocumentFormat}. The package knows nothing
 * of policies or rules, may use SnakeYAML and Jackson's streaming parser, and is not exported.
 *
 * <h2>Why not a tree of Jackson</h2>
 *
 * <p>One Jackson mapper for both formats would be less code. It was not chosen because its YAML
 * reader drops tags, reads an alias as the plain text of its name, keeps the last of two equal keys
 * and stops after the first document: each is a way to change what a program reads without changing
 * what a guard sees. Here values keep their type and their spelling, so that two values are equal
 * only if every reader takes them for equal.
 */
@NullMarked
package dev.ratchet.guardrails.document;

import org.jspecify.annotations.NullMarked;
