package dev.ratchet.guardrails.rules;

/**
 * The stance to text that reads otherwise than it looks; hidden characters are always refused.
 *
 * @param unicodeIdentifiers the stance to characters beyond ASCII in code
 * @param asciiEscapes the stance to ASCII characters written as Unicode escapes
 * @param mixedLineEnds the stance to line ends other than the file's own
 */
public record TextRules(Stance unicodeIdentifiers, Stance asciiEscapes, Stance mixedLineEnds) {}
