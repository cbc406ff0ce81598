package dev.ratchet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what an edit is held to: {@code rules}. */
@Command(
    name = "rules",
    description = "Lists the rules that an edit is held to.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RulesCommand implements Runnable {
  private static final String GUARD = "guard-rules.txt";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Stream.of(EditRule.values()).forEach(rule -> print(out, rule.id(), rule.sentence()));
    for (String line : guard()) {
      String[] parts = line.split("\t", 2);
      print(out, parts[0], parts[1]);
    }
    out.flush();
  }

  private static void print(PrintWriter out, String id, String sentence) {
    out.printf("%-26s %s%n", id, sentence);
  }

  static List<String> guard() {
    try (InputStream file =
        Objects.requireNonNull(RulesCommand.class.getResourceAsStream(GUARD), GUARD)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException("The program's own " + GUARD + " can't be read", e);
    }
  }
}
