package org.lindenhof.clinic.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lindenhof.clinic.model.Act;

/** Tells who wants to know. */
public final class EventBus {

  /** An act that was done for somebody. */
  public record Done(Act act, String patientId) {}

  private final List<Consumer<Done>> listeners = new ArrayList<>();

  public void subscribe(Consumer<Done> listener) {
    listeners.add(listener);
  }

  public void publish(Done done) {
    for (Consumer<Done> listener : listeners) {
      listener.accept(done);
    }
  }

  public int size() {
    return listeners.size();
  }
}
