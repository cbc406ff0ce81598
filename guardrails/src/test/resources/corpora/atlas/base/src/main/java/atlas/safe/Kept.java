package atlas.safe;

/** Marks what no optimiser may change. */
public @interface Kept {}
