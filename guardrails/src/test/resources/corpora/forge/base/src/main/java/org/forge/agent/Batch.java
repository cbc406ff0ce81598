package org.forge.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Solves many requests at once. */
public final class Batch {
  private final Agent agent;
  private final int threads;

  public Batch(Agent agent, int threads) {
    this.agent = agent;
    this.threads = threads;
  }

  public List<Answer> solve(List<String> requests) throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Answer>> futures = new ArrayList<>();
      for (String request : requests) {
        futures.add(executor.submit(() -> agent.solve(request)));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : futures) {
        answers.add(result(future));
      }
      return answers;
    } finally {
      executor.shutdown();
    }
  }

  private static Answer result(Future<Answer> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return new Answer.GaveUp("Failed: " + e.getCause());
    }
  }

  public static int solved(List<Answer> answers) {
    int n = 0;
    for (Answer answer : answers) {
      if (answer instanceof Answer.Solved) {
        n = n + 1;
      }
    }
    return n;
  }
}
