package depot;

import depot.safety.Limits;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lets orders through. */
public final class Gate {
  private final Predicate<Order> rule = Limits::allows;
  private final int most = Limits.MAX_WEIGHT;
  private final Engine engine = new Engine();
  private boolean open;

  /** Packs an order. */
  public void pack(Order order) {
    if (!rule.test(order)) {
      throw new IllegalStateException("refused");
    }
    engine.pack(order);
  }

  /** Runs something some times. */
  public void run(int weight) {
    if (weight > most) {
      return;
    }
    engine.run("run", weight);
  }

  /** Opens for an order, or not. */
  public void open(Order order) {
    open = Limits.allows(order);
  }

  /** Goes through if it is open. */
  public void pass(Order order) {
    if (open) {
      engine.move(order);
    }
  }

  /** Moves an order if that is allowed. */
  public String either(Order order) {
    return Limits.allows(order) ? engine.price(order.name()) : "no";
  }

  /** Says all names. */
  public void say(List<Order> orders) {
    orders.forEach(
        order -> {
          Limits.check(order.name());
          engine.say(order.name());
        });
  }

  /** Reserves room if that is allowed. */
  public void maybe(Order order) {
    Optional.of(order).filter(Limits::allows).ifPresent(one -> engine.reserve(one, 1));
  }
}
