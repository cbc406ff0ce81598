package dev.ratchet.guardrails.source;

/**
 * A declaration of a kind that policies may deny.
 *
 * @param kind what it is
 * @param place where it is, such as {@code pkg.Type#name}
 * @param line the line, from 1
 */
public record Declaration(DeclarationKind kind, String place, int line) {}
