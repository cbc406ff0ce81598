package dev.ratchet.guardrails.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the members of a file's types do. */
final class BodyFacts {
  private final StatementPieces statements;
  private final List<Body> bodies = new ArrayList<>();

  BodyFacts(Map<Node, Use> uses) {
    this.statements = new StatementPieces(uses);
  }

  List<Body> of(CompilationUnit unit) {
    unit.getTypes().forEach(this::addType);
    return bodies;
  }

  private void addType(TypeDeclaration<?> type) {
    if (type instanceof EnumDeclaration constants) {
      constants.getEntries().forEach(this::addConstant);
    }
    type.getMembers().forEach(member -> addMember(type, member));
  }

  private void addConstant(EnumConstantDeclaration entry) {
    Piece code = statements.classOf(entry.getArguments(), entry.getClassBody(), entry);
    bodies.add(body(entry, entry.getNameAsString(), List.of(), false, code));
  }

  private void addMember(TypeDeclaration<?> type, BodyDeclaration<?> member) {
    if (member instanceof TypeDeclaration<?> nested) {
      addType(nested);
    } else if (member instanceof FieldDeclaration field) {
      field.getVariables().forEach(variable -> addField(field, variable));
    } else if (member instanceof InitializerDeclaration block) {
      bodies.add(body(block, "{}", List.of(), true, statements.of(block.getBody())));
    } else if (member instanceof CompactConstructorDeclaration compact) {
      List<Parameter> components =
          type instanceof RecordDeclaration record ? record.getParameters() : List.of();
      Piece code = statements.of(compact.getBody());
      bodies.add(body(compact, compact.getNameAsString(), names(components), false, code));
    } else if (member instanceof CallableDeclaration<?> callable) {
      addCallable(callable);
    }
  }

  private void addField(FieldDeclaration field, VariableDeclarator variable) {
    String name = variable.getNameAsString();
    Piece code = statements.fieldOf(variable);
    bodies.add(body(field, name, List.of(), field.isPrivate(), code));
  }

  private void addCallable(CallableDeclaration<?> callable) {
    Optional<Piece> code =
        callable instanceof MethodDeclaration method
            ? method.getBody().map(statements::of)
            : Optional.of(statements.of(((ConstructorDeclaration) callable).getBody()));
    bodies.add(
        new Body(
            Extraction.enclosingType(callable),
            callable.getNameAsString(),
            MemberFacts.place(callable),
            names(callable.getParameters()),
            callable instanceof MethodDeclaration method ? method.getTypeAsString() : "",
            callable.isPrivate(),
            code.orElse(Piece.NONE),
            Extraction.line(callable)));
  }

  private static List<String> names(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::getNameAsString).toList();
  }

  private static Body body(
      Node node, String name, List<String> parameters, boolean isPrivate, Piece code) {
    String owner = Extraction.enclosingType(node);
    return new Body(
        owner, name, owner + "#" + name, parameters, "", isPrivate, code, Extraction.line(node));
  }
}
