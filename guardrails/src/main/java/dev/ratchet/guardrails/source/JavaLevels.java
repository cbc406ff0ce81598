package dev.ratchet.guardrails.source;

import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The language levels that can be parsed. */
public final class JavaLevels {
  private static final int OLDEST = 8;
  private static final int NEWEST = 40;
  private static final List<Integer> ALL =
      IntStream.rangeClosed(OLDEST, NEWEST).filter(JavaLevels::isKnown).boxed().toList();

  static final int FIRST_WITH_VAR = 10;

  private JavaLevels() {}

  /** Returns all levels, oldest first. */
  public static List<Integer> all() {
    return ALL;
  }

  /** By reflection, because the levels themselves bring all of the parser's checks with them. */
  private static boolean isKnown(int level) {
    return Arrays.stream(LanguageLevel.class.getFields())
        .anyMatch(field -> field.isEnumConstant() && field.getName().equals("JAVA_" + level));
  }

  static LanguageLevel level(int level) {
    return LanguageLevel.valueOf("JAVA_" + level);
  }
}
