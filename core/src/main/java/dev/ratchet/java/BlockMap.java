package dev.ratchet.java;

import java.util.List;

/**
 * What the numbers of a profile mean.
 *
 * @param blocks the blocks by number
 * @param methods the methods by number, as {@code package.Type#method(descriptor)}
 */
record BlockMap(List<Block> blocks, List<String> methods) {
  BlockMap {
    blocks = List.copyOf(blocks);
    methods = List.copyOf(methods);
  }

  /**
   * A run of instructions that are executed together.
   *
   * @param allocations those of them that make an object or an array
   * @param unused those of them that are calls whose result nobody reads
   */
  record Block(int method, int line, int steps, int allocations, int unused) {}

  String methodOf(int block) {
    return methods.get(blocks.get(block).method());
  }

  String lineOf(int block) {
    return methodOf(block) + ":" + blocks.get(block).line();
  }
}
