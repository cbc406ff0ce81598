package dev.ratchet.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ratchet.benchmarks.Subject.CommandLine;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.isolation.Command;
import dev.ratchet.isolation.Isolation;
import dev.ratchet.isolation.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A language that may be there or not. */
enum Interpreter {
  PYTHON("python3", "py", "import sys; print(sys.executable)"),
  NODE("node", "js", "console.log(process.execPath)");

  private final String program;
  private final String extension;
  private final String whereAmI;

  Interpreter(String program, String extension, String whereAmI) {
    this.program = program;
    this.extension = extension;
    this.whereAmI = whereAmI;
  }

  private String file() {
    return "primes." + extension;
  }

  /** Returns the command; what stands for the interpreter may be a slow script of its own. */
  CommandLine command() throws InterruptedException {
    String option = this == PYTHON ? "-c" : "-e";
    Command ask =
        Command.builder(List.of(program, option, whereAmI)).withInherited("PATH", "HOME").build();
    Outcome outcome = Isolation.process().run(ask, new byte[0], Duration.ofSeconds(20));
    String path =
        outcome instanceof Outcome.Exited exited && exited.code() == 0
            ? exited.out().text().strip()
            : "";
    assumeTrue(!path.isEmpty(), program + " is not installed here, so nothing was tried with it");
    return CommandLine.of(path, file());
  }

  /** Returns the program that does its work twice. */
  SourceTree wasteful() {
    return program(text());
  }

  /** Returns the program that does it once. */
  SourceTree thrifty() {
    return program(
        text()
            .replace("count = len(primes(limit))", "found = primes(limit)")
            .replace("total = sum(primes(limit))", "count, total = len(found), sum(found)")
            .replace("const count = primes(limit).length", "const found = primes(limit)")
            .replace("const total = primes(limit)", "const count = found.length, total = found"));
  }

  SourceTree program(String text) {
    return SourceTree.of(Map.of(file(), text));
  }

  String text() {
    try (InputStream in = Interpreter.class.getResourceAsStream("/targets/" + file())) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
