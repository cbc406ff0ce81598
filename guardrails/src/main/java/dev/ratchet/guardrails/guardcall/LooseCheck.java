package dev.ratchet.guardrails.guardcall;

import dev.ratchet.guardrails.flow.Loose;
import dev.ratchet.guardrails.guardcall.GuardedProgram.Located;
import java.util.ArrayList;
import java.util.List;

/** Things do not newly go round what safeguards are asked about them. */
final class LooseCheck {
  private record Way(String member, Loose.Kind kind) {
    static Way of(Loose loose) {
      return new Way(loose.member(), loose.kind());
    }
  }

  private final SafeguardNature nature;
  private final GuardFindings report;

  LooseCheck(SafeguardNature nature, GuardFindings report) {
    this.nature = nature;
    this.report = report;
  }

  void inspect(Located now, List<Loose> before, List<Loose> after) {
    List<Way> known = new ArrayList<>(before.stream().map(Way::of).toList());
    for (Loose loose : after) {
      if (counts(loose) && !known.remove(Way.of(loose))) {
        report.loose(now, loose);
      }
    }
  }

  /** Only what is to be made safe may not be used as it is; what is noted may be anything. */
  private boolean counts(Loose loose) {
    return loose.kind() == Loose.Kind.RAW
        ? nature.cleans(loose.member())
        : !nature.isRecorder(loose.member());
  }
}
