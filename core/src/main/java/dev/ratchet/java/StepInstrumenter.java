package dev.ratchet.java;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts calls of the child's meter into class files, one per basic block.
 *
 * <p>A block's instructions are counted when it is entered; one that an exception leaves halfway
 * counts in full, the same on every run. Blocks begin at the start, at the targets of jumps and
 * switches, at handlers and behind every jump, and, when profiled, at every line. The calls take
 * constants only and return nothing, so stack maps stay as javac wrote them and no class has to be
 * loaded to compute them.
 */
final class StepInstrumenter {
  private static final String[] RESERVED = {
    "dev/ratchet/benchmarks/worker", "dev.ratchet.benchmarks.worker"
  };

  private final boolean profiled;
  private final Inheritance inheritance;
  private final List<BlockMap.Block> blocks = new ArrayList<>();
  private final List<String> methods = new ArrayList<>();

  private StepInstrumenter(boolean profiled, Map<String, byte[]> classes) {
    this.profiled = profiled;
    this.inheritance = Inheritance.of(classes.values());
  }

  /**
   * Class files with calls of the meter.
   *
   * @param classes class files by binary name
   * @param map what the numbers of a profile mean; empty when only totals are counted
   */
  record Instrumented(Map<String, byte[]> classes, BlockMap map) {}

  /** Returns class files that count totals. */
  static Instrumented counting(Map<String, byte[]> classes) throws NotMeasurable {
    return new StepInstrumenter(false, classes).instrument(classes);
  }

  /** Returns class files that also note blocks, methods and arguments. */
  static Instrumented profiling(Map<String, byte[]> classes) throws NotMeasurable {
    return new StepInstrumenter(true, classes).instrument(classes);
  }

  private Instrumented instrument(Map<String, byte[]> classes) throws NotMeasurable {
    Map<String, byte[]> instrumented = new TreeMap<>();
    for (Map.Entry<String, byte[]> entry : new TreeMap<>(classes).entrySet()) {
      refuseReserved(entry.getKey(), entry.getValue());
      instrumented.put(entry.getKey(), instrument(entry.getKey(), entry.getValue()));
    }
    return new Instrumented(instrumented, new BlockMap(blocks, methods));
  }

  private byte[] instrument(String name, byte[] bytes) throws NotMeasurable {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    for (MethodNode method : node.methods) {
      if (method.instructions.size() > 0) {
        new MethodInstrumenter(node.name, method, inheritance)
            .instrument(profiled ? new Numbering(name + "#" + method.name + method.desc) : null);
      }
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    try {
      node.accept(writer);
      return writer.toByteArray();
    } catch (MethodTooLargeException e) {
      throw new NotMeasurable(
          "The steps of "
              + name
              + "#"
              + e.getMethodName()
              + " can't be counted, because with its counters the method is larger than a class"
              + " file allows (64 KiB). Remedy: split the method");
    } catch (ClassTooLargeException e) {
      throw new NotMeasurable(
          "The steps of "
              + name
              + " can't be counted, because with its counters it is larger than"
              + " a class file allows. Remedy: split the class");
    }
  }

  /** Names in a class file are plain text, so a search of its bytes sees every one of them. */
  private static void refuseReserved(String name, byte[] bytes) throws NotMeasurable {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (String reserved : RESERVED) {
      if (text.contains(reserved)) {
        throw new NotMeasurable(
            "The class "
                + name
                + " names "
                + reserved
                + ", because of which its steps can't be"
                + " trusted: only the measuring code may. Remedy: remove that name");
      }
    }
  }

  /** Gives numbers to a method and its blocks. */
  final class Numbering {
    private final int method = methods.size();

    private Numbering(String place) {
      methods.add(place);
    }

    int method() {
      return method;
    }

    int block(int line, int steps, int allocations, int unused) {
      blocks.add(new BlockMap.Block(method, line, steps, allocations, unused));
      return blocks.size() - 1;
    }
  }
}
