package org.harbor.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on many questions at once, answers in their order. */
public final class Workers implements AutoCloseable {
  private final ExecutorService pool;

  public Workers(int size) {
    this.pool = Executors.newFixedThreadPool(size);
  }

  public <I, O> List<O> each(List<I> inputs, Function<? super I, ? extends O> work) {
    List<Callable<O>> calls = new ArrayList<>();
    for (I input : inputs) {
      calls.add(() -> work.apply(input));
    }
    List<O> outputs = new ArrayList<>();
    try {
      for (Future<O> future : pool.invokeAll(calls)) {
        outputs.add(future.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return outputs;
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
