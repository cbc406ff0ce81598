package dev.ratchet.guardrails.rules;

import dev.ratchet.guardrails.jdk.Capability;
import dev.ratchet.guardrails.policy.JavaSettings;
import dev.ratchet.guardrails.source.DeclarationKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy says of Java, with every default filled in.
 *
 * @param settings the target as a Java program
 * @param packages the packages that edits may newly use; empty for the default
 * @param capabilities the stance to each capability
 * @param declarations the stance to each kind of declaration
 * @param reserved simple names that no new type may have, besides those of protected types
 * @param testsEditable whether tests may be edited where {@code editable} names them
 */
public record JavaRules(
    JavaSettings settings,
    Optional<List<String>> packages,
    Map<Capability, Stance> capabilities,
    Map<DeclarationKind, Stance> declarations,
    Set<String> reserved,
    boolean testsEditable) {}
