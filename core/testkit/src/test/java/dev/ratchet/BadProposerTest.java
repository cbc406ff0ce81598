package dev.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ratchet.apply.DirectoryApplier;
import dev.ratchet.benchmarks.Metric;
import dev.ratchet.edit.Change;
import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PatchFormat;
import dev.ratchet.edit.PathFilter;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.journal.Journal;
import dev.ratchet.journal.JournalCheck;
import dev.ratchet.spi.Attempt;
import dev.ratchet.spi.Attempt.Outcome;
import dev.ratchet.spi.Budget;
import dev.ratchet.spi.Comparison;
import dev.ratchet.spi.Evaluator;
import dev.ratchet.spi.Guardrail;
import dev.ratchet.spi.Insight;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Proposer;
import dev.ratchet.spi.Stage;
import dev.ratchet.spi.Trial;
import dev.ratchet.testkit.FakeEvaluator;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What becomes of a proposer or an evaluator that does its worst: the attempt is refused with its
 * reason, in time and in bounded memory, and the directory stays as it was.
 */
class BadProposerTest {
  private static final SourceTree START = SourceTree.of(Map.of("agent.txt", "10\n"));
  private static final int HUGE = 50_000_000;

  /** Far less than the default, and far more than any refusal here needs. */
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  @TempDir Path directory;

  private Path target;
  private Path journalFile;

  @BeforeEach
  void write() throws IOException {
    target = directory.resolve("target");
    journalFile = directory.resolve("journal.jsonl");
    START.writeTo(target);
  }

  private RunResult run(Proposer proposer, Evaluator evaluator, int rounds) throws IOException {
    try (Journal journal = Journal.open(journalFile)) {
      return ImprovementLoop.builder(START, proposer, evaluator)
          .withGuardrail(Guardrail.none("a test"))
          .withGuardrail(BadProposerTest::onlyTheAgent)
          .withApplier(DirectoryApplier.of(target, PathFilter.all()))
          .withJournal(journal)
          .withBudget(Budget.rounds(rounds))
          .withSeed(7)
          .withDeadline(Stage.PROPOSE, DEADLINE)
          .withDeadline(Stage.RESOLVE, DEADLINE)
          .withDeadline(Stage.GUARD, DEADLINE)
          .build()
          .run();
    }
  }

  private static Verdict onlyTheAgent(dev.ratchet.spi.Candidate candidate) {
    return Verdict.of(
        candidate.changes().touched().stream()
            .filter(path -> !path.value().equals("agent.txt"))
            .map(path -> Finding.hard("test.path", path + " is not the agent"))
            .toList());
  }

  private static FakeEvaluator evaluator() {
    return FakeEvaluator.steps(tree -> tree.size());
  }

  /** Runs one round and returns its attempt; the directory must be as it was. */
  private Attempt refused(Proposer proposer) throws IOException {
    RunResult result = run(proposer, evaluator(), 1);
    assertNothingChanged(result);
    assertThat(result.attempts()).hasSize(1);
    return result.attempts().get(0);
  }

  private void assertNothingChanged(RunResult result) throws IOException {
    assertThat(result.tree()).isEqualTo(START);
    assertThat(SourceTree.read(target, PathFilter.all()).hash()).isEqualTo(START.hash());
    assertThat(Journal.verify(journalFile)).isInstanceOf(JournalCheck.Intact.class);
    assertThat(result.stopReason()).isNotEqualTo(StopReason.JOURNAL_FAILED);
  }

  private static String why(Attempt attempt) {
    return attempt.findings().get(attempt.findings().size() - 1).toString();
  }

  @Nested
  class That_gives_nothing_of_use {
    @Test
    void throws_an_exception() throws IOException {
      Attempt attempt =
          refused(
              briefing -> {
                throw new IOException("no connection to the model");
              });

      assertThat(attempt.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(why(attempt)).contains("PROPOSE threw", "no connection to the model", "because");
    }

    @Test
    void runs_out_of_memory() throws IOException {
      Attempt attempt =
          refused(
              briefing -> {
                throw new OutOfMemoryError("Java heap space");
              });

      assertThat(attempt.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(why(attempt)).contains("PROPOSE threw", "Java heap space");
    }

    @Test
    void returns_null() throws IOException {
      @SuppressWarnings("NullAway")
      Proposer silent = briefing -> null;

      assertThat(why(refused(silent))).contains("PROPOSE returned nothing");
    }

    @Test
    void has_nothing_to_propose() throws IOException {
      Attempt attempt = refused(briefing -> Proposal.nothing("all ideas were tried"));

      assertThat(attempt.outcome()).isEqualTo(Outcome.NOTHING);
      assertThat(why(attempt)).contains("all ideas were tried");
    }

    @ParameterizedTest
    @EnumSource(PatchFormat.class)
    void returns_prose(PatchFormat format) throws IOException {
      Attempt attempt = refused(b -> Proposal.of(format, "I am sorry, I can't do that.", ""));

      assertThat(attempt.stage()).isEqualTo(Stage.RESOLVE);
      assertThat(why(attempt))
          .containsIgnoringCase(format == PatchFormat.JSON ? "is not JSON" : "Write ");
    }

    @Test
    void hangs() throws IOException {
      RunResult result;
      try (Journal journal = Journal.open(journalFile)) {
        result =
            ImprovementLoop.builder(
                    START,
                    briefing -> {
                      new CountDownLatch(1).await();
                      return Proposal.nothing("never");
                    },
                    evaluator())
                .withGuardrail(Guardrail.none("a test"))
                .withApplier(DirectoryApplier.of(target, PathFilter.all()))
                .withJournal(journal)
                .withBudget(Budget.rounds(1))
                .withDeadline(Stage.PROPOSE, Duration.ofMillis(200))
                .build()
                .run();
      }

      assertNothingChanged(result);
      Attempt attempt = result.attempts().get(0);
      assertThat(attempt.outcome()).isEqualTo(Outcome.TIMED_OUT);
      assertThat(why(attempt)).contains("PROPOSE passed its deadline of 200 ms", "withDeadline");
    }
  }

  @Nested
  class That_floods {
    /** Texts of many megabytes that each make another part of a reader work. */
    enum Flood {
      ONE_LINE(n -> "x".repeat(4_000_000)),
      EMPTY_LINES(n -> "\n".repeat(4_000_000)),
      FEWER_EMPTY_LINES(n -> "\n".repeat(199_000)),
      LINES(n -> "agent.txt\n".repeat(190_000)),
      BACKTICKS(n -> "`".repeat(4_000_000)),
      FENCES(n -> "agent.txt\n```\n```\n".repeat(60_000)),
      OPEN_FENCE(n -> "agent.txt\n```\n" + "x\n".repeat(190_000)),
      MARKERS(n -> "<<<<<<< SEARCH\n".repeat(190_000)),
      BLOCKS(
          n -> "agent.txt\n" + "<<<<<<< SEARCH\n7\n=======\n8\n>>>>>>> REPLACE\n".repeat(38_000)),
      HUNKS(n -> "--- a/agent.txt\n+++ b/agent.txt\n" + "@@ -1 +1 @@\n-7\n+8\n".repeat(60_000)),
      FILE_DIFFS(n -> "--- a/agent.txt\n+++ b/agent.txt\n@@ -1 +1 @@\n-7\n+8\n".repeat(39_000)),
      NEW_FILES(n -> many(24_000, i -> "--- /dev/null\n+++ b/f" + i + "\n@@ -0,0 +1 @@\n+x\n")),
      ABSENT_FILES(
          n -> many(24_000, i -> "--- a/f" + i + "\n+++ b/f" + i + "\n@@ -1 +1 @@\n-x\n+y\n")),
      BRACKETS(n -> "[".repeat(4_000_000)),
      OBJECTS(n -> "{\"changes\": [" + "{},".repeat(1_300_000) + "{}]}"),
      CREATIONS(
          n ->
              "{\"changes\": ["
                  + many(
                      70_000,
                      i -> "{\"operation\":\"create\",\"path\":\"f" + i + "\",\"text\":\"\"},")
                  + "{}]}"),
      DELETIONS(
          n ->
              "{\"changes\": ["
                  + many(70_000, i -> "{\"operation\":\"delete\",\"path\":\"g" + i + "\"},")
                  + "{}]}");

      private final IntFunction<String> text;

      Flood(IntFunction<String> text) {
        this.text = text;
      }

      String text() {
        return text.apply(0);
      }

      private static String many(int count, IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, count).forEach(i -> text.append(part.apply(i)));
        return text.toString();
      }
    }

    @ParameterizedTest
    @EnumSource(Flood.class)
    void a_flood_of_text_is_refused_in_time_whatever_its_format(Flood flood) throws IOException {
      String text = flood.text();
      for (PatchFormat format : PatchFormat.values()) {
        Attempt attempt = refused(briefing -> Proposal.of(format, text, "a flood"));

        assertThat(attempt.outcome()).as("%s", format).isEqualTo(Outcome.REJECTED);
        assertThat(attempt.findings()).hasSizeBetween(1, 201);
        Files.delete(journalFile);
      }
    }

    @Test
    void huge_replies_are_refused_and_not_kept() throws IOException {
      int enoughToFillMemory = (int) (Runtime.getRuntime().maxMemory() / HUGE) + 10;

      RunResult result =
          run(
              briefing -> Proposal.of(PatchFormat.UNIFIED_DIFF, "x".repeat(HUGE), "huge"),
              evaluator(),
              enoughToFillMemory);

      assertNothingChanged(result);
      assertThat(result.attempts())
          .hasSize(enoughToFillMemory)
          .allSatisfy(
              attempt ->
                  assertThat(why(attempt)).contains(HUGE + " characters, which is too long"));
    }

    @Test
    void edits_that_are_refused_do_not_fill_memory() throws IOException {
      int size = 20_000_000;
      int enoughToFillMemory = (int) (Runtime.getRuntime().maxMemory() / size) + 10;

      RunResult result =
          run(
              briefing -> create(briefing.round() + ".txt", new byte[size]),
              evaluator(),
              enoughToFillMemory);

      assertNothingChanged(result);
      assertThat(result.attempts()).extracting(Attempt::stage).containsOnly(Stage.GUARD);
      Attempt last = result.attempts().get(enoughToFillMemory - 1);
      assertThat(last.changes()).as("too big to keep").isEmpty();
      assertThat(last.candidate()).as("its hash is kept").isPresent();
    }

    @Test
    void an_edit_of_100_000_files_is_refused() throws IOException {
      ChangeSet changes =
          ChangeSet.of(
              IntStream.range(0, 100_000)
                  .mapToObj(i -> new Change.Create(SourcePath.of("f" + i), SourceFile.of("x")))
                  .toList());

      Attempt attempt = refused(briefing -> Proposal.of(changes, "many"));

      assertThat(attempt.stage()).isEqualTo(Stage.RESOLVE);
      assertThat(why(attempt)).contains("100000 changes", "propose less at a time");
    }

    @Test
    void the_most_files_that_are_let_through_are_judged_in_time() throws IOException {
      ChangeSet changes =
          ChangeSet.of(
              IntStream.range(0, 10_000)
                  .mapToObj(i -> new Change.Create(SourcePath.of("f" + i), SourceFile.of("x")))
                  .toList());

      Attempt attempt = refused(briefing -> Proposal.of(changes, "many"));

      assertThat(attempt.stage()).isEqualTo(Stage.GUARD);
      assertThat(why(attempt)).contains("9801 more findings", "propose less at a time");
    }

    @Test
    void words_about_an_edit_are_cut() throws IOException {
      // Three units a time, so that a cut at any round number would halve a character.
      String words = "\ud83d\ude00x".repeat(HUGE / 3);

      Attempt attempt =
          refused(
              briefing -> create("b.txt", new byte[1], words).withAuthor(words).withOrigin(words));

      assertThat(attempt.author().length()).isLessThan(11_000);
      assertThat(attempt.proposal().orElseThrow().rationale().length()).isLessThan(11_000);
      assertThat(Files.size(journalFile)).isLessThan(1_000_000);
    }

    @Test
    void a_reason_for_nothing_and_the_message_of_an_exception_are_cut() throws IOException {
      String words = "no ".repeat(HUGE / 3);

      Attempt nothing = refused(briefing -> Proposal.nothing(words));
      Attempt thrown =
          refused(
              briefing -> {
                throw new IOException(words);
              });

      assertThat(why(nothing).length()).isLessThan(11_000);
      assertThat(why(thrown).length()).isLessThan(11_000);
    }

    private static Proposal create(String path, byte[] content) {
      return create(path, content, "because");
    }

    private static Proposal create(String path, byte[] content, String rationale) {
      Change change = new Change.Create(SourcePath.of(path), SourceFile.of(content));
      return Proposal.of(ChangeSet.of(java.util.List.of(change)), rationale);
    }
  }

  @Nested
  class With_an_evaluator {
    private final Proposer proposer =
        briefing -> Proposal.of(PatchFormat.WHOLE_FILES, "agent.txt\n```\n5\n```\n", "better");

    @Test
    void that_loses_its_child() throws IOException {
      Evaluator lost =
          trial -> Comparison.missing(trial.split(), "The child ended with exit value 137");

      RunResult result = run(proposer, lost, 1);

      assertNothingChanged(result);
      Attempt attempt = result.attempts().get(0);
      assertThat(attempt.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(why(attempt)).contains("exit value 137", "a missing value is not a score");
    }

    @Test
    void that_throws_before_the_first_round() throws IOException {
      Evaluator dead =
          new Evaluator() {
            @Override
            public Comparison compare(Trial trial) {
              return evaluator().compare(trial);
            }

            @Override
            public Insight observe(SourceTree tree, long seed) {
              throw new IllegalStateException("The child can't be started");
            }
          };

      assertThatExceptionOfType(UnusableBaselineException.class)
          .isThrownBy(() -> run(proposer, dead, 1))
          .withMessageContaining("The child can't be started")
          .withMessageContaining("Mend this first");
      assertThat(SourceTree.read(target, PathFilter.all()).hash()).isEqualTo(START.hash());
    }

    @Test
    void that_measures_keeps_the_same_edit() throws IOException {
      FakeEvaluator sees = FakeEvaluator.steps(BadProposerTest::number);

      RunResult result = run(proposer, sees, 1);

      assertThat(result.kept()).hasSize(1);
      assertThat(Files.readString(target.resolve("agent.txt"))).isEqualTo("5\n");
      assertThat(result.kept().get(0).comparisons().get(0).candidate().total(Metric.STEPS))
          .isPresent();
    }
  }

  private static long number(SourceTree tree) {
    String text = tree.file(SourcePath.of("agent.txt")).orElseThrow().text().orElseThrow();
    return Long.parseLong(text.strip());
  }
}
