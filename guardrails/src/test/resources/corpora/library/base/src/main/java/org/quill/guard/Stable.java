package org.quill.guard;

/** Marks what may not change between versions. */
public @interface Stable {}
