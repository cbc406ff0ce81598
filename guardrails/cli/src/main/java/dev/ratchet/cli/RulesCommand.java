package dev.ratchet.cli;

import dev.ratchet.verdict.Tier;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists and explains what an edit is held to: {@code rules}. */
@Command(
    name = "rules",
    description = "Lists the rules that an edit is held to, or explains some of them.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Rules to explain; all are listed.")
  private List<String> ids = List.of();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (ids.isEmpty()) {
      KnownRule.all().forEach(rule -> list(rule, out));
    } else {
      ids.stream().map(RulesCommand::find).toList().forEach(rule -> explain(rule, out));
    }
    out.flush();
  }

  private static KnownRule find(String id) {
    return KnownRule.find(id)
        .orElseThrow(
            () ->
                new UnusableException("There is no rule " + Escaped.quoted(id) + "; see 'rules'"));
  }

  private static void list(KnownRule rule, PrintWriter out) {
    String tiers = rule.tiers().stream().map(RulesCommand::word).collect(Collectors.joining("/"));
    out.printf("%-30s %-18s %s%n", rule.id(), tiers, rule.sentence());
  }

  private static String word(Tier tier) {
    return Report.word(tier);
  }

  private static void explain(KnownRule rule, PrintWriter out) {
    out.println(rule.id());
    Escaped.lines(rule.explained()).forEach(line -> out.println("    " + line));
    out.println();
  }
}
