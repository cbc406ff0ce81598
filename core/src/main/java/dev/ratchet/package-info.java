/**
 * The improvement loop: compose it, run it, read what came of it.
 *
 * <p>Begin with {@link dev.ratchet.ImprovementLoop#builder}. The engine beside it is not public;
 * this package may use every other package of core, and none of them may use it.
 *
 * <p>Inside a round a stage that ends the attempt throws a private exception, so that a round stays
 * one method that reads like its picture: propose, resolve, recall, guard, validate, measure,
 * confirm, review, apply, re-check, keep. Handing an optional ending from stage to stage was the
 * alternative; it would have put a test for "ended?" between any two lines of that method.
 */
@NullMarked
package dev.ratchet;

import org.jspecify.annotations.NullMarked;
