package dev.ratchet.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real diffs: what git writes has to lead to the tree that git has, and the other way round. */
class GitDiffTest {

  @TempDir Path root;
  private Path repository;

  @BeforeAll
  static void needs_git() {
    boolean found;
    try {
      found = new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      found = false;
    }
    assumeTrue(found, "There is no git on this machine, so real diffs are not tried");
  }

  @BeforeEach
  void make_a_repository() throws IOException {
    repository = Files.createDirectory(root.resolve("repository"));
    git("init", "-q");
    git("config", "core.autocrlf", "false");
    git("config", "core.filemode", "true");
  }

  private byte[] git(String... arguments) throws IOException {
    return git(new byte[0], arguments);
  }

  private byte[] git(byte[] input, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=b"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", root.resolve("none").toString());
    Path errors = root.resolve("errors");
    Process process = builder.redirectError(errors.toFile()).start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input);
    }
    byte[] output = process.getInputStream().readAllBytes();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    return output;
  }

  private void commit(SourceTree tree) throws IOException {
    try (var old = Files.newDirectoryStream(repository)) {
      for (Path path : old) {
        if (!path.endsWith(".git")) {
          delete(path);
        }
      }
    }
    Path fresh = root.resolve("fresh" + System.nanoTime());
    tree.writeTo(fresh);
    try (var files = Files.newDirectoryStream(fresh)) {
      for (Path path : files) {
        Files.move(path, repository.resolve(path.getFileName()));
      }
    }
    git("add", "-A", "-f");
    git("commit", "-q", "--allow-empty", "-m", "state");
  }

  private static void delete(Path path) throws IOException {
    try (var all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static String numbers(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i <= to; i++) {
      lines.append("line ").append(i).append('\n');
    }
    return lines.toString();
  }

  private static SourceTree before() {
    byte[] noise = new byte[3000];
    new Random(7).nextBytes(noise);
    return SourceTree.of(
            Map.of(
                "text.txt", numbers(1, 60),
                "dir/crlf.txt", numbers(1, 20).replace("\n", "\r\n"),
                "dir/no newline", "one\ntwo\nthree",
                "mixed", "a\r\nb\nc\rd\n",
                "moved.txt", numbers(100, 140),
                "copied.txt", numbers(200, 240),
                "gone.txt", "bye\n",
                "empty", "",
                "a/b/prefix.txt", "x\ny\n"))
        .with(Patches.path("noise.bin"), SourceFile.of(noise))
        .with(Patches.path("latin"), SourceFile.of(new byte[] {'a', (byte) 0xe4, '\n', 'b', '\n'}))
        .with(Patches.path("run.sh"), SourceFile.of("#!\n").withMode(FileMode.EXECUTABLE));
  }

  private static SourceTree after() {
    byte[] noise = before().file(Patches.path("noise.bin")).orElseThrow().bytes();
    noise[1500] ^= 1;
    SourceTree tree = before();
    for (String gone : List.of("gone.txt", "moved.txt", "empty", "dir/no newline")) {
      tree = tree.without(Patches.path(gone));
    }
    return tree.with(
            Patches.path("text.txt"),
            SourceFile.of(
                "new first\n" + numbers(1, 20) + numbers(23, 40) + "mid\n" + numbers(41, 60)))
        .with(
            Patches.path("dir/crlf.txt"),
            SourceFile.of((numbers(1, 9) + "x\n" + numbers(11, 20)).replace("\n", "\r\n")))
        .with(Patches.path("dir/no newline"), SourceFile.of("one\n2\nthree\n"))
        .with(Patches.path("mixed"), SourceFile.of("a\nb\r\nc\rd"))
        .with(Patches.path("to/moved there.txt"), SourceFile.of(numbers(100, 139) + "end\n"))
        .with(Patches.path("moved as is"), SourceFile.of("bye\n"))
        .with(
            Patches.path("copied.txt"),
            SourceFile.of(numbers(200, 240) + "more\n").withMode(FileMode.EXECUTABLE))
        .with(Patches.path("a copy.txt"), SourceFile.of("top\n" + numbers(200, 240)))
        .with(Patches.path("run.sh"), SourceFile.of("#!\n"))
        .with(Patches.path("new/empty"), SourceFile.of(""))
        .with(Patches.path("new/file"), SourceFile.of("no newline").withMode(FileMode.EXECUTABLE))
        .with(Patches.path("noise.bin"), SourceFile.of(noise))
        .with(Patches.path("new.bin"), SourceFile.of(new byte[] {0, 1, 2, 3}))
        .with(Patches.path("a/b/prefix.txt"), SourceFile.of("x\ny\nz\n"))
        .with(Patches.path("b/new.txt"), SourceFile.of("in a directory named like a prefix\n"))
        .with(Patches.path("latin"), SourceFile.of(new byte[] {(byte) 0xe4, '\n', 'b', '\n'}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--binary",
        "--binary -U0",
        "--binary -U1 --inter-hunk-context=2",
        "--binary -U100",
        "--binary -M -C --find-copies-harder",
        "--binary -M -U0",
        "--binary --no-prefix",
        "--binary --no-prefix -M -C -U0",
        "--binary --src-prefix=o/ --dst-prefix=w/",
        "--binary --full-index --patience",
        "--binary -B -M -W",
        "--binary --stat -p",
      })
  void a_diff_of_git_leads_to_the_tree_that_git_has(String options) throws IOException {
    commit(before());
    commit(after());
    List<String> command = new ArrayList<>(List.of("diff"));
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of("HEAD~1", "HEAD"));

    byte[] patch = git(command.toArray(String[]::new));

    assertThat(Patches.applied(PatchFormat.UNIFIED_DIFF.read(patch, before()), before()))
        .isEqualTo(after());
  }

  @Test
  void a_mailed_commit_leads_to_the_tree_that_git_has() throws IOException {
    commit(before());
    commit(after());

    byte[] patch = git("format-patch", "-1", "--binary", "--stdout", "-M");

    assertThat(Patches.applied(PatchFormat.UNIFIED_DIFF.read(patch, before()), before()))
        .isEqualTo(after());
  }

  @Test
  void a_diff_without_the_content_of_binary_files_is_refused() throws IOException {
    commit(before());
    commit(after());

    PatchResult result = PatchFormat.UNIFIED_DIFF.read(git("diff", "HEAD~1", "HEAD"), before());

    assertThat(result).isInstanceOf(PatchResult.Refused.class);
    assertThat(result.toString()).contains("the content of a binary file is missing");
  }

  @Test
  void links_and_submodules_are_refused() throws IOException {
    commit(Patches.tree("a", "x\n"));
    Files.createSymbolicLink(repository.resolve("link"), Path.of("a"));
    git("add", "-A");
    git("commit", "-q", "-m", "link");
    byte[] patch = git("diff", "HEAD~1", "HEAD");

    PatchResult result = PatchFormat.UNIFIED_DIFF.read(patch, Patches.tree("a", "x\n"));

    assertThat(result.toString()).contains("\"120000\" is that of a symbolic link");
    String gitlink = new String(patch, StandardCharsets.UTF_8);
    assertThat(
            PatchFormat.UNIFIED_DIFF
                .read(gitlink.replace("120000", "160000"), Patches.tree("a", "x\n"))
                .toString())
        .contains("\"160000\" is that of a submodule");
  }

  @Test
  void git_reads_what_we_write() throws IOException {
    commit(before());
    String patch = ChangeSet.between(before(), after()).toString();

    git(patch.getBytes(StandardCharsets.UTF_8), "apply", "--index", "-");

    assertThat(SourceTree.read(repository, PathFilter.all())).isEqualTo(after());
  }

  @Test
  void git_reads_a_move_that_we_write() throws IOException {
    SourceTree base = before();
    commit(base);
    SourcePath from = Patches.path("moved.txt");
    SourceFile file = base.file(from).orElseThrow();
    SourceFile changed = SourceFile.of(numbers(100, 139)).withMode(FileMode.EXECUTABLE);
    ChangeSet move =
        ChangeSet.of(List.of(new Change.Move(from, Patches.path("to/x"), file, changed)));

    git(move.toString().getBytes(StandardCharsets.UTF_8), "apply", "--index", "-");

    assertThat(SourceTree.read(repository, PathFilter.all()))
        .isEqualTo(base.without(from).with(Patches.path("to/x"), changed));
  }

  /** Few different lines make many places alike, which is where appliers go wrong. */
  @Test
  void diffs_of_repetitive_files_lead_to_exactly_the_new_file() throws IOException {
    int applied = 0;
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      String old = repetitive(random, 10 + random.nextInt(30));
      String now = edited(random, old);
      Files.writeString(repository.resolve("old"), old);
      Files.writeString(repository.resolve("now"), now);
      SourceTree base = Patches.tree("f", old);

      String patch = diff("-U" + seed % 4).replace("a/old", "a/f").replace("b/now", "b/f");

      if (!old.equals(now)) {
        assertThat(Patches.applied(PatchFormat.UNIFIED_DIFF, patch, base))
            .as("seed %d%n%s", seed, patch)
            .isEqualTo(Patches.tree("f", now));
        applied++;
      }
    }
    assertThat(applied).isGreaterThan(50);
  }

  private String diff(String context) throws IOException {
    Path output = root.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder("git", "diff", "--no-index", context, "old", "now")
            .directory(repository.toFile())
            .redirectOutput(output.toFile());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", root.resolve("none").toString());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return Files.readString(output);
  }

  private static String repetitive(Random random, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("abc ".charAt(random.nextInt(4))).append(random.nextInt(9) == 0 ? "\r\n" : "\n");
    }
    return random.nextBoolean() ? text.toString() : text + "end";
  }

  private static String edited(Random random, String text) {
    List<String> lines = LineDiff.split(text);
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      int at = random.nextInt(lines.size());
      switch (random.nextInt(3)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, "a\n");
        default -> lines.set(at, at == lines.size() - 1 ? "b" : "b\n");
      }
    }
    return String.join("", lines);
  }
}
