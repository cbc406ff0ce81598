package dev.ratchet.java.operators;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps results of a pure method in its object when what they are made from never changes. */
final class CacheInInstance implements EfficiencyOperator {
  @Override
  public String name() {
    return "cache-in-instance";
  }

  @Override
  public String why() {
    return "An object whose fields do not change need not compute the same answer twice";
  }

  @Override
  public List<Rewrite> rewrites(SourceUnit unit, Program program) {
    Set<String> written = written(program);
    return unit.tree().findAll(MethodDeclaration.class).stream()
        .filter(m -> fits(m, program, written))
        .flatMap(m -> cached(unit, program, m).stream())
        .toList();
  }

  /** Fields that any method writes to; constructors write before anybody reads. */
  private static Set<String> written(Program program) {
    Set<String> written = new HashSet<>();
    for (SourceUnit unit : program.units()) {
      for (MethodDeclaration c : unit.tree().findAll(MethodDeclaration.class)) {
        written.addAll(program.purity().summary(c).fieldsWritten());
      }
    }
    return written;
  }

  private static boolean fits(MethodDeclaration m, Program program, Set<String> written) {
    boolean inClass =
        Trees.parent(m)
            .filter(ClassOrInterfaceDeclaration.class::isInstance)
            .filter(t -> !((ClassOrInterfaceDeclaration) t).isInterface())
            .isPresent();
    return inClass
        && !m.isStatic()
        && m.getBody().isPresent()
        && Work.isHeavy(m, program)
        && program.purity().isPure(m)
        && program.purity().summary(m).fieldsRead().stream().noneMatch(written::contains)
        && program.isImmutable(m.getType().asString());
  }

  private static Optional<Rewrite> cached(SourceUnit unit, Program program, MethodDeclaration m) {
    String known = Trees.fresh(unit, m.getNameAsString() + "Known");
    String computing = Trees.fresh(unit, m.getNameAsString() + "Anew");
    String indent = unit.indent(m);
    BlockStmt body = m.getBody().orElseThrow();
    Draft draft = Draft.at(unit, m);
    Optional<Lookup> lookup = Lookup.of(unit, program, m, m.getParameters());
    if (m.getParameters().isEmpty()) {
      String type = Typing.boxed(m.getType().asString());
      field(unit, draft, m, "private " + type + " " + known + ";");
      draft.replaceText(body, simpleBody(unit, indent, known, computing));
      String head = indent + "private " + m.getType().asString() + " " + computing + "()";
      draft.addMember(m, head + " " + unit.text(body));
    } else if (lookup.isPresent()) {
      Lookup l = lookup.get();
      l.imports(draft);
      field(unit, draft, m, "private final " + l.type() + " " + known + " = new HashMap<>();");
      draft.replaceText(body, l.body(indent, known, computing + "(" + l.arguments() + ")"));
      String head = indent + l.head(computing) + "(" + l.parameters() + ")";
      draft.addMember(m, head + l.throwsClause() + " " + unit.text(body));
    } else {
      return Optional.empty();
    }
    return draft.as("keep results of " + m.getNameAsString() + " in the object");
  }

  /** Adds a field before the first member that is none. */
  private static void field(SourceUnit unit, Draft draft, MethodDeclaration m, String text) {
    ClassOrInterfaceDeclaration type = (ClassOrInterfaceDeclaration) Trees.parent(m).orElseThrow();
    List<FieldDeclaration> fields = type.getFields();
    if (fields.isEmpty()) {
      draft.addMemberBefore(type.getMember(0), text + "\n\n" + unit.indent(m));
    } else {
      FieldDeclaration last = fields.get(fields.size() - 1);
      draft.addMemberBefore(last, text + "\n" + unit.indent(m));
    }
  }

  private static String simpleBody(SourceUnit unit, String indent, String known, String computing) {
    String in = "\n" + indent + unit.step();
    return "{"
        + (in + "if (" + known + " == null) {")
        + (in + unit.step() + known + " = " + computing + "();")
        + (in + "}")
        + (in + "return " + known + ";")
        + ("\n" + indent + "}");
  }
}
