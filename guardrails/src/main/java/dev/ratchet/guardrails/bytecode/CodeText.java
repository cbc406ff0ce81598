package dev.ratchet.guardrails.bytecode;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * The members of a class file as text that is equal exactly if they do the same.
 *
 * <p>Labels are numbered in order; lines, frames and local names are left out. The text of a field
 * is its constant, or the code that gives it its first value. What the compiler numbers through the
 * file, lambdas and classes without a name, stands between {@link #OPEN} and {@link #CLOSE}, for
 * {@link CodeExpansion} to put their content in its place. A class initializer has two texts, the
 * second without what concerns one field alone.
 */
final class CodeText extends ClassVisitor {
  static final char OPEN = '\u0001';

  /** What a class initializer does beside giving fields values that are the JDK's. */
  static final String REST = ":rest";

  static final char CLOSE = '\u0002';

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, String> firstValues = new HashMap<>();
  private String owner = "";

  private CodeText() {
    super(Opcodes.ASM9);
  }

  /** Returns the text of each member by name and descriptor. */
  static Map<String, String> of(byte[] bytes) {
    CodeText code = new CodeText();
    new ClassReader(bytes).accept(code, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
    code.firstValues.forEach((key, text) -> code.texts.merge(key, text, (a, b) -> a + b));
    return code.texts;
  }

  /** Returns the text of one instruction of a class. */
  static String of(String owner, AbstractInsnNode instruction) {
    CodeText code = new CodeText();
    code.owner = owner;
    Method method = code.new Method(0, "", "");
    int start = method.text.length();
    instruction.accept(method);
    return method.text.substring(start);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    owner = name;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    texts.put(name + descriptor, access + " " + literal(value) + "\n");
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new Method(access, name, descriptor);
  }

  private static String literal(@Nullable Object value) {
    return value == null
        ? "none"
        : value.getClass().getSimpleName() + " " + String.valueOf(value).replace(OPEN, '?');
  }

  /** A class without a name of its own is named by the compiler, with a digit after the dollar. */
  static boolean isNameless(String className) {
    int dollar = className.lastIndexOf('$');
    return dollar > 0
        && dollar + 1 < className.length()
        && Character.isDigit(className.charAt(dollar + 1));
  }

  private static String type(String internal) {
    return isNameless(internal) ? OPEN + "C" + internal + CLOSE : internal;
  }

  /** Writes one method. */
  private final class Method extends MethodVisitor {
    private final String name;
    private final String key;
    private final StringBuilder text = new StringBuilder();
    private final Map<Label, Integer> labels = new HashMap<>();
    private final StringBuilder rest = new StringBuilder();
    private boolean touchesProgram;
    private int sliceStart;
    private boolean mapped;

    Method(int access, String name, String descriptor) {
      super(Opcodes.ASM9);
      this.name = name;
      this.key = name + descriptor;
      text.append(access).append('\n');
    }

    private void line(Object... parts) {
      for (Object part : parts) {
        text.append(part).append(' ');
      }
      text.append('\n');
    }

    private String label(Label label) {
      return "L" + labels.computeIfAbsent(label, l -> labels.size());
    }

    /** The compiler's own methods, as those of lambdas, are numbered through the file. */
    private String member(String memberOwner, String member, String descriptor) {
      boolean numbered = member.startsWith("lambda$") || member.startsWith("access$");
      return numbered
          ? OPEN + "M" + memberOwner + " " + member + descriptor + CLOSE
          : type(memberOwner) + "." + member + " " + descriptor(descriptor);
    }

    private String descriptor(String descriptor) {
      return descriptor.indexOf('$') < 0 ? descriptor : descriptor.replaceAll("\\$\\d+", "\\$0");
    }

    @Override
    public AnnotationVisitor visitAnnotationDefault() {
      return new Values();
    }

    @Override
    public void visitAttribute(Attribute attribute) {
      line("attribute", attribute.type);
    }

    @Override
    public void visitInsn(int opcode) {
      line(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      line(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      line(opcode, variable);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      line(opcode, type(type));
    }

    @Override
    public void visitFieldInsn(int opcode, String fieldOwner, String field, String descriptor) {
      if (field.startsWith("$SwitchMap$")) {
        mapped = true;
        line(opcode, field);
        return;
      }
      line(opcode, type(fieldOwner), field, descriptor(descriptor));
      touchesProgram |= !fieldOwner.equals(owner) && !fieldOwner.startsWith("java/");
      boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
      if (writes && name.endsWith("init>") && fieldOwner.equals(owner)) {
        firstValues.merge(field + descriptor, text.substring(sliceStart), (a, b) -> a + b);
        endSlice();
      }
    }

    private void endSlice() {
      if (touchesProgram) {
        rest.append(text, sliceStart, text.length());
      }
      touchesProgram = false;
      startSlice();
    }

    private void startSlice() {
      sliceStart = text.length();
      labels.clear();
    }

    @Override
    public void visitMethodInsn(
        int opcode, String called, String method, String descriptor, boolean isInterface) {
      line(opcode, member(called, method, descriptor), isInterface);
      touchesProgram |= !called.startsWith("java/");
      if (name.equals("<init>") && method.equals("<init>") && sliceStart == 0) {
        startSlice();
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String called, String descriptor, Handle bootstrap, Object... arguments) {
      line("dynamic", called, descriptor(descriptor), constant(bootstrap));
      for (Object argument : arguments) {
        line(constant(argument));
      }
    }

    private String constant(Object value) {
      if (value instanceof Handle handle) {
        return handle.getTag()
            + " "
            + member(handle.getOwner(), handle.getName(), handle.getDesc());
      }
      if (value instanceof ConstantDynamic dynamic) {
        StringBuilder all = new StringBuilder("constant ").append(dynamic.getName());
        all.append(constant(dynamic.getBootstrapMethod()));
        for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
          all.append(' ').append(constant(dynamic.getBootstrapMethodArgument(i)));
        }
        return all.toString();
      }
      return value instanceof org.objectweb.asm.Type type
          ? "type "
              + (type.getSort() == org.objectweb.asm.Type.OBJECT
                  ? type(type.getInternalName())
                  : descriptor(type.getDescriptor()))
          : literal(value);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      line(opcode, label(label));
    }

    @Override
    public void visitLabel(Label label) {
      line(label(label) + ":");
    }

    @Override
    public void visitLdcInsn(Object value) {
      line("load", constant(value));
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      line("add", variable, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label dflt, Label... targets) {
      line("table", mapped ? "" : min, label(dflt));
      for (Label target : targets) {
        line(mapped ? "" : label(target));
      }
      mapped = false;
    }

    @Override
    public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] targets) {
      line("lookup", label(dflt));
      for (int i = 0; i < keys.length; i++) {
        line(mapped ? "" : keys[i] + " " + label(targets[i]));
      }
      mapped = false;
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      line("arrays", descriptor(descriptor), dimensions);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String caught) {
      line("try", label(start), label(end), label(handler), caught == null ? "any" : type(caught));
    }

    @Override
    public void visitEnd() {
      texts.put(key, text.toString());
      if (name.equals("<clinit>")) {
        texts.put(key + REST, rest.append(text.substring(sliceStart)).toString());
      }
    }

    /** Writes the default of an annotation's element. */
    private final class Values extends AnnotationVisitor {
      Values() {
        super(Opcodes.ASM9);
      }

      @Override
      public void visit(@Nullable String element, Object value) {
        line("default", literal(value));
      }

      @Override
      public void visitEnum(@Nullable String element, String descriptor, String value) {
        line("default", descriptor, value);
      }

      @Override
      public AnnotationVisitor visitAnnotation(@Nullable String element, String descriptor) {
        return this;
      }

      @Override
      public AnnotationVisitor visitArray(@Nullable String element) {
        return this;
      }
    }
  }
}
