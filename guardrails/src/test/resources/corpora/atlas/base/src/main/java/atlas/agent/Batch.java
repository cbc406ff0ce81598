package atlas.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Answers many requests at once. */
public final class Batch {
  private final Concierge concierge;
  private final ExecutorService workers;

  public Batch(Concierge concierge, ExecutorService workers) {
    this.concierge = concierge;
    this.workers = workers;
  }

  public List<String> answers(List<String> requests) throws InterruptedException {
    List<Future<String>> running = new ArrayList<>();
    for (String request : requests) {
      running.add(workers.submit(() -> concierge.answer(request)));
    }
    List<String> answers = new ArrayList<>();
    for (Future<String> each : running) {
      try {
        answers.add(each.get());
      } catch (ExecutionException e) {
        answers.add("failed");
      }
    }
    return answers;
  }
}
