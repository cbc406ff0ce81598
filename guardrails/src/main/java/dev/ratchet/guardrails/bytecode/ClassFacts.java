package dev.ratchet.guardrails.bytecode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What a class file says.
 *
 * @param name the binary name with dots, such as {@code pkg.Outer$Inner}
 * @param access the flags, as class files write them
 * @param superclass the superclass; empty for {@code Object} alone
 * @param interfaces the direct interfaces
 * @param header all that is said of the class itself, to be compared
 * @param members its fields and methods, by name and descriptor, in order
 */
public record ClassFacts(
    String name,
    int access,
    Optional<String> superclass,
    Set<String> interfaces,
    String header,
    Map<String, MemberFacts> members) {

  /**
   * A field or method.
   *
   * @param owner the class
   * @param name the name; {@code <init>} and {@code <clinit>} as in class files
   * @param descriptor the descriptor
   * @param access the flags
   * @param constant the value of a compile-time constant
   * @param references what its code uses; of a field the code that gives it its first value
   * @param line the first line of its code; 0 if it has none
   * @param signature its type with type arguments; empty if there are none
   */
  public record MemberFacts(
      String owner,
      String name,
      String descriptor,
      int access,
      Optional<String> constant,
      List<Reference> references,
      int line,
      String signature) {
    /** Returns a member; the list is copied. */
    public MemberFacts {
      references = List.copyOf(references);
    }

    /** Returns name and descriptor. */
    public String key() {
      return name + descriptor;
    }

    /** Returns whether it is a method or constructor, and not a field. */
    public boolean isMethod() {
      return descriptor.startsWith("(");
    }

    /** Returns whether the compiler made it, as it does for lambdas. */
    public boolean isSynthetic() {
      return (access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    /** Returns whether a field is given a value only once. */
    public boolean isFinal() {
      return (access & Opcodes.ACC_FINAL) != 0;
    }

    /** Returns whether it belongs to the class and not to an object. */
    public boolean isStatic() {
      return (access & Opcodes.ACC_STATIC) != 0;
    }

    /** Returns whether no subtype can put another in its place. */
    public boolean isFixed() {
      return isStatic()
          || name.startsWith("<")
          || (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != 0;
    }

    /** Returns the number of parameters of a method. */
    public int parameterCount() {
      return Type.getArgumentTypes(descriptor).length;
    }

    /** Returns the simple names of a method's parameter types, erased. */
    public List<String> parameterTypes() {
      return Stream.of(Type.getArgumentTypes(descriptor))
          .map(type -> simpleName(type.getClassName()))
          .toList();
    }

    /** Returns the place in words, such as {@code pkg.Type#name}. */
    public String place() {
      return canonical(owner) + "#" + (name.equals("<init>") ? simpleName(owner) : name);
    }
  }

  /** Returns whether it is an enum, or the body of one of its constants. */
  public boolean isEnum() {
    return (access & Opcodes.ACC_ENUM) != 0;
  }

  /** Returns whether it is an interface. */
  public boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  /** Returns the direct supertypes. */
  public List<String> supertypes() {
    return Stream.concat(superclass.stream(), interfaces.stream()).toList();
  }

  /** Returns the name as sources write it, nested classes with dots. */
  public static String canonical(String binaryName) {
    return binaryName.replace('$', '.');
  }

  static String simpleName(String binaryName) {
    return binaryName.substring(
        Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
  }
}
