package mill.agent;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells those who want to know. */
public final class Bus {

  /** Something that happened. */
  public sealed interface Event {
    record Done(String label, int length) implements Event {}

    record Busy(String label) implements Event {}

    record Skipped(String label, String why) implements Event {}
  }

  private final List<Consumer<? super Event>> listeners = new CopyOnWriteArrayList<>();

  /** Returns what ends the subscription. */
  public Runnable subscribe(Consumer<? super Event> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public <E extends Event> void on(Class<E> type, Consumer<? super E> listener) {
    subscribe(
        event -> {
          if (type.isInstance(event)) {
            listener.accept(type.cast(event));
          }
        });
  }

  public void publish(Event event) {
    for (Consumer<? super Event> listener : listeners) {
      listener.accept(event);
    }
  }
}
