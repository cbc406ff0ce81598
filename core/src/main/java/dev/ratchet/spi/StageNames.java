package dev.ratchet.spi;

/** Default names of stages: the class, or the kind for lambdas, whose names change per build. */
final class StageNames {
  private StageNames() {}

  static String of(Object stage, String kind) {
    Class<?> type = stage.getClass();
    return type.isSynthetic() || type.isHidden() || type.getSimpleName().isEmpty()
        ? kind
        : type.getSimpleName();
  }
}
