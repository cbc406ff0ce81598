/**
 * The Java toolkit: compiling, testing, measuring and profiling a program under change.
 *
 * <p>Begin with {@link dev.ratchet.java.JavaTarget}, which describes the program, and {@link
 * dev.ratchet.java.TreeCompiler}, which the other types share. May use every package of this module
 * that is language-neutral; ASM and the compiler API are used inside and never shown.
 *
 * <p>Decisions. {@link dev.ratchet.java.ApiCompatibilityValidator} reads class files itself instead
 * of asking japicmp 0.27.0, which works well as a library: that would add fifteen jars of 5.8 MB to
 * a module that is to stay below 10 MB with all it needs, and compare two whole programs for every
 * candidate, while most edits change bodies only, which the surfaces of the changed classes tell at
 * once.
 */
@NullMarked
package dev.ratchet.java;

import org.jspecify.annotations.NullMarked;
