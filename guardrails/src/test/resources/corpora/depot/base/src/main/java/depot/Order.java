package depot;

/** Something to carry. */
public record Order(String name, int weight, boolean urgent) {}
