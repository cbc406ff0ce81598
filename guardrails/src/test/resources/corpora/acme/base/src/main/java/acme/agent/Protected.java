package acme.agent;

/** Marks what must not change. */
public @interface Protected {}
