package dev.ratchet.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoreBudgetTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CoreBudget cores = CoreBudget.of(2);
  private final AtomicInteger shared = new AtomicInteger();
  private final AtomicInteger alone = new AtomicInteger();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void as_many_as_there_are_cores_share_them() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Callable<Boolean> meets =
        () ->
            cores.shared(
                () -> {
                  both.countDown();
                  return both.await(60, TimeUnit.SECONDS);
                });

    assertThat(threads.invokeAll(List.of(meets, meets)))
        .allSatisfy(f -> assertThat(f.get()).isTrue());
  }

  @Test
  void nothing_runs_beside_what_is_timed() throws Exception {
    AtomicInteger violations = new AtomicInteger();
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      work.add(i % 3 == 0 ? () -> timed(violations) : () -> counted(violations));
    }

    for (Future<Boolean> done : threads.invokeAll(work)) {
      assertThat(done.get()).isTrue();
    }
    assertThat(violations).hasValue(0);
  }

  private boolean timed(AtomicInteger violations) throws InterruptedException {
    return cores.alone(
        () -> {
          int others = alone.getAndIncrement() + shared.get();
          Thread.yield();
          others += shared.get();
          alone.decrementAndGet();
          return others == 0 || violations.incrementAndGet() < 0;
        });
  }

  private boolean counted(AtomicInteger violations) throws InterruptedException {
    return cores.shared(
        () -> {
          int others = shared.getAndIncrement();
          Thread.yield();
          others += 2 * alone.get();
          shared.decrementAndGet();
          return others < 2 || violations.incrementAndGet() < 0;
        });
  }

  @Test
  void a_core_is_given_back_by_work_that_fails() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> cores.alone(this::failing));
    }
    assertThat(cores.<String, RuntimeException>alone(() -> "free")).isEqualTo("free");
  }

  private String failing() throws IOException {
    throw new IOException("as it must");
  }

  @Test
  void who_waits_can_be_interrupted_and_takes_nothing_with_him() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Future<Boolean> holder =
        threads.submit(
            () ->
                cores.shared(
                    () -> {
                      held.countDown();
                      return release.await(60, TimeUnit.SECONDS);
                    }));
    await(held);
    Thread waiting =
        new Thread(
            () -> {
              try {
                cores.alone(() -> "never");
              } catch (InterruptedException e) {
                alone.incrementAndGet();
              }
            });
    waiting.start();
    waiting.interrupt();
    waiting.join(60_000);

    assertThat(alone).hasValue(1);
    assertThat(cores.<String, RuntimeException>shared(() -> "beside")).isEqualTo("beside");
    release.countDown();
    assertThat(holder.get()).isTrue();
  }

  @Test
  void who_has_his_core_needs_no_other() throws InterruptedException {
    CoreBudget one = CoreBudget.of(1);
    String words = one.alone(() -> one.shared(() -> one.alone(() -> "still alone")));
    assertThat(words).isEqualTo("still alone");
  }

  @Test
  void who_shares_can_not_be_alone_as_well() {
    assertThatIllegalStateException()
        .isThrownBy(() -> cores.shared(() -> cores.alone(() -> "never")))
        .withMessageContaining("Take times outside of shared work");
  }

  @Test
  void no_cores_make_no_sense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CoreBudget.of(0))
        .withMessageContaining("cores must be positive, but is 0");
  }
}
