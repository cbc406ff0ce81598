package dev.ratchet.guardrails.source;

/**
 * An import.
 *
 * @param name the name, without a final {@code .*}
 * @param isStatic whether members are imported
 * @param onDemand whether it ends in {@code .*}
 * @param line the line, from 1
 */
public record Import(String name, boolean isStatic, boolean onDemand, int line) {
  /** Returns the last segment of the name. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Returns the name without its last segment. */
  String qualifier() {
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
  }

  /** Returns the import as it is written, without its line. */
  public String written() {
    return "import " + (isStatic ? "static " : "") + name + (onDemand ? ".*" : "");
  }
}
