package dev.ratchet.java.operators;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewriteTest {
  private static final SourceUnit UNIT =
      Probe.unit(
          "class A {\r\n\tint f(int a) { return a * 2; } // why\r\n\tint g() { return 1; }\r\n}\r\n");

  private static NameExpr a() {
    return UNIT.tree().findFirst(NameExpr.class).orElseThrow();
  }

  @Test
  void leaves_everything_else_byte_for_byte() {
    Rewrite rewrite = Draft.at(UNIT, a()).replace(a(), "(a + 1)").as("add").orElseThrow();

    assertThat(rewrite.apply(UNIT).orElseThrow().text())
        .isEqualTo(UNIT.text().replace("a * 2", "(a + 1) * 2"));
    assertThat(rewrite.member()).isEqualTo("A#f(int)");
    assertThat(rewrite.line()).isEqualTo(2);
  }

  @Test
  void keeps_line_ends_and_indentation_of_code_that_moves() {
    SourceUnit unit =
        Probe.unit(
            """
            class A {
            \tint f(String text) {
            \t\tint n = 0;
            \t\tfor (int i = 0; i < text.length(); i++) {
            \t\t\tn += text.charAt(i);
            \t\t}
            \t\treturn n;
            \t}
            }
            """
                .replace("\n", "\r\n"));

    String after =
        Probe.named("cache-in-instance")
            .rewrites(unit, Program.of(List.of(unit)))
            .get(0)
            .apply(unit)
            .orElseThrow()
            .text();

    assertThat(after).contains("\t\tif (value == null) {\r\n\t\t\tvalue = fAnew(text);\r\n");
    assertThat(after).doesNotContain("\r\r", " \r").doesNotContainPattern("[^\r]\n|\n *  ");
  }

  @Test
  void refuses_an_expression_that_precedence_tears_apart() {
    Rewrite rewrite = Draft.at(UNIT, a()).replace(a(), "a + 1").as("add").orElseThrow();

    assertThat(rewrite.apply(UNIT)).isEmpty();
  }

  @Test
  void refuses_a_result_that_is_not_java() {
    BinaryExpr product = UNIT.tree().findFirst(BinaryExpr.class).orElseThrow();

    assertThat(
            Draft.at(UNIT, product).replaceText(product, "a *").as("cut").orElseThrow().apply(UNIT))
        .isEmpty();
  }

  @Test
  void refuses_a_member_that_was_not_announced() {
    ReturnStmt last = UNIT.tree().findFirst(ReturnStmt.class).orElseThrow();
    Rewrite rewrite =
        Draft.at(UNIT, last)
            .replaceText(last, "return 1; } int h() { return 2;")
            .as("x")
            .orElseThrow();

    assertThat(rewrite.apply(UNIT)).isEmpty();
  }

  @Test
  void accepts_a_member_that_was_announced() {
    MethodDeclaration f = UNIT.tree().findFirst(MethodDeclaration.class).orElseThrow();
    Rewrite rewrite =
        Draft.at(UNIT, f).addMember(f, "\tint h() { return 2; }").as("x").orElseThrow();

    assertThat(rewrite.apply(UNIT).orElseThrow().text())
        .contains("return a * 2; }\r\n\r\n\tint h() { return 2; } // why\r\n");
  }

  @Test
  void refuses_what_changes_nothing() {
    assertThat(Draft.at(UNIT, a()).replace(a(), "a").as("same").orElseThrow().apply(UNIT))
        .isEmpty();
  }

  @Test
  void imports_only_what_the_simple_name_can_mean() {
    SourceUnit other =
        Probe.unit("import java.awt.List;\nclass A { int f(int a) { return a; } }\n");
    NameExpr name = other.tree().findFirst(NameExpr.class).orElseThrow();

    assertThat(Draft.at(other, name).needs("java.util.List").replace(name, "1").as("x")).isEmpty();
    assertThat(
            Draft.at(other, name)
                .needs("java.util.Map")
                .replace(name, "1")
                .as("x")
                .orElseThrow()
                .newText(other))
        .startsWith("import java.awt.List;\nimport java.util.Map;\nclass A");
  }
}
