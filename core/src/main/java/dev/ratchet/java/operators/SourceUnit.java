package dev.ratchet.java.operators;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A parsed Java file with its text. Operators read it.
 *
 * <p>The tree is shared and must be left alone: edits are made to the text. Comments are not
 * attributed to nodes, so two trees are equal if the code is.
 */
public final class SourceUnit {
  private final String path;
  private final String text;
  private final CompilationUnit tree;
  private final List<Integer> lineStarts;

  private SourceUnit(String path, String text, CompilationUnit tree) {
    this.path = path;
    this.text = text;
    this.tree = tree;
    this.lineStarts = lineStarts(text);
  }

  /** Returns the parsed file, or empty if this is not Java. */
  public static Optional<SourceUnit> parse(String path, String text) {
    Objects.requireNonNull(path, "path");
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false);
    ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
    return result.isSuccessful()
        ? result.getResult().map(tree -> new SourceUnit(path, text, tree))
        : Optional.empty();
  }

  private static List<Integer> lineStarts(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean first = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if ((c == '\n' || c == '\r') && !first) {
        starts.add(i + 1);
      }
    }
    return starts;
  }

  /** Returns the path of the file. */
  public String path() {
    return path;
  }

  /** Returns the whole text. */
  public String text() {
    return text;
  }

  /** Returns the syntax tree. */
  public CompilationUnit tree() {
    return tree;
  }

  /** Returns the offset of the first character of a node. */
  public int start(Node node) {
    return offset(node.getRange().orElseThrow().begin);
  }

  /** Returns the offset after the last character of a node. */
  public int end(Node node) {
    return offset(node.getRange().orElseThrow().end) + 1;
  }

  /** Returns the line of a node, from 1. */
  public int line(Node node) {
    return node.getRange().orElseThrow().begin.line;
  }

  /** Returns the text of a node, with the comments inside it. */
  public String text(Node node) {
    return text.substring(start(node), end(node));
  }

  /** Returns the white space before the first character of a node's line. */
  public String indent(Node node) {
    int from = lineStarts.get(line(node) - 1);
    int to = from;
    while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
      to++;
    }
    return text.substring(from, to);
  }

  /** Returns the line end that the file uses. */
  public String lineEnd() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** Returns the white space by which the file indents what stands inside something. */
  public String step() {
    for (TypeDeclaration<?> type : tree.getTypes()) {
      String outside = indent(type);
      for (BodyDeclaration<?> member : type.getMembers()) {
        String inside = indent(member);
        if (inside.startsWith(outside) && inside.length() > outside.length()) {
          return inside.substring(outside.length());
        }
      }
    }
    return "  ";
  }

  int offset(Position position) {
    return lineStarts.get(position.line - 1) + position.column - 1;
  }
}
