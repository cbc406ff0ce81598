package dev.ratchet.cli;

import dev.ratchet.edit.PathFilter;
import dev.ratchet.guardrails.Policy;
import dev.ratchet.spi.Candidate;
import dev.ratchet.spi.Proposal;
import dev.ratchet.verdict.Finding;
import dev.ratchet.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One edit held to one policy, from what lies on the disk to the report. */
final class Check {
  private final Policy policy;
  private final PathFilter filter;
  private final Snapshot before;
  private final Baseline baseline;

  private Check(Policy policy, PathFilter filter, Snapshot before, Baseline baseline) {
    this.policy = policy;
    this.filter = filter;
    this.before = before;
    this.baseline = baseline;
  }

  /**
   * Returns a check of edits to a directory.
   *
   * @param fresh whether the directories hold no build output, so that all is judged
   * @throws UnusableException if the directory can't be read
   */
  static Check of(Policy policy, Path before, List<Path> classPath, boolean fresh) {
    PathFilter filter = fresh ? PathFilter.all() : policy.filter();
    Snapshot snapshot = DirectoryReader.read(before, filter);
    snapshot
        .entries()
        .forEach(
            (path, entry) -> {
              if (entry.kind() == Entry.Kind.UNREADABLE) {
                throw new UnusableException(
                    before.resolve(path) + " can't be read, so nothing can be compared with it");
              }
            });
    return new Check(policy, filter, snapshot, Baseline.of(policy, snapshot, classPath));
  }

  Report after(Path directory, Path policyFile) {
    refuseToBeFooled(directory, policyFile);
    return judge(AfterDirectory.compare(before, DirectoryReader.read(directory, filter, before)));
  }

  private void refuseToBeFooled(Path after, Path policyFile) {
    Path edited = real(after);
    Path base = real(before.directory());
    if (real(policyFile).startsWith(edited)) {
      throw new UnusableException(
          "The policy "
              + policyFile
              + " lies inside the edited directory "
              + after
              + ", so the edit could have widened it; take it from elsewhere");
    }
    if (!edited.equals(base) && (edited.startsWith(base) || base.startsWith(edited))) {
      throw new UnusableException(
          "One of the directories "
              + before.directory()
              + " and "
              + after
              + " is inside the other");
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UnusableException("There is nothing to read at " + path, e);
    }
  }

  Report diff(byte[] diff) {
    return judge(DiffText.read(diff, before));
  }

  Report changeSet(byte[] json) {
    return judge(ChangeSetFile.read(json, before));
  }

  private Report judge(ProposedEdit edit) {
    List<Finding> findings = new ArrayList<>(edit.findings());
    if (edit.changes().isEmpty() && findings.isEmpty()) {
      findings.add(EditRule.EMPTY.found("Nothing is changed"));
    }
    Candidate candidate =
        new Candidate(
            before.tree(), edit.changes(), edit.tree(), "", Proposal.of(edit.changes(), ""));
    findings.addAll(baseline.guard().inspect(candidate).findings());
    baseline.requireSound();
    return new Report(
        Verdict.of(findings), policy, before.tree().hash(), edit.tree().hash(), touched(edit));
  }

  private static List<String> touched(ProposedEdit edit) {
    return edit.changes().touched().stream().map(Object::toString).toList();
  }
}
