package atlas.agent;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells listeners what happened. */
final class Bus<T> {
  private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();

  Runnable listen(Consumer<? super T> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void publish(T event) {
    for (Consumer<? super T> listener : listeners) {
      listener.accept(event);
    }
  }
}
