package dev.ratchet.java;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds calls whose results nobody reads: dropped, or kept in a variable that is not read after.
 *
 * <p>Only calls of the program's own methods and of the JDK's values are looked at; that {@code
 * add} of a list tells whether it changed is rarely of interest. Whether such a call has another
 * effect is not looked at.
 */
final class UnusedResults {
  private static final Set<String> VALUES =
      Set.of(
          "java/lang/Math",
          "java/lang/StrictMath",
          "java/lang/String",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Double",
          "java/lang/Boolean",
          "java/lang/Character",
          "java/math/BigInteger",
          "java/math/BigDecimal");

  private final MethodNode method;
  private final Inheritance inheritance;

  UnusedResults(MethodNode method, Inheritance inheritance) {
    this.method = method;
    this.inheritance = inheritance;
  }

  boolean isOne(AbstractInsnNode instruction) {
    if (!(instruction instanceof MethodInsnNode call)
        || Type.getReturnType(call.desc).getSort() == Type.VOID
        || !VALUES.contains(call.owner)
            && !inheritance.declares(call.owner, call.name, call.desc)) {
      return false;
    }
    AbstractInsnNode next = following(call.getNext());
    return switch (next.getOpcode()) {
      case Opcodes.POP, Opcodes.POP2 -> true;
      case Opcodes.ISTORE, Opcodes.LSTORE, Opcodes.FSTORE, Opcodes.DSTORE, Opcodes.ASTORE ->
          !isReadAfter((VarInsnNode) next);
      default -> false;
    };
  }

  /** A call that gives something is never the last instruction. */
  private static AbstractInsnNode following(AbstractInsnNode from) {
    AbstractInsnNode node = from;
    while (node.getOpcode() < 0) {
      node = node.getNext();
    }
    return node;
  }

  private boolean isReadAfter(VarInsnNode store) {
    Set<AbstractInsnNode> seen = new HashSet<>();
    Deque<AbstractInsnNode> open = new ArrayDeque<>();
    addNext(store, seen, open);
    while (!open.isEmpty()) {
      AbstractInsnNode node = open.pop();
      if (node instanceof IincInsnNode step && step.var == store.var) {
        return true;
      }
      boolean isSame = node instanceof VarInsnNode access && access.var == store.var;
      if (isSame && node.getOpcode() < Opcodes.ISTORE) {
        return true;
      }
      if (!isSame) {
        addSuccessors(node, seen, open);
      }
    }
    return false;
  }

  private void addSuccessors(
      AbstractInsnNode node, Set<AbstractInsnNode> seen, Deque<AbstractInsnNode> open) {
    int opcode = node.getOpcode();
    if (node instanceof JumpInsnNode jump) {
      add(jump.label, seen, open);
    } else if (node instanceof TableSwitchInsnNode table) {
      add(table.dflt, seen, open);
      table.labels.forEach(label -> add(label, seen, open));
    } else if (node instanceof LookupSwitchInsnNode lookup) {
      add(lookup.dflt, seen, open);
      lookup.labels.forEach(label -> add(label, seen, open));
    } else if (node instanceof LabelNode) {
      // Whatever is guarded from here on may end in the handler.
      for (TryCatchBlockNode guard : method.tryCatchBlocks) {
        if (isWithin(guard, node)) {
          add(guard.handler, seen, open);
        }
      }
    }
    boolean ends =
        opcode == Opcodes.GOTO
            || opcode == Opcodes.ATHROW
            || opcode == Opcodes.TABLESWITCH
            || opcode == Opcodes.LOOKUPSWITCH
            || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    if (!ends) {
      addNext(node, seen, open);
    }
  }

  private boolean isWithin(TryCatchBlockNode guard, AbstractInsnNode node) {
    int place = method.instructions.indexOf(node);
    return place >= method.instructions.indexOf(guard.start)
        && place < method.instructions.indexOf(guard.end);
  }

  private static void addNext(
      AbstractInsnNode node, Set<AbstractInsnNode> seen, Deque<AbstractInsnNode> open) {
    if (node.getNext() != null) {
      add(node.getNext(), seen, open);
    }
  }

  private static void add(
      AbstractInsnNode node, Set<AbstractInsnNode> seen, Deque<AbstractInsnNode> open) {
    if (seen.add(node)) {
      open.push(node);
    }
  }
}
