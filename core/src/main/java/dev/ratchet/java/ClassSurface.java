package dev.ratchet.java;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * What the compiler takes from a class when it compiles others: header, members, constants.
 *
 * @param header all that is said of the class itself
 * @param isInterface whether it is an interface, which lambdas use without naming its method
 * @param members what is said of each member that is not private, by name and descriptor
 */
record ClassSurface(String header, boolean isInterface, Map<String, String> members) {
  private static final int SEEN_BY_OTHERS = ~(Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE);

  static ClassSurface of(byte[] bytes) {
    Collector collector = new Collector();
    new ClassReader(bytes)
        .accept(
            collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ClassSurface(
        collector.header.toString(), collector.isInterface, Map.copyOf(collector.members));
  }

  /** Returns the simple name in the key of a member. */
  static String nameIn(String key) {
    return key.substring(0, key.indexOf(' '));
  }

  /** Gathers the surface of one class. */
  private static final class Collector extends ClassVisitor {
    private final StringBuilder header = new StringBuilder();
    private final Map<String, String> members = new TreeMap<>();
    private boolean isInterface;

    Collector() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
      header.append(access).append(signature).append(superName);
      header.append(Arrays.toString(interfaces));
    }

    @Override
    public void visitInnerClass(
        String name, @Nullable String outerName, @Nullable String innerName, int access) {
      if (innerName != null) {
        members.put(innerName + " nested " + name, String.valueOf(access));
      }
    }

    @Override
    public void visitPermittedSubclass(String permitted) {
      header.append(" permits ").append(permitted);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(
        String name, String descriptor, @Nullable String signature) {
      header.append(" component ").append(name).append(descriptor).append(signature);
      return super.visitRecordComponent(name, descriptor, signature);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      header.append(" @").append(descriptor);
      return new Values(header);
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object constant) {
      put(access, name, descriptor, signature + " = " + constant);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      put(access, name, descriptor, signature + Arrays.toString(exceptions));
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotationDefault() {
          members.computeIfPresent(name + " " + descriptor, (key, rest) -> rest + " default");
          return null;
        }
      };
    }

    private void put(int access, String name, String descriptor, String rest) {
      if ((access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) == 0) {
        members.put(name + " " + descriptor, (access & SEEN_BY_OTHERS) + rest);
      }
    }
  }

  /** Appends the values of an annotation, since some, such as targets, bind other sources. */
  private static final class Values extends AnnotationVisitor {
    private final StringBuilder text;

    Values(StringBuilder text) {
      super(Opcodes.ASM9);
      this.text = text;
    }

    @Override
    public void visit(@Nullable String name, Object value) {
      text.append(' ').append(name).append('=').append(value);
    }

    @Override
    public void visitEnum(@Nullable String name, String descriptor, String value) {
      text.append(' ').append(name).append('=').append(value);
    }

    @Override
    public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
      return this;
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String name) {
      return this;
    }
  }
}
