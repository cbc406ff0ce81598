package depot;

import java.util.ArrayList;
import java.util.List;

/** Carries things. */
public class Engine {
  private final List<String> carried = new ArrayList<>();

  /** Runs a task. */
  public String run(String task, int turn) {
    carried.add(task);
    return task + turn;
  }

  /** Sends an order. */
  public void send(Order order) {
    carried.add(order.name());
  }

  /** Reserves room. */
  public void reserve(Order order, int total) {
    carried.add(order.name() + total);
  }

  /** Packs an order. */
  public void pack(Order order) {
    carried.add(order.name());
  }

  /** Moves an order. */
  public String move(Order order) {
    carried.add(order.name());
    return order.name();
  }

  /** Returns a price. */
  public String price(String task) {
    carried.add(task);
    return task + carried.size();
  }

  /** Says a text. */
  public String say(String text) {
    carried.add(text);
    return text;
  }
}
