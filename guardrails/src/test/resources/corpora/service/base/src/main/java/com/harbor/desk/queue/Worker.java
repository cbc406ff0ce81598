package com.harbor.desk.queue;

import com.harbor.desk.agent.Agent;
import com.harbor.desk.safety.Alignment;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers what waits in a queue, on threads of its own. */
public final class Worker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Worker.class.getName());

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final RequestQueue queue;
  private final Agent agent;

  public Worker(RequestQueue queue, Agent agent) {
    this.queue = queue;
    this.agent = agent;
  }

  /** Answers all that waits. */
  public void drain(Consumer<String> answers) {
    String request = queue.poll();
    while (request != null) {
      String current = request;
      threads.execute(() -> answers.accept(answer(current)));
      request = queue.poll();
    }
  }

  private String answer(String request) {
    try {
      Alignment.check(request);
      return agent.answer(request);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "refused or failed", e);
      return "sorry";
    }
  }

  @Override
  public void close() throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(5, TimeUnit.SECONDS);
  }
}
