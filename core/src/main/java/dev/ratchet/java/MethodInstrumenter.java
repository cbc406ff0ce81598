package dev.ratchet.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Splits one method into blocks and puts a call of the meter in front of each. */
final class MethodInstrumenter {
  private static final String METER = "dev/ratchet/benchmarks/worker/Meter";

  private static final class Block {
    final AbstractInsnNode first;
    final int line;
    int steps;
    int calls;
    int allocations;
    int unused;

    Block(AbstractInsnNode first, int line) {
      this.first = first;
      this.line = line;
    }
  }

  private final String owner;
  private final MethodNode method;
  private final Inheritance inheritance;
  private final Set<LabelNode> targets = new HashSet<>();

  MethodInstrumenter(String owner, MethodNode method, Inheritance inheritance) {
    this.owner = owner;
    this.method = method;
    this.inheritance = inheritance;
  }

  /** Instruments the method; a numbering means that it is profiled. */
  void instrument(StepInstrumenter.@Nullable Numbering numbering) {
    findTargets();
    List<Block> blocks = split(numbering != null);
    Set<AbstractInsnNode> selfGuarded = selfGuardedHandlers();
    Map<AbstractInsnNode, LabelNode> moved = new HashMap<>();
    for (Block block : blocks) {
      boolean mayThrow = !selfGuarded.contains(block.first);
      InsnList probe = probe(block, mayThrow, numbering);
      if (block.first.getOpcode() == Opcodes.NEW) {
        LabelNode label = new LabelNode();
        probe.add(label);
        moved.put(block.first, label);
      }
      method.instructions.insertBefore(block.first, probe);
    }
    renameNewObjects(moved);
    if (numbering != null) {
      method.instructions.insert(entry(numbering.method()));
    }
  }

  private void findTargets() {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof JumpInsnNode jump) {
        targets.add(jump.label);
      } else if (instruction instanceof TableSwitchInsnNode table) {
        targets.add(table.dflt);
        targets.addAll(table.labels);
      } else if (instruction instanceof LookupSwitchInsnNode lookup) {
        targets.add(lookup.dflt);
        targets.addAll(lookup.labels);
      }
    }
    for (TryCatchBlockNode guard : method.tryCatchBlocks) {
      targets.add(guard.handler);
    }
  }

  private List<Block> split(boolean isProfiled) {
    UnusedResults unused = new UnusedResults(method, inheritance);
    List<Block> blocks = new ArrayList<>();
    boolean begins = true;
    int line = 0;
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LineNumberNode number) {
        begins |= isProfiled && number.line != line;
        line = number.line;
      } else if (instruction instanceof LabelNode label) {
        begins |= targets.contains(label);
      } else if (instruction.getOpcode() >= 0) {
        if (begins) {
          blocks.add(new Block(instruction, line));
        }
        Block block = blocks.get(blocks.size() - 1);
        block.steps++;
        block.calls += isOutsideCall(instruction) ? 1 : 0;
        if (isProfiled) {
          block.allocations += isAllocation(instruction) ? 1 : 0;
          block.unused += unused.isOne(instruction) ? 1 : 0;
        }
        begins = endsBlock(instruction);
      }
    }
    return blocks;
  }

  private static boolean endsBlock(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return instruction instanceof JumpInsnNode
        || opcode == Opcodes.TABLESWITCH
        || opcode == Opcodes.LOOKUPSWITCH
        || opcode == Opcodes.ATHROW
        || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }

  /** What the JDK makes for a call is not seen: boxes, texts that are joined, streams. */
  private static boolean isAllocation(AbstractInsnNode instruction) {
    return switch (instruction.getOpcode()) {
      case Opcodes.NEW, Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.MULTIANEWARRAY -> true;
      default -> false;
    };
  }

  private boolean isOutsideCall(AbstractInsnNode instruction) {
    return instruction instanceof InvokeDynamicInsnNode
        || instruction instanceof MethodInsnNode call
            && !inheritance.declares(call.owner, call.name, call.desc);
  }

  /**
   * Returns the handlers that guard themselves, as javac writes them around {@code synchronized}.
   *
   * <p>A meter that throws there would be caught there, for ever.
   */
  private Set<AbstractInsnNode> selfGuardedHandlers() {
    Set<AbstractInsnNode> found = new HashSet<>();
    for (TryCatchBlockNode guard : method.tryCatchBlocks) {
      int handler = method.instructions.indexOf(guard.handler);
      if (method.instructions.indexOf(guard.start) <= handler
          && handler < method.instructions.indexOf(guard.end)) {
        found.add(nextInstruction(guard.handler));
      }
    }
    return found;
  }

  private static AbstractInsnNode nextInstruction(AbstractInsnNode from) {
    AbstractInsnNode node = from;
    while (node.getOpcode() < 0) {
      node = node.getNext();
    }
    return node;
  }

  /** A stack map names an object that is being made by the place of its NEW, which has moved. */
  private void renameNewObjects(Map<AbstractInsnNode, LabelNode> moved) {
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof FrameNode frame) {
        frame.local = renamed(frame.local, moved);
        frame.stack = renamed(frame.stack, moved);
      }
    }
  }

  private static @Nullable List<Object> renamed(
      @Nullable List<Object> types, Map<AbstractInsnNode, LabelNode> moved) {
    if (types == null) {
      return null;
    }
    List<Object> renamed = new ArrayList<>(types);
    renamed.replaceAll(
        type -> {
          if (!(type instanceof LabelNode label)) {
            return type;
          }
          AbstractInsnNode made = label;
          while (made.getOpcode() != Opcodes.NEW) {
            made = made.getNext();
          }
          return moved.getOrDefault(made, label);
        });
    return renamed;
  }

  private InsnList probe(
      Block block, boolean mayThrow, StepInstrumenter.@Nullable Numbering numbering) {
    InsnList code = new InsnList();
    code.add(constant(block.steps));
    if (numbering != null) {
      code.add(constant(block.calls));
      code.add(constant(numbering.block(block.line, block.steps, block.allocations, block.unused)));
      code.add(meter(mayThrow ? "visit" : "pass", "(III)V"));
    } else if (!mayThrow || block.calls > 0) {
      code.add(constant(block.calls));
      code.add(meter(mayThrow ? "step" : "count", "(II)V"));
    } else {
      code.add(meter("step", "(I)V"));
    }
    return code;
  }

  /** Stands before the first label, so that a loop at the start of a method is not an entry. */
  private InsnList entry(int number) {
    InsnList code = new InsnList();
    code.add(constant(number));
    if (method.name.startsWith("<")) {
      code.add(new InsnNode(Opcodes.ACONST_NULL));
    } else {
      addArguments(code);
    }
    code.add(meter("enter", "(I[Ljava/lang/Object;)V"));
    return code;
  }

  private void addArguments(InsnList code) {
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    List<Type> types = new ArrayList<>();
    if (!isStatic) {
      types.add(Type.getObjectType(owner));
    }
    types.addAll(List.of(Type.getArgumentTypes(method.desc)));
    code.add(constant(types.size()));
    code.add(new TypeInsnNode(Opcodes.ANEWARRAY, "java/lang/Object"));
    int variable = 0;
    for (int i = 0; i < types.size(); i++) {
      Type type = types.get(i);
      code.add(new InsnNode(Opcodes.DUP));
      code.add(constant(i));
      code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), variable));
      box(type, code);
      code.add(new InsnNode(Opcodes.AASTORE));
      variable += type.getSize();
    }
  }

  private static void box(Type type, InsnList code) {
    String box =
        switch (type.getSort()) {
          case Type.BOOLEAN -> "Boolean";
          case Type.CHAR -> "Character";
          case Type.BYTE -> "Byte";
          case Type.SHORT -> "Short";
          case Type.INT -> "Integer";
          case Type.LONG -> "Long";
          case Type.FLOAT -> "Float";
          case Type.DOUBLE -> "Double";
          default -> "";
        };
    if (!box.isEmpty()) {
      String name = "java/lang/" + box;
      String descriptor = "(" + type.getDescriptor() + ")L" + name + ";";
      code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, name, "valueOf", descriptor, false));
    }
  }

  private static MethodInsnNode meter(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, METER, name, descriptor, false);
  }

  private static AbstractInsnNode constant(int value) {
    if (value <= 5) {
      return new InsnNode(Opcodes.ICONST_0 + value);
    }
    if (value <= Byte.MAX_VALUE) {
      return new IntInsnNode(Opcodes.BIPUSH, value);
    }
    if (value <= Short.MAX_VALUE) {
      return new IntInsnNode(Opcodes.SIPUSH, value);
    }
    return new LdcInsnNode(value);
  }
}
