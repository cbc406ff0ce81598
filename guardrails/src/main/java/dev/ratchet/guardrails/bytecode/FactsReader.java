package dev.ratchet.guardrails.bytecode;

import dev.ratchet.guardrails.bytecode.ClassFacts.MemberFacts;
import dev.ratchet.guardrails.bytecode.Reference.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Reads the facts of one class file. */
final class FactsReader extends ClassVisitor {
  /** Bootstraps that the compiler itself uses; what they are given counts, not they. */
  private static final Set<String> OF_THE_COMPILER =
      Set.of(
          "java/lang/invoke/LambdaMetafactory",
          "java/lang/invoke/StringConcatFactory",
          "java/lang/invoke/ConstantBootstraps",
          "java/lang/runtime/ObjectMethods",
          "java/lang/runtime/SwitchBootstraps");

  private final Map<String, MemberFacts> members = new LinkedHashMap<>();
  private final Map<String, List<Reference>> initialValues = new HashMap<>();
  private final Set<String> interfaces = new LinkedHashSet<>();
  private final StringBuilder header = new StringBuilder();
  private Optional<String> superclass = Optional.empty();
  private String name = "";
  private int access;

  private FactsReader() {
    super(Opcodes.ASM9);
  }

  static ClassFacts read(byte[] bytes) {
    FactsReader facts = new FactsReader();
    new ClassReader(bytes).accept(facts, ClassReader.SKIP_FRAMES);
    facts.members.replaceAll((key, member) -> facts.withInitialValue(member));
    return new ClassFacts(
        facts.name,
        facts.access,
        facts.superclass,
        facts.interfaces,
        facts.header.toString(),
        facts.members);
  }

  /** Returns what some instructions of a class use. */
  static List<Reference> references(String owner, List<AbstractInsnNode> instructions) {
    FactsReader facts = new FactsReader();
    facts.name = dotted(owner);
    Code code = facts.new Code(0, "", "");
    instructions.forEach(instruction -> instruction.accept(code));
    return code.all;
  }

  private MemberFacts withInitialValue(MemberFacts member) {
    List<Reference> references = initialValues.get(member.key());
    return references == null || member.isMethod()
        ? member
        : new MemberFacts(
            member.owner(),
            member.name(),
            member.descriptor(),
            member.access(),
            member.constant(),
            references,
            member.line(),
            member.signature());
  }

  static String dotted(String internal) {
    return internal.replace('/', '.');
  }

  @Override
  public void visit(
      int version,
      int flags,
      String internalName,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaceNames) {
    name = dotted(internalName);
    access = flags;
    superclass = Optional.ofNullable(superName).map(FactsReader::dotted);
    if (interfaceNames != null) {
      Arrays.stream(interfaceNames).map(FactsReader::dotted).forEach(interfaces::add);
    }
    header.append(flags).append(' ').append(signature).append(' ').append(superName);
    header.append(' ').append(Arrays.toString(interfaceNames));
  }

  @Override
  public void visitPermittedSubclass(String permitted) {
    header.append(" permits ").append(permitted);
  }

  @Override
  public @Nullable RecordComponentVisitor visitRecordComponent(
      String component, String descriptor, @Nullable String signature) {
    header.append(" component ").append(component).append(descriptor).append(signature);
    return null;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    header.append(" @").append(descriptor);
    return null;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int flags,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    Optional<String> constant = Optional.ofNullable(value).map(v -> v.getClass() + " " + v);
    members.put(
        field + descriptor,
        new MemberFacts(
            name,
            field,
            descriptor,
            flags,
            constant,
            List.of(),
            0,
            signature == null ? "" : signature));
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int flags,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new Code(flags, method, descriptor);
  }

  /** Gathers what one method uses. */
  private final class Code extends MethodVisitor {
    private final int flags;
    private final String method;
    private final String descriptor;
    private final List<Reference> all = new ArrayList<>();
    private List<Reference> slice = new ArrayList<>();
    private int firstLine;
    private int line;

    Code(int flags, String method, String descriptor) {
      super(Opcodes.ASM9);
      this.flags = flags;
      this.method = method;
      this.descriptor = descriptor;
    }

    private void add(Kind kind, String owner, String member, String memberDescriptor) {
      String element = owner.startsWith("[") ? elementOf(owner, member) : dotted(owner);
      Reference reference = new Reference(kind, element, member, memberDescriptor, line);
      all.add(reference);
      slice.add(reference);
    }

    private static String elementOf(String array, String member) {
      Type element = Type.getType(array).getElementType();
      return member.isEmpty() ? element.getClassName() : "java.lang.Object";
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
      firstLine = firstLine == 0 ? number : Math.min(firstLine, number);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
      add(Kind.CALL, owner, called, calledDescriptor);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String fieldDescriptor) {
      boolean reads = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
      add(reads ? Kind.READ : Kind.WRITE, owner, field, fieldDescriptor);
      if (!reads && method.endsWith("init>") && dotted(owner).equals(name)) {
        initialValues.putIfAbsent(field + fieldDescriptor, slice);
        slice = new ArrayList<>();
      }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode != Opcodes.NEW) { // the constructor's call follows
        addType(type);
      }
    }

    private void addType(String type) {
      if (!type.startsWith("[") || Type.getType(type).getElementType().getSort() == Type.OBJECT) {
        add(Kind.TYPE, type, "", "");
      }
    }

    @Override
    public void visitMultiANewArrayInsn(String type, int dimensions) {
      addType(type);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String caught) {
      if (caught != null) {
        add(Kind.TYPE, caught, "", "");
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
    }

    private void constant(Object value) {
      if (value instanceof Type type && type.getSort() != Type.METHOD) {
        addType(type.getInternalName());
      } else if (value instanceof Handle handle) {
        handle(handle);
      } else if (value instanceof ConstantDynamic dynamic) {
        bootstrap(dynamic.getBootstrapMethod());
        for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
          constant(dynamic.getBootstrapMethodArgument(i));
        }
      }
    }

    private void handle(Handle handle) {
      Kind kind =
          switch (handle.getTag()) {
            case Opcodes.H_GETFIELD, Opcodes.H_GETSTATIC -> Kind.READ;
            case Opcodes.H_PUTFIELD, Opcodes.H_PUTSTATIC -> Kind.WRITE;
            default -> Kind.CALL;
          };
      add(kind, handle.getOwner(), handle.getName(), handle.getDesc());
    }

    private void bootstrap(Handle handle) {
      if (!OF_THE_COMPILER.contains(handle.getOwner())) {
        handle(handle);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String called, String calledDescriptor, Handle handle, Object... arguments) {
      bootstrap(handle);
      if (handle.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
        // What is joined to a text is asked for its own.
        add(Kind.CALL, "java/lang/String", "valueOf", "(Ljava/lang/Object;)Ljava/lang/String;");
      }
      if (handle.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
        add(
            Kind.IMPLEMENT,
            Type.getReturnType(calledDescriptor).getInternalName(),
            called,
            calledDescriptor);
      }
      for (Object argument : arguments) {
        if (!(argument instanceof Type)) {
          constant(argument);
        }
      }
    }

    @Override
    public void visitEnd() {
      members.put(
          method + descriptor,
          new MemberFacts(name, method, descriptor, flags, Optional.empty(), all, firstLine, ""));
    }
  }
}
