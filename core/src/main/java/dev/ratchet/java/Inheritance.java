package dev.ratchet.java;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Knows which methods a program declares itself, in a class or in what that inherits from. */
final class Inheritance {
  private record Type(Set<String> methods, List<String> parents) {}

  private final Map<String, Type> types = new HashMap<>();

  private Inheritance() {}

  static Inheritance of(Collection<byte[]> classes) {
    Inheritance inheritance = new Inheritance();
    int flags = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
    for (byte[] bytes : classes) {
      new ClassReader(bytes).accept(inheritance.new Entry(), flags);
    }
    return inheritance;
  }

  /** Returns whether a call is answered by code of the program, as far as its static type says. */
  boolean declares(String owner, String name, String descriptor) {
    Deque<String> open = new ArrayDeque<>(List.of(owner));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Type type = types.get(open.pop());
      if (type == null) {
        continue;
      }
      if (type.methods().contains(name + descriptor)) {
        return true;
      }
      type.parents().stream().filter(seen::add).forEach(open::push);
    }
    return false;
  }

  private final class Entry extends ClassVisitor {
    private Type type = new Type(new HashSet<>(), List.of());

    Entry() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String[] interfaces) {
      List<String> parents = new java.util.ArrayList<>(List.of(interfaces));
      if (superName != null) {
        parents.add(superName);
      }
      type = new Type(new HashSet<>(), parents);
      types.put(name, type);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      type.methods().add(name + descriptor);
      return null;
    }
  }
}
