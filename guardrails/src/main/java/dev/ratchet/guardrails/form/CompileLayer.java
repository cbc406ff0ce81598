package dev.ratchet.guardrails.form;

import dev.ratchet.guardrails.inspection.Compiler;
import dev.ratchet.guardrails.inspection.Edit;
import dev.ratchet.guardrails.inspection.Findings;
import dev.ratchet.guardrails.inspection.Layer;
import dev.ratchet.guardrails.policy.Rule;
import java.util.List;

/** Both sides compile. What does not has no class files to be judged. */
public final class CompileLayer implements Layer {
  private static final Rule CRASHED =
      Rule.hard("compile.crashed", "The compiler reads the edit to its end")
          .because("what can't be compiled can't be judged")
          .stops("a sum of 20,000 terms, on which the compiler overflows")
          .passes("the same sum as a loop");
  private static final Rule ENCODING =
      Rule.hard("compile.encoding", "All sources of the program are well-formed UTF-8")
          .because("sources are read as UTF-8 by every tool")
          .stops("a source in Latin-1")
          .passes("a source in UTF-8");
  private static final Rule ERROR =
      Rule.hard("compile.error", "The program compiles after the edit")
          .because("a version that does not compile can't be judged")
          .stops("int steps = \"many\";")
          .passes("int steps = 12;");
  private static final Rule NO_SOURCES =
      Rule.hard("compile.no-sources", "The program has sources to compile")
          .because("only files below the target's roots are compiled")
          .stops("every source is moved out of src/main/java")
          .passes("one source is moved within src/main/java");
  private static final Rule TIME =
      Rule.hard("compile.time", "The edit is compiled in time")
          .because("what can't be compiled in time can't be judged")
          .stops("f(f(f(...))) with generic overloads, 30 deep")
          .passes("var a = f(x); var b = f(a);");

  @Override
  public List<Rule> rules() {
    return List.of(CRASHED, ENCODING, ERROR, NO_SOURCES, TIME, Compiler.BASELINE);
  }

  @Override
  public void inspect(Edit edit, Findings findings) {
    edit.compilation().findings().forEach(findings::add);
  }
}
