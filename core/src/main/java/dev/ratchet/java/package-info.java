/**
 * The Java toolkit: compiling, testing, measuring and profiling a program under change.
 *
 * <p>Begin with {@link dev.ratchet.java.JavaTarget}, which describes the program, and {@link
 * dev.ratchet.java.TreeCompiler}, which the other types share. May use every package of this module
 * that is language-neutral; ASM and the compiler API are used inside and never shown.
 */
@NullMarked
package dev.ratchet.java;

import org.jspecify.annotations.NullMarked;
