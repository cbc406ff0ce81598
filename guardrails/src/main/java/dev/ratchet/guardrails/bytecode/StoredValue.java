package dev.ratchet.guardrails.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What of a constructor decides the value of a field, and nothing else of it.
 *
 * @param text equal for constructors that give the field the same value
 * @param references what that code uses
 */
record StoredValue(String text, List<Reference> references) {

  /** Returns the values of each field by {@link #key}; those that cannot be told are missing. */
  static Map<String, StoredValue> of(byte[] bytes) {
    ClassNode type = new ClassNode();
    new ClassReader(bytes).accept(type, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
    Map<String, StoredValue> values = new LinkedHashMap<>();
    for (MethodNode method : type.methods) {
      if (method.name.equals("<init>")) {
        DataFlow.of(type.name, method).ifPresent(flow -> addValues(type, method, flow, values));
      }
    }
    return values;
  }

  private static void addValues(
      ClassNode type, MethodNode constructor, DataFlow flow, Map<String, StoredValue> values) {
    for (FieldNode field : type.fields) {
      if ((field.access & Opcodes.ACC_STATIC) == 0) {
        ValueSlice.of(type.name, field.name + field.desc, flow)
            .map(slice -> of(type.name, slice))
            .ifPresent(value -> values.put(key(constructor.desc, field.name + field.desc), value));
      }
    }
  }

  /** Returns the key of a constructor's value of a field. */
  static String key(String constructorDescriptor, String fieldKey) {
    return constructorDescriptor + " " + fieldKey;
  }

  private static StoredValue of(String owner, ValueSlice slice) {
    List<AbstractInsnNode> followed = new ArrayList<>(slice.instructions());
    followed.removeIf(instruction -> isDelegation(instruction, owner));
    return new StoredValue(slice.text(), FactsReader.references(owner, followed));
  }

  /** Another constructor of the class is asked for the field's value by itself. */
  private static boolean isDelegation(AbstractInsnNode instruction, String owner) {
    return instruction instanceof MethodInsnNode call
        && call.name.equals("<init>")
        && call.owner.equals(owner);
  }
}
