package dev.ratchet.command;

import dev.ratchet.edit.SourceTree;

/**
 * One of the programs that are compared.
 *
 * @param who how reasons call it, such as {@code The candidate}
 * @param tree its files
 */
record Version(String who, SourceTree tree) {}
