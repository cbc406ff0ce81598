package dev.ratchet.cli;

import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Tier;
import java.util.List;

/** What is asked of an edit before its content is judged: that it says plainly what it does. */
enum EditRule {
  PATH(
      "edit.path",
      "A path is relative, spelt in one way, and inside of the tree",
      "a second spelling of a path goes round the rules for the first",
      "write the path as the tree has it, in printable ASCII",
      "create ../Agent.java",
      "create src/main/java/Agent.java"),
  LINK(
      "edit.link",
      "An edit makes no link",
      "a link lets one name stand for another file, out of the reach of the rules",
      "write a file of its own",
      "config/agent.yaml becomes a symbolic link to /etc/passwd",
      "config/agent.yaml gets another content"),
  SPECIAL(
      "edit.special-file",
      "An edit makes ordinary files only",
      "devices, pipes, sockets and set-user bits have effects that no rule can judge",
      "write an ordinary file",
      "input.txt becomes a pipe",
      "input.txt gets another content"),
  MODE(
      "edit.mode",
      "An edit does not change what a file may do",
      "an edit changes what files say, not what they may do",
      "keep the mode",
      "mode 100755 for Agent.java",
      "mode 100644 for a new file"),
  READABLE(
      "edit.unreadable",
      "Everything in an edit can be read",
      "what can't be read can't be judged",
      "make the file readable, and no larger than 32 MiB",
      "a directory that only root may list",
      "a directory that the check may list"),
  ODD_FILE(
      "edit.odd-file",
      "Files that no rule can read stay as they are",
      "what is there under a name that is refused is carried along, but not judged",
      "leave the file as it is",
      "the file 'a b?.txt' is removed",
      "the file 'a b?.txt' is there before and after"),
  APPLIES(
      "edit.applies",
      "An edit fits the version it was made from, exactly and as a whole",
      "an edit that fits only nearly would make something that nobody proposed",
      "make the edit anew from what is there",
      "a hunk whose context lines are not in the file",
      "a hunk that fits at one place"),
  ONCE(
      "edit.once",
      "No path is touched twice, however its letters are cased",
      "two changes to what some systems take for one file hide each other",
      "join the changes to a file into one",
      "create Agent.java and agent.java",
      "create Agent.java and Solver.java"),
  EMPTY(
      Tier.NOTE,
      "edit.empty",
      "An edit changes something",
      "there is nothing to judge",
      "",
      "",
      "two equal directories"),
  NOT_LOOKED_AT(
      Tier.NOTE,
      "edit.not-looked-at",
      "What was not looked at is named",
      "build output is made by tools and not read by them",
      "give --fresh if both directories are fresh checkouts without build output",
      "",
      "a directory target/ beside the sources");

  private final Tier tier;
  private final String id;
  private final String sentence;
  private final String why;
  private final String remedy;
  private final String stopped;
  private final String passed;

  EditRule(String id, String sentence, String why, String remedy, String stopped, String passed) {
    this(Tier.HARD, id, sentence, why, remedy, stopped, passed);
  }

  EditRule(
      Tier tier,
      String id,
      String sentence,
      String why,
      String remedy,
      String stopped,
      String passed) {
    this.tier = tier;
    this.id = id;
    this.sentence = sentence;
    this.why = why;
    this.remedy = remedy;
    this.stopped = stopped;
    this.passed = passed;
  }

  Finding found(String message) {
    return Finding.of(id, tier, message).because(why).remedy(remedy);
  }

  String id() {
    return id;
  }

  KnownRule known() {
    return new KnownRule(id, List.of(tier), sentence, why, stopped, passed);
  }
}
