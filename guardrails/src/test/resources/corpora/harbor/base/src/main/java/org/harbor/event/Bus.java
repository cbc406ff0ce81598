package org.harbor.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells every listener of a kind of event. */
public final class Bus {
  private final List<Listener<?>> listeners = new CopyOnWriteArrayList<>();

  private record Listener<E extends Event>(Class<E> kind, Consumer<? super E> then) {
    void hear(Event event) {
      if (kind.isInstance(event)) {
        then.accept(kind.cast(event));
      }
    }
  }

  public <E extends Event> void on(Class<E> kind, Consumer<? super E> then) {
    listeners.add(new Listener<>(kind, then));
  }

  public void tell(Event event) {
    for (Listener<?> listener : listeners) {
      listener.hear(event);
    }
  }
}
