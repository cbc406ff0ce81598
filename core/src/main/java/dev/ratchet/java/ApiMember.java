package dev.ratchet.java;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What other programs see of a method, constructor or field.
 *
 * @param owner internal name of the type that declares it
 * @param key what callers link to: name and descriptor, for fields the name alone
 * @param signature its types with their arguments, names of type variables replaced
 * @param exceptions internal names of what it declares to throw
 * @param hasDefault whether it is an element of an annotation with a default
 */
record ApiMember(
    String owner,
    String name,
    String descriptor,
    String key,
    int access,
    String signature,
    Set<String> exceptions,
    boolean hasDefault) {

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  boolean isMethod() {
    return descriptor.startsWith("(");
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  /** Returns whether somebody has to write it: it is abstract, and no default stands in. */
  boolean isOwed() {
    return is(Opcodes.ACC_ABSTRACT) && !hasDefault;
  }

  /** Returns what a call gives, or what a field holds, in Java's words. */
  String type() {
    Type type = Type.getType(descriptor);
    return (isMethod() ? type.getReturnType() : type).getClassName();
  }

  /** Returns the descriptor of the parameters. */
  String parameters() {
    return descriptor.substring(0, descriptor.indexOf(')') + 1);
  }

  /** Returns its name and parameters in Java's words, as a member of a type. */
  String in(ApiType type) {
    String shown = isConstructor() ? type.shown() : type.shown() + "." + name;
    if (!isMethod()) {
      return shown;
    }
    StringBuilder text = new StringBuilder(shown).append('(');
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ");
      text.append(parameter.getClassName());
    }
    return text.append(')').toString();
  }
}
