/**
 * Ready validators that know no programming language.
 *
 * <p>Begin with {@link dev.ratchet.validate.CommandValidator}. May use {@code dev.ratchet.spi} and
 * what lies below it, and {@code dev.ratchet.isolation}. Validators for Java are in {@code
 * dev.ratchet.java}.
 */
@NullMarked
package dev.ratchet.validate;

import org.jspecify.annotations.NullMarked;
