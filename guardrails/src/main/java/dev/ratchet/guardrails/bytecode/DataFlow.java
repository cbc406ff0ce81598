package dev.ratchet.guardrails.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Which instruction of a method hands its result to which, and in which order they run.
 *
 * <p>What only moves a value, such as to a local variable and back, is left out: a value is known
 * by the instruction that made it, a parameter by a mark of its own.
 */
final class DataFlow {
  /** Longer methods are not looked into; the cost grows with the square. */
  private static final int MOST_INSTRUCTIONS = 600;

  private final InsnList code;
  private final Wiring wiring;
  private final Set<AbstractInsnNode> alive;
  private final Map<AbstractInsnNode, Boolean> certain = new HashMap<>();
  private final Map<AbstractInsnNode, Boolean> returning = new HashMap<>();

  private DataFlow(InsnList code, Wiring wiring) {
    this.code = code;
    this.wiring = wiring;
    this.alive = reachable(code.getFirst(), Set.of());
    this.alive.add(code.getFirst());
  }

  /** Returns the flow of a method; empty if it is long or catches exceptions. */
  static Optional<DataFlow> of(String owner, MethodNode method) {
    if (method.instructions.size() > MOST_INSTRUCTIONS || !method.tryCatchBlocks.isEmpty()) {
      return Optional.empty();
    }
    Wiring wiring = new Wiring();
    try {
      new Analyzer<>(wiring).analyze(owner, method);
    } catch (AnalyzerException e) {
      return Optional.empty();
    }
    return Optional.of(new DataFlow(method.instructions, wiring));
  }

  /** Returns the instructions that can run, in order, without those that only move a value. */
  Stream<AbstractInsnNode> instructions() {
    return Stream.iterate(code.getFirst(), n -> n != null, AbstractInsnNode::getNext)
        .filter(instruction -> instruction.getOpcode() >= 0 && alive.contains(instruction))
        .filter(instruction -> !isNullCheck(instruction));
  }

  /** It gives back what it is given, or nothing is made. */
  private static boolean isNullCheck(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.owner.equals("java/util/Objects")
        && call.name.equals("requireNonNull");
  }

  /** Returns what an instruction takes, for each operand the instructions that may have made it. */
  List<Set<AbstractInsnNode>> operands(AbstractInsnNode instruction) {
    return wiring.operands.getOrDefault(instruction, List.of());
  }

  /** Returns the number of the local variable in which a parameter comes; empty of other values. */
  Optional<Integer> parameter(AbstractInsnNode origin) {
    return Optional.ofNullable(wiring.parameters.get(origin));
  }

  /** Returns whether an instruction runs exactly once, whenever the method returns. */
  boolean isCertain(AbstractInsnNode instruction) {
    return certain.computeIfAbsent(
        instruction,
        i -> !reachesReturn(code.getFirst(), Set.of(i)) && !reachable(i, Set.of()).contains(i));
  }

  /** Returns whether the method can return after an instruction. */
  boolean canReturn(AbstractInsnNode instruction) {
    return returning.computeIfAbsent(instruction, i -> isReturn(i) || reachesReturn(i, Set.of()));
  }

  /** Returns whether the method can end by an exception that it throws after an instruction. */
  boolean canThrow(AbstractInsnNode instruction) {
    return reachable(instruction, Set.of()).stream().anyMatch(i -> i.getOpcode() == Opcodes.ATHROW);
  }

  private static boolean reachesReturn(AbstractInsnNode from, Set<AbstractInsnNode> without) {
    return !without.contains(from)
        && reachable(from, without).stream().anyMatch(DataFlow::isReturn);
  }

  private static boolean isReturn(AbstractInsnNode instruction) {
    return instruction.getOpcode() >= Opcodes.IRETURN && instruction.getOpcode() <= Opcodes.RETURN;
  }

  /** What may run after an instruction; itself only if it may run again. */
  private static Set<AbstractInsnNode> reachable(
      AbstractInsnNode from, Set<AbstractInsnNode> without) {
    Set<AbstractInsnNode> seen = new HashSet<>();
    Deque<AbstractInsnNode> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (AbstractInsnNode next : successors(open.pop())) {
        if (!without.contains(next) && seen.add(next)) {
          open.push(next);
        }
      }
    }
    return seen;
  }

  private static List<AbstractInsnNode> successors(AbstractInsnNode instruction) {
    if (instruction instanceof JumpInsnNode jump) {
      return jump.getOpcode() == Opcodes.GOTO
          ? List.of(jump.label)
          : List.of(jump.label, jump.getNext());
    }
    if (instruction instanceof TableSwitchInsnNode table) {
      return Stream.concat(Stream.of(table.dflt), table.labels.stream())
          .map(AbstractInsnNode.class::cast)
          .toList();
    }
    if (instruction instanceof LookupSwitchInsnNode lookup) {
      return Stream.concat(Stream.of(lookup.dflt), lookup.labels.stream())
          .map(AbstractInsnNode.class::cast)
          .toList();
    }
    boolean ends = isReturn(instruction) || instruction.getOpcode() == Opcodes.ATHROW;
    return ends || instruction.getNext() == null ? List.of() : List.of(instruction.getNext());
  }

  /** Notes the operands of each instruction while the frames are worked out. */
  private static final class Wiring extends SourceInterpreter {
    private final Map<AbstractInsnNode, List<Set<AbstractInsnNode>>> operands = new HashMap<>();
    private final Map<AbstractInsnNode, Integer> parameters = new HashMap<>();

    Wiring() {
      super(Opcodes.ASM9);
    }

    private SourceValue result(AbstractInsnNode by, SourceValue result, SourceValue... taken) {
      operands.put(by, Stream.of(taken).map(value -> value.insns).toList());
      return result;
    }

    @Override
    public SourceValue newParameterValue(boolean isInstance, int local, Type type) {
      LabelNode mark = new LabelNode();
      parameters.put(mark, local);
      return new SourceValue(type.getSize(), mark);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
      return value;
    }

    @Override
    public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
      return instruction.getOpcode() == Opcodes.CHECKCAST
          ? value
          : result(instruction, super.unaryOperation(instruction, value), value);
    }

    @Override
    public SourceValue binaryOperation(
        AbstractInsnNode instruction, SourceValue first, SourceValue second) {
      return result(instruction, super.binaryOperation(instruction, first, second), first, second);
    }

    @Override
    public SourceValue ternaryOperation(
        AbstractInsnNode instruction, SourceValue first, SourceValue second, SourceValue third) {
      return result(
          instruction,
          super.ternaryOperation(instruction, first, second, third),
          first,
          second,
          third);
    }

    @Override
    public SourceValue naryOperation(
        AbstractInsnNode instruction, List<? extends SourceValue> values) {
      return isNullCheck(instruction)
          ? values.get(0)
          : result(
              instruction,
              super.naryOperation(instruction, values),
              values.toArray(SourceValue[]::new));
    }
  }
}
