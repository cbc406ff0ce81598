package dev.ratchet;

import dev.ratchet.edit.SourceTree;
import dev.ratchet.measure.Estimate;
import dev.ratchet.measure.GainEstimate;
import dev.ratchet.spi.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gains of one run, measured anew after each edit that was kept. */
final class Estimating {
  private static final Logger LOG = LoggerFactory.getLogger(Estimating.class);

  private final Estimate estimate;
  private final Setup setup;
  private final RunState state;
  private final List<GainEstimate> gains = new ArrayList<>();

  Estimating(Estimate estimate, Setup setup, RunState state) {
    this.estimate = estimate;
    this.setup = setup;
    this.state = state;
  }

  List<GainEstimate> gains() {
    return List.copyOf(gains);
  }

  void kept(int round, SourceTree before) throws IOException {
    GainEstimate gain = gain(round, before);
    gains.add(gain);
    state.journal().gain(state.tree(), gain);
    LOG.info("{}", gain);
  }

  private GainEstimate gain(int round, SourceTree before) {
    state.ledger().evaluation();
    SourceTree after = state.tree();
    long seed = state.seeds().estimate(round);
    try {
      return state
          .runner()
          .call(
              Stage.CONFIRM,
              setup.deadline(Stage.CONFIRM),
              () -> estimate.run(setup.evaluator(), before, after, round, seed));
    } catch (StageRunner.StageTimeoutException e) {
      return GainEstimate.missing(round, String.valueOf(e.getMessage()));
    } catch (ExecutionException e) {
      return GainEstimate.missing(round, "it threw " + e.getCause());
    }
  }
}
