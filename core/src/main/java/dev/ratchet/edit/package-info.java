/**
 * Files, trees of files, and changes to them as immutable values.
 *
 * <p>Begin with {@link dev.ratchet.edit.SourceTree}, a snapshot of a program, and {@link
 * dev.ratchet.edit.ChangeSet}, an edit to it; {@link dev.ratchet.edit.PatchFormat} reads edits that
 * somebody else wrote. The package is the lowest of all: it knows files and nothing of the
 * languages in them, may use no other package of Ratchet, and hides the libraries it uses.
 *
 * <h2>Why a tree of directories and not a flat map</h2>
 *
 * <p>A flat persistent map from path to file would be less code. It was not chosen, because its
 * hash has to be computed over all files for each derived tree, and comparing two trees has to look
 * at every path. With a Merkle tree of directories a change copies and hashes only the directories
 * on the way to it, two trees are compared by walking only where they differ, and a name that
 * clashes with a directory or differs from another in case only is found where it would be on disk.
 *
 * <h2>Why patches have to fit exactly</h2>
 *
 * <p>Patch programs help a human by fuzz: they apply a hunk where the surroundings are only
 * similar, choose one of several equal places, or apply the hunks that fit and report the rest.
 * Each of these makes a program that nobody proposed, which would then be guarded, measured and
 * kept under the name of the proposal. Here a hunk is applied at its stated place or at the only
 * place where it fits byte for byte, and if one hunk has no such place nothing is applied; the
 * proposer gets the reason for every hunk, with the nearest match, and can propose again.
 */
@NullMarked
package dev.ratchet.edit;

import org.jspecify.annotations.NullMarked;
