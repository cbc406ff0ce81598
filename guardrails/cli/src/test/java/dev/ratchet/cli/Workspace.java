package dev.ratchet.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small program in two directories with a policy, and the command to be tried on them. */
final class Workspace {
  static final String AGENT = "src/main/java/acme/Agent.java";
  static final String AGENT_TEXT =
      """
      package acme;

      final class Agent {
        int twice(int number) {
          return number + number;
        }
      }
      """;
  static final String LIMITS = "src/main/java/acme/Limits.java";
  static final String POLICY =
      """
      ratchet: 1
      editable:
        - { paths: "src/main/java/**/*.java", operations: [create, modify, delete, move] }
        - { paths: "config/*.yaml" }
      protect:
        members: [ "acme.Limits#*" ]
      """;

  /** What a command said. */
  record Outcome(int exit, String out, String err) {}

  private final Path root;
  private String input = "";

  private Workspace(Path root) {
    this.root = root;
  }

  /** Makes both directories alike. */
  static Workspace in(Path root) {
    Workspace workspace = new Workspace(root);
    workspace.write("policy.yaml", POLICY);
    for (String side : List.of("before/", "after/")) {
      workspace.write(side + AGENT, AGENT_TEXT);
      workspace.write(
          side + LIMITS,
          """
          package acme;

          final class Limits {
            static final int MOST = 10;
          }
          """);
      workspace.write(side + "config/agent.yaml", "steps: 3\n");
    }
    return workspace;
  }

  Path path(String name) {
    return root.resolve(name);
  }

  Workspace write(String name, String text) {
    try {
      Path file = Files.createDirectories(path(name).getParent()).resolve(path(name).getFileName());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Workspace input(String text) {
    input = text;
    return this;
  }

  /** Runs {@code check} with policy and baseline, and these arguments; {@code @} is the root. */
  Outcome check(String... arguments) {
    return run(
        Stream.concat(
                Stream.of("check", "--policy", "@/policy.yaml", "--before", "@/before"),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  Outcome checkAfter(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--after", "@/after"));
    all.addAll(List.of(arguments));
    return check(all.toArray(String[]::new));
  }

  Outcome checkDiff(String diff) {
    return write("edit.diff", diff).check("--diff", "@/edit.diff");
  }

  Outcome checkChangeSet(String json) {
    return write("edit.json", json).check("--change-set", "@/edit.json");
  }

  Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Ratchet.commandLine(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(
                Stream.of(arguments)
                    .map(argument -> argument.replace("@", root.toString()))
                    .toArray(String[]::new));
    return new Outcome(exit, out.toString(), err.toString());
  }
}
