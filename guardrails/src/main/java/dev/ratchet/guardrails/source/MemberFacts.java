package dev.ratchet.guardrails.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the types of a file and their members. */
final class MemberFacts {
  private final Names names;
  private final List<Member> members = new ArrayList<>();

  MemberFacts(Names names) {
    this.names = names;
  }

  List<Member> members() {
    return members;
  }

  void addType(TypeDeclaration<?> type, String owner) {
    String name = type.getNameAsString();
    String fullName = owner.isEmpty() ? name : owner + "." + name;
    add(Member.Kind.TYPE, owner, name, type, type.getAnnotations());
    addHeader(type, owner, name);
    if (type instanceof EnumDeclaration constants) {
      constants.getEntries().forEach(entry -> addConstant(entry, fullName));
    }
    if (type instanceof RecordDeclaration components) {
      components.getParameters().forEach(component -> addComponent(component, fullName));
    }
    type.getMembers().forEach(member -> addMember(member, fullName));
  }

  /** The header is what stands before the first brace that opens the body. */
  private void addHeader(TypeDeclaration<?> type, String owner, String name) {
    StringBuilder text = new StringBuilder();
    Set<String> identifiers = new HashSet<>();
    boolean named = false;
    for (JavaToken token : tokens(type)) {
      named |= token.getText().equals(name);
      if (named && token.getText().equals("{")) {
        break;
      }
      append(token, text, identifiers);
    }
    members.add(
        new Member(
            Member.Kind.HEADER,
            owner,
            name,
            List.of(),
            text.toString(),
            Set.of(),
            identifiers,
            Extraction.line(type)));
  }

  private void addConstant(EnumConstantDeclaration entry, String owner) {
    add(Member.Kind.CONSTANT, owner, entry.getNameAsString(), entry, entry.getAnnotations());
  }

  private void addComponent(Parameter component, String owner) {
    add(
        Member.Kind.FIELD,
        owner,
        component.getNameAsString(),
        component,
        component.getAnnotations());
  }

  private void addMember(BodyDeclaration<?> member, String owner) {
    if (member instanceof TypeDeclaration<?> nested) {
      addType(nested, owner);
    } else if (member instanceof FieldDeclaration field) {
      for (VariableDeclarator variable : field.getVariables()) {
        add(Member.Kind.FIELD, owner, variable.getNameAsString(), field, field.getAnnotations());
      }
    } else if (member instanceof CallableDeclaration<?> callable) {
      addCallable(callable, owner);
    } else if (member instanceof CompactConstructorDeclaration compact) {
      add(
          Member.Kind.CONSTRUCTOR,
          owner,
          compact.getNameAsString(),
          compact,
          compact.getAnnotations());
    } else if (member instanceof AnnotationMemberDeclaration element) {
      add(Member.Kind.METHOD, owner, element.getNameAsString(), element, element.getAnnotations());
    } else if (member instanceof InitializerDeclaration block) {
      add(Member.Kind.INITIALIZER, owner, "{}", block, block.getAnnotations());
    }
  }

  private void addCallable(CallableDeclaration<?> callable, String owner) {
    Member.Kind kind =
        callable instanceof ConstructorDeclaration ? Member.Kind.CONSTRUCTOR : Member.Kind.METHOD;
    members.add(
        member(
            kind,
            owner,
            callable.getNameAsString(),
            parameters(callable),
            callable,
            callable.getAnnotations()));
  }

  static List<String> parameters(CallableDeclaration<?> callable) {
    return callable.getParameters().stream()
        .map(p -> MemberPattern.simpleType(p.getTypeAsString() + (p.isVarArgs() ? "[]" : "")))
        .toList();
  }

  static String place(CallableDeclaration<?> callable) {
    return Extraction.enclosingType(callable)
        + "#"
        + callable.getNameAsString()
        + "("
        + String.join(",", parameters(callable))
        + ")";
  }

  private void add(
      Member.Kind kind,
      String owner,
      String name,
      Node node,
      NodeList<AnnotationExpr> annotations) {
    members.add(member(kind, owner, name, List.of(), node, annotations));
  }

  private Member member(
      Member.Kind kind,
      String owner,
      String name,
      List<String> parameters,
      Node node,
      NodeList<AnnotationExpr> annotations) {
    StringBuilder text = new StringBuilder();
    Set<String> identifiers = new HashSet<>();
    tokens(node).forEach(token -> append(token, text, identifiers));
    Set<String> carried = new HashSet<>();
    annotations.forEach(a -> carried.addAll(names.candidates(a.getNameAsString())));
    return new Member(
        kind,
        owner,
        name,
        parameters,
        text.toString(),
        carried,
        identifiers,
        Extraction.line(node));
  }

  /** Returns the tokens of a node, without comments and layout. */
  static String text(Node node) {
    StringBuilder text = new StringBuilder();
    tokens(node).forEach(token -> append(token, text, new HashSet<>()));
    return text.toString().trim();
  }

  private static TokenRange tokens(Node node) {
    return node.getTokenRange()
        .orElseThrow(() -> new IllegalStateException("The parser kept no tokens"));
  }

  private static void append(JavaToken token, StringBuilder text, Set<String> identifiers) {
    if (token.getCategory().isWhitespaceOrComment()) {
      return;
    }
    text.append(token.getText()).append(' ');
    if (token.getCategory().isIdentifier()) {
      identifiers.add(token.getText());
    }
  }
}
