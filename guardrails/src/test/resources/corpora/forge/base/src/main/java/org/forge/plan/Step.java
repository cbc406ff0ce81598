package org.forge.plan;

/** One call of a tool. */
public record Step(String tool, String input) {}
