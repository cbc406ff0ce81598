package dev.ratchet.guardrails;

import dev.ratchet.guardrails.policy.Rule;
import dev.ratchet.guardrails.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The rules as they stand in the README and in the API documentation.
 *
 * <p>{@link #main} writes both anew; its working directory is the module.
 */
final class RuleDocs {
  static final Path README = Path.of("..", "README.md");
  static final Path PAGE =
      Path.of("src/main/java/dev/ratchet/guardrails/doc-files/rules.html").normalize();

  private static final String BEGIN = "<!-- rules:begin -->\n";
  private static final String END = "<!-- rules:end -->\n";

  private RuleDocs() {}

  public static void main(String[] arguments) throws IOException {
    Files.writeString(README, inReadme(Files.readString(README)));
    Files.createDirectories(PAGE.getParent());
    Files.writeString(PAGE, page());
  }

  /** Returns a README with the table of today. */
  static String inReadme(String readme) {
    int begin = readme.indexOf(BEGIN) + BEGIN.length();
    return readme.substring(0, begin) + table() + readme.substring(readme.indexOf(END, begin));
  }

  private static String table() {
    return RuleCatalogue.all().stream()
        .map(rule -> "| `" + rule.id() + "` | " + tiers(rule) + " | " + rule.sentence() + " |\n")
        .collect(
            Collectors.joining("", "| rule | tier | what it says |\n| --- | --- | --- |\n", ""));
  }

  static String page() {
    return RuleCatalogue.all().stream()
        .map(RuleDocs::entry)
        .collect(
            Collectors.joining(
                "",
                """
                <!DOCTYPE html>
                <html lang="en">
                <head><title>Rules of the guard</title></head>
                <body>
                <h1>Rules of the guard</h1>
                <p>Each rule with its tier, the usual one first, why it is there, an example of what it
                stops or names, and one of what it lets through.</p>
                """,
                "</body>\n</html>\n"));
  }

  private static String entry(Rule rule) {
    return """
        <h2 id="%s">%s</h2>
        <p>%s: <b>%s</b>, because %s.</p>
        <ul>
        <li>stopped: <code>%s</code></li>
        <li>let through: <code>%s</code></li>
        </ul>
        """
        .formatted(
            rule.id(),
            rule.id(),
            tiers(rule),
            escaped(rule.sentence()),
            escaped(rule.why()),
            escaped(rule.stopped()),
            escaped(rule.passed()));
  }

  private static String tiers(Rule rule) {
    return rule.tiers().stream().map(Words::of).collect(Collectors.joining(", "));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\\", "&#92;")
        .replace("@", "&#64;");
  }
}
