package dev.ratchet.guardrails.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * The instructions of a constructor that decide the value of one field: a backward slice.
 *
 * <p>In it are the writes of the field, what makes the values written, whatever else is done to
 * those values, and the conditions on them under which the constructor throws. An object of the
 * program is changed by its own methods alone, so being handed to another is nothing done to it; an
 * object of the JDK may be changed by whoever gets it.
 *
 * <p>The slice cannot be told, and the whole constructor counts, if one of its instructions runs
 * under a condition or in a loop, or if the constructor hands out the object that it makes.
 */
final class ValueSlice {
  /** Types of the JDK whose objects never change. */
  private static final Set<String> FIXED =
      Set.of(
          "java/lang/String",
          "java/lang/Boolean",
          "java/lang/Character",
          "java/lang/Byte",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double",
          "java/util/UUID",
          "java/util/regex/Pattern");

  private final String owner;
  private final DataFlow flow;
  private final Set<String> fields = new HashSet<>();
  private final Set<AbstractInsnNode> slice = new HashSet<>();

  /** The values that the slice uses, parameters too, but not the object that is made. */
  private final Set<AbstractInsnNode> values = new HashSet<>();

  /** Of the values those whose methods are called, or that methods are given. */
  private final Set<AbstractInsnNode> asked = new HashSet<>();

  private boolean told = true;

  private ValueSlice(String owner, String field, DataFlow flow) {
    this.owner = owner;
    this.flow = flow;
    fields.add(owner + " " + field);
  }

  /** Returns the slice of a field of this class; empty if it cannot be told. */
  static Optional<ValueSlice> of(String owner, String field, DataFlow flow) {
    ValueSlice slice = new ValueSlice(owner, field, flow);
    slice.grow();
    return slice.told && slice.slice.stream().allMatch(flow::isCertain)
        ? Optional.of(slice)
        : Optional.empty();
  }

  List<AbstractInsnNode> instructions() {
    return flow.instructions().filter(slice::contains).toList();
  }

  /** Returns the slice as a graph: each instruction with the numbers of those it takes from. */
  String text() {
    Map<AbstractInsnNode, Integer> numbers = new HashMap<>();
    StringBuilder all = new StringBuilder();
    for (AbstractInsnNode instruction : instructions()) {
      numbers.put(instruction, numbers.size());
      all.append(instruction instanceof JumpInsnNode jump ? check(jump) : text(instruction));
      flow.operands(instruction).forEach(operand -> all.append(name(operand, numbers)));
      all.append('\n');
    }
    return all.toString();
  }

  private String text(AbstractInsnNode instruction) {
    return CodeText.of(owner, instruction).strip();
  }

  private String check(JumpInsnNode jump) {
    boolean go = flow.canReturn(jump.label);
    return "check " + jump.getOpcode() + " " + go + " " + flow.canReturn(jump.getNext());
  }

  private String name(Set<AbstractInsnNode> operand, Map<AbstractInsnNode, Integer> numbers) {
    AbstractInsnNode origin = operand.iterator().next();
    return flow.parameter(origin).map(p -> " p" + p).orElseGet(() -> " " + numbers.get(origin));
  }

  private void grow() {
    List<AbstractInsnNode> candidates = flow.instructions().filter(flow::canReturn).toList();
    int size;
    do {
      size = slice.size() + fields.size();
      candidates.stream().filter(i -> !slice.contains(i)).filter(this::decides).forEach(this::add);
    } while (told && slice.size() + fields.size() > size);
  }

  private void add(AbstractInsnNode instruction) {
    if (!slice.add(instruction)) {
      return;
    }
    if (instruction instanceof FieldInsnNode field) {
      fields.add(id(field));
    }
    for (Set<AbstractInsnNode> operand : flow.operands(instruction)) {
      told &= operand.size() == 1;
      for (AbstractInsnNode origin : operand) {
        if (flow.parameter(origin).isEmpty()) {
          add(origin);
        }
        if (!isThis(origin)) {
          values.add(origin);
        }
        if (instruction instanceof MethodInsnNode) {
          asked.add(origin);
        }
      }
    }
  }

  private static String id(FieldInsnNode field) {
    return field.owner + " " + field.name + field.desc;
  }

  private boolean isThis(AbstractInsnNode origin) {
    return flow.parameter(origin).filter(local -> local == 0).isPresent();
  }

  private boolean isUsed(Set<AbstractInsnNode> operand) {
    return operand.stream().anyMatch(values::contains);
  }

  private boolean mayBeThis(Set<AbstractInsnNode> operand) {
    return operand.stream().anyMatch(this::isThis);
  }

  private boolean decides(AbstractInsnNode instruction) {
    if (instruction instanceof FieldInsnNode field) {
      return fields.contains(id(field)) || decides(field);
    }
    if (instruction instanceof MethodInsnNode call) {
      return decides(call);
    }
    if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      told &= flow.operands(dynamic).stream().noneMatch(this::mayBeThis);
      return isGiven(dynamic, dynamic.desc, 0, false);
    }
    return isOfArray(instruction) || isCheck(instruction);
  }

  private boolean decides(FieldInsnNode field) {
    List<Set<AbstractInsnNode>> operands = flow.operands(field);
    boolean open = isOpen(Type.getType(field.desc));
    return switch (field.getOpcode()) {
      case Opcodes.GETFIELD -> open && operands.get(0).stream().anyMatch(asked::contains);
      case Opcodes.PUTFIELD -> isUsed(operands.get(0)) || isKept(operands.get(1), open);
      case Opcodes.PUTSTATIC -> isKept(operands.get(0), open);
      default -> false;
    };
  }

  /** Whether a value is put where it can be changed later. */
  private boolean isKept(Set<AbstractInsnNode> value, boolean open) {
    told &= !mayBeThis(value);
    return open && isUsed(value);
  }

  private boolean decides(MethodInsnNode call) {
    List<Set<AbstractInsnNode>> operands = flow.operands(call);
    if (operands.stream().anyMatch(this::mayBeThis)) {
      told &= call.name.equals("<init>") && operands.stream().skip(1).noneMatch(this::mayBeThis);
      return !call.owner.equals("java/lang/Object");
    }
    boolean onObject = call.getOpcode() != Opcodes.INVOKESTATIC;
    boolean asks = onObject && !isFixed(call.owner) && isUsed(operands.get(0));
    boolean isStep = call.desc.endsWith(")V") && !call.name.equals("<init>");
    return asks || isGiven(call, call.desc, onObject ? 1 : 0, isStep);
  }

  private boolean isGiven(AbstractInsnNode call, String descriptor, int first, boolean any) {
    List<Set<AbstractInsnNode>> operands = flow.operands(call);
    Type[] types = Type.getArgumentTypes(descriptor);
    return IntStream.range(0, types.length)
        .filter(i -> any || isOpen(types[i]))
        .anyMatch(i -> isUsed(operands.get(first + i)));
  }

  private boolean isOfArray(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    List<Set<AbstractInsnNode>> operands = flow.operands(instruction);
    if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      told &= !mayBeThis(operands.get(2));
      return isUsed(operands.get(0)) || opcode == Opcodes.AASTORE && isUsed(operands.get(2));
    }
    return opcode == Opcodes.AALOAD && isUsed(operands.get(0));
  }

  /** Whether it can make the constructor throw, asking about a value of the slice. */
  private boolean isCheck(AbstractInsnNode instruction) {
    boolean isSwitch =
        instruction instanceof TableSwitchInsnNode || instruction instanceof LookupSwitchInsnNode;
    boolean branches = isSwitch || instruction instanceof JumpInsnNode;
    boolean isCheck =
        branches && flow.canThrow(instruction) && asksOfValue(instruction, new HashSet<>());
    told &= !(isCheck && isSwitch);
    return isCheck;
  }

  private boolean asksOfValue(AbstractInsnNode instruction, Set<AbstractInsnNode> seen) {
    return seen.add(instruction)
        && flow.operands(instruction).stream()
            .flatMap(Set::stream)
            .anyMatch(origin -> values.contains(origin) || asksOfValue(origin, seen));
  }

  private boolean isOpen(Type type) {
    return type.getSort() == Type.ARRAY
        || type.getSort() == Type.OBJECT
            && !isFixed(type.getInternalName())
            && !isKin(type.getInternalName());
  }

  private static boolean isFixed(String type) {
    return FIXED.contains(type) || type.startsWith("java/math/") || type.startsWith("java/time/");
  }

  /** Whether a type looks to be of the same program, by the start of its package. */
  private boolean isKin(String type) {
    return start(type).equals(start(owner));
  }

  private static String start(String type) {
    String[] names = type.split("/");
    return String.join("/", List.of(names).subList(0, Math.min(2, names.length - 1)));
  }
}
