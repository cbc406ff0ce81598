package dev.ratchet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ratchet.java.Compilation;
import org.junit.jupiter.api.Test;

class WarmCompilerTest {
  @Test
  void the_sample_takes_the_compiler_all_the_way() {
    assertThat(WarmCompiler.compile()).isInstanceOf(Compilation.Compiled.class);
  }
}
