package dev.ratchet.guardrails.bytecode;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts the content of lambdas and nameless classes where the text of a member names them. */
final class CodeExpansion {
  private final Program program;
  private final ClassFiles files;
  private final Set<String> open = new HashSet<>();

  CodeExpansion(Program program, ClassFiles files) {
    this.program = program;
    this.files = files;
  }

  /** Returns the whole text of a member; empty if there is no such member. */
  String of(String className, String key) {
    return program
        .bytes(className)
        .flatMap(bytes -> Optional.ofNullable(files.texts(bytes).get(key)))
        .map(this::expanded)
        .orElse("");
  }

  /** Returns a text with content in place of all names that the compiler numbers. */
  String expanded(String text) {
    int start = text.indexOf(CodeText.OPEN);
    if (start < 0) {
      return text;
    }
    StringBuilder all = new StringBuilder();
    int from = 0;
    while (start >= 0) {
      int end = text.indexOf(CodeText.CLOSE, start);
      all.append(text, from, start).append(placeholder(text.substring(start + 1, end)));
      from = end + 1;
      start = text.indexOf(CodeText.OPEN, from);
    }
    return all.append(text.substring(from)).toString();
  }

  /** Returns the text of a whole class. */
  String content(String className) {
    return placeholder("C" + className.replace('.', '/'));
  }

  private String placeholder(String name) {
    if (!open.add(name)) {
      return "<recursive>";
    }
    try {
      return name.charAt(0) == 'M' ? method(name.substring(1)) : type(name.substring(1));
    } finally {
      open.remove(name);
    }
  }

  private String method(String name) {
    int space = name.indexOf(' ');
    return "{" + of(FactsReader.dotted(name.substring(0, space)), name.substring(space + 1)) + "}";
  }

  private String type(String name) {
    String className = FactsReader.dotted(name);
    StringBuilder all = new StringBuilder("class{");
    program
        .facts(className)
        .ifPresent(facts -> all.append(facts.superclass()).append(facts.interfaces()));
    program
        .bytes(className)
        .map(files::texts)
        .map(texts -> new TreeMap<>(texts))
        .orElseGet(TreeMap::new)
        .forEach((key, text) -> append(key, text, all));
    return all.append('}').toString();
  }

  /** Lambdas of the class are named by the code that uses them. */
  private void append(String key, String text, StringBuilder all) {
    if (!key.endsWith(CodeText.REST) && !key.startsWith("lambda$") && !key.startsWith("access$")) {
      all.append(key.replaceAll("\\$\\d+", "\\$0")).append(' ').append(expanded(text));
    }
  }
}
