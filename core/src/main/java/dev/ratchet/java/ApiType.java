package dev.ratchet.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.signature.SignatureWriter;

/**
 * What other programs see of a type, private and synthetic members included.
 *
 * @param name internal name
 * @param access its flags as its source has them, also where it is nested
 * @param outer the type that it is a member of
 * @param isLocal whether it is declared inside a method
 * @param typeParameters its type parameters with their bounds, names replaced
 * @param parents internal names of superclass and interfaces, superclass first
 * @param isSealed whether it says who extends it
 * @param methods by name and descriptor
 * @param fields by name
 */
record ApiType(
    String name,
    int access,
    Optional<String> outer,
    boolean isLocal,
    String typeParameters,
    List<String> parents,
    boolean isSealed,
    Map<String, ApiMember> methods,
    Map<String, ApiMember> fields) {
  private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

  static ApiType of(byte[] bytes) {
    Collector collector = new Collector();
    new ClassReader(bytes)
        .accept(
            collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return collector.type();
  }

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  /** Returns what kind of type it is, in Java's words. */
  String kind() {
    if (is(Opcodes.ACC_ANNOTATION)) {
      return "annotation";
    }
    if (is(Opcodes.ACC_INTERFACE)) {
      return "interface";
    }
    return is(Opcodes.ACC_ENUM) ? "enum" : "class";
  }

  /** Returns its name in Java's words. */
  String shown() {
    return name.replace('/', '.').replace('$', '.');
  }

  /** Returns whether code of other packages may extend or implement it. */
  boolean isExtendable() {
    return !is(Opcodes.ACC_FINAL) && !isSealed && (is(Opcodes.ACC_INTERFACE) || canBeCreated());
  }

  private boolean canBeCreated() {
    return methods.values().stream().anyMatch(m -> m.isConstructor() && m.is(VISIBLE));
  }

  /** Returns whether code of other packages may use a member of this type. */
  boolean shows(ApiMember member) {
    return !member.is(Opcodes.ACC_SYNTHETIC)
        && (member.is(Opcodes.ACC_PUBLIC) || member.is(Opcodes.ACC_PROTECTED) && isExtendable());
  }

  /** Gathers what there is to know of one class. */
  private static final class Collector extends ClassVisitor {
    private String name = "";
    private int access;
    private Optional<String> outer = Optional.empty();
    private boolean isLocal;
    private Generics generics = Generics.NONE;
    private String typeParameters = "";
    private final List<String> parents = new ArrayList<>();
    private boolean isSealed;
    private final Map<String, ApiMember> methods = new TreeMap<>();
    private final Map<String, ApiMember> fields = new TreeMap<>();

    Collector() {
      super(Opcodes.ASM9);
    }

    ApiType type() {
      return new ApiType(
          name, access, outer, isLocal, typeParameters, parents, isSealed, methods, fields);
    }

    @Override
    public void visit(
        int version,
        int flags,
        String internalName,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      name = internalName;
      access = flags;
      generics = Generics.ofClass(signature);
      typeParameters = generics.parameters();
      if (superName != null) {
        parents.add(superName);
      }
      if (interfaces != null) {
        parents.addAll(List.of(interfaces));
      }
    }

    @Override
    public void visitOuterClass(
        String owner, @Nullable String method, @Nullable String descriptor) {
      isLocal = true;
    }

    @Override
    public void visitInnerClass(
        String inner, @Nullable String outerName, @Nullable String innerName, int flags) {
      if (inner.equals(name)) {
        access = flags;
        outer = Optional.ofNullable(outerName);
        isLocal |= outerName == null;
      }
    }

    @Override
    public void visitPermittedSubclass(String permitted) {
      isSealed = true;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int flags,
        String field,
        String descriptor,
        @Nullable String signature,
        @Nullable Object constant) {
      String types = generics.ofField(signature == null ? descriptor : signature);
      fields.put(
          field, new ApiMember(name, field, descriptor, field, flags, types, Set.of(), false));
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int flags,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      String key = method + descriptor;
      String types = generics.ofMethod(signature == null ? descriptor : signature);
      Set<String> thrown = exceptions == null ? Set.of() : Set.of(exceptions);
      methods.put(key, new ApiMember(name, method, descriptor, key, flags, types, thrown, false));
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotationDefault() {
          methods.put(
              key, new ApiMember(name, method, descriptor, key, flags, types, thrown, true));
          return null;
        }
      };
    }
  }

  /** Types with their arguments, in which it does not matter how type variables are called. */
  private record Generics(Map<String, String> variables, String parameters) {
    static final Generics NONE = new Generics(Map.of(), "");

    static Generics ofClass(@Nullable String signature) {
      if (signature == null) {
        return NONE;
      }
      PlainNames names = new PlainNames(Map.of(), "C");
      new SignatureReader(signature).accept(names);
      return new Generics(names.variables(), names.parameters());
    }

    String ofField(String signature) {
      PlainNames names = new PlainNames(variables, "M");
      new SignatureReader(signature).acceptType(names);
      return names.toString();
    }

    String ofMethod(String signature) {
      PlainNames names = new PlainNames(variables, "M");
      new SignatureReader(signature).accept(names);
      return names.toString();
    }
  }

  /** Writes a signature again, with numbers in the place of the names of type variables. */
  private static final class PlainNames extends SignatureWriter {
    private final Map<String, String> variables;
    private final String prefix;
    private final int known;
    private String parameters = "";

    PlainNames(Map<String, String> known, String prefix) {
      this.variables = new HashMap<>(known);
      this.known = known.size();
      this.prefix = prefix;
    }

    Map<String, String> variables() {
      return Map.copyOf(variables);
    }

    /** Returns the part of a class's signature that stands before its supertypes. */
    String parameters() {
      return parameters;
    }

    @Override
    public void visitFormalTypeParameter(String name) {
      variables.put(name, prefix + (variables.size() - known));
      super.visitFormalTypeParameter(variables.getOrDefault(name, name));
    }

    @Override
    public SignatureVisitor visitSuperclass() {
      parameters = toString();
      return super.visitSuperclass();
    }

    @Override
    public void visitTypeVariable(String name) {
      super.visitTypeVariable(variables.getOrDefault(name, name));
    }
  }
}
