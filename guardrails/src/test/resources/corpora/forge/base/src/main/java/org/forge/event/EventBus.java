package org.forge.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Hands events to whoever subscribed to their type. */
public final class EventBus {
  private final Map<Class<?>, List<Consumer<Object>>> subscribers = new HashMap<>();

  public <T> void subscribe(Class<T> type, Consumer<? super T> consumer) {
    List<Consumer<Object>> list = subscribers.get(type);
    if (list == null) {
      list = new ArrayList<>();
      subscribers.put(type, list);
    }
    list.add(event -> consumer.accept(type.cast(event)));
  }

  public void publish(Object event) {
    for (Map.Entry<Class<?>, List<Consumer<Object>>> entry : subscribers.entrySet()) {
      if (entry.getKey().isInstance(event)) {
        for (Consumer<Object> consumer : entry.getValue()) {
          consumer.accept(event);
        }
      }
    }
  }

  public int subscriptions() {
    int n = 0;
    for (List<Consumer<Object>> list : subscribers.values()) {
      n += list.size();
    }
    return n;
  }
}
