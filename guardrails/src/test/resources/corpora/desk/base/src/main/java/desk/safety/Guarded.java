package desk.safety;

/** Marks what nobody changes without a person. */
public @interface Guarded {}
