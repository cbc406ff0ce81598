package dev.ratchet;

import dev.ratchet.spi.LoopListener;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners: starts in order of registration, finishes in reverse; none can break a run. */
final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<LoopListener> listeners;

  Listeners(List<LoopListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void started(Consumer<LoopListener> event) {
    listeners.forEach(listener -> tell(listener, event));
  }

  void finished(Consumer<LoopListener> event) {
    for (int i = listeners.size() - 1; i >= 0; i--) {
      tell(listeners.get(i), event);
    }
  }

  private static void tell(LoopListener listener, Consumer<LoopListener> event) {
    try {
      event.accept(listener);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      LOG.warn("A loop listener threw; the run goes on: {}", listener, e);
    }
  }
}
