package com.harbor.desk.safety;

/** Marks what the assistant may not change about itself. */
public @interface Protected {}
