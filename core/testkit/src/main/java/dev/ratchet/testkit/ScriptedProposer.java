package dev.ratchet.testkit;

import dev.ratchet.edit.ChangeSet;
import dev.ratchet.edit.PatchFormat;
import dev.ratchet.edit.SourceFile;
import dev.ratchet.edit.SourcePath;
import dev.ratchet.edit.SourceTree;
import dev.ratchet.spi.Briefing;
import dev.ratchet.spi.Proposal;
import dev.ratchet.spi.Proposer;
import java.util.ArrayList;
import java.util.List;

/**
 * A proposer that follows a script and fails loudly past its end. Tests call it.
 *
 * <p>Records the briefings it got. Not safe for use by several threads at once.
 */
public final class ScriptedProposer implements Proposer {
  private final String name;
  private final List<Proposer> script = new ArrayList<>();
  private final List<Briefing> briefings = new ArrayList<>();

  private ScriptedProposer(String name) {
    this.name = name;
  }

  /** Returns a proposer with an empty script. */
  public static ScriptedProposer named(String name) {
    return new ScriptedProposer(name);
  }

  /** Adds a step that proposes to write a file, whether it exists or not. */
  public ScriptedProposer thenWrites(String path, String text) {
    return then(briefing -> Proposal.of(write(briefing.tree(), path, text), "write " + path));
  }

  /** Adds a step that proposes to delete a file. */
  public ScriptedProposer thenDeletes(String path) {
    SourcePath target = SourcePath.of(path);
    return then(
        briefing ->
            Proposal.of(
                ChangeSet.between(briefing.tree(), briefing.tree().without(target)),
                "delete " + path));
  }

  /** Adds a step that proposes a patch as text. */
  public ScriptedProposer thenSays(PatchFormat format, String patch) {
    return then(briefing -> Proposal.of(format, patch, "as said"));
  }

  /** Adds a step that has nothing to propose. */
  public ScriptedProposer thenNothing(String reason) {
    return then(briefing -> Proposal.nothing(reason));
  }

  /** Adds a step that throws. */
  public ScriptedProposer thenThrows(Exception failure) {
    return then(
        briefing -> {
          throw failure;
        });
  }

  /** Adds any other step. */
  public ScriptedProposer then(Proposer step) {
    script.add(step);
    return this;
  }

  @Override
  public Proposal propose(Briefing briefing) throws Exception {
    briefings.add(briefing);
    if (briefings.size() > script.size()) {
      throw new AssertionError(
          "The script of " + name + " has " + script.size() + " steps, but one more was asked for");
    }
    return script.get(briefings.size() - 1).propose(briefing);
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns the briefings so far, oldest first. */
  public List<Briefing> briefings() {
    return List.copyOf(briefings);
  }

  private static ChangeSet write(SourceTree tree, String path, String text) {
    SourceTree after = tree.with(SourcePath.of(path), SourceFile.of(text));
    return ChangeSet.between(tree, after);
  }
}
