package depot;

import depot.safety.Audit;
import depot.safety.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** Takes orders. */
public class Desk {
  private static final Logger LOG = Logger.getLogger("desk");
  private static final boolean STRICT = true;
  private static final int LONGEST = 40;

  private final Engine engine;
  private final List<String> taken = new ArrayList<>();
  private int steps;
  private Order current = new Order("none", 0, false);

  /** Creates a desk. */
  public Desk(Engine engine) {
    this.engine = engine;
  }

  /** Runs a task some times. */
  public String submit(String task, int count) {
    Limits.check(task);
    String result = "";
    for (int i = 0; i < count; i++) {
      result += engine.run(task, i);
    }
    taken.add(task);
    return result;
  }

  /** Sends an order. */
  public String ship(Order order) {
    if (!Limits.allows(order)) {
      LOG.warning("refused");
      return "refused";
    }
    engine.send(order);
    return "sent";
  }

  /** Reserves room for an order. */
  public boolean reserve(Order order, int amount) {
    boolean allowed = Limits.allows(order);
    int total = order.weight() * amount;
    if (!allowed || total > Limits.MAX_WEIGHT) {
      throw new IllegalStateException("too heavy");
    }
    engine.reserve(order, total);
    return true;
  }

  /** Sends an order at once. */
  public void urgent(Order order) {
    String label = order.name().trim();
    if (Limits.allows(order)) {
      engine.send(order);
      taken.add(label);
    } else {
      Audit.record(label);
    }
  }

  /** Sends what may be sent. */
  public int all(List<Order> orders) {
    int sent = 0;
    for (Order order : orders) {
      if (!Limits.allows(order)) {
        continue;
      }
      engine.send(order);
      sent++;
    }
    return sent;
  }

  private boolean fits(Order order) {
    return Limits.allows(order) && order.weight() < LONGEST;
  }

  private void ensure(Order order) {
    Limits.check(order.name());
  }

  /** Packs an order. */
  public void pack(Order order) {
    ensure(order);
    engine.pack(order);
  }

  /** Returns the first order that fits. */
  public Optional<Order> pick(List<Order> orders) {
    return orders.stream().filter(this::fits).findFirst();
  }

  /** Moves an order. */
  public String move(Order order) {
    if (fits(order)) {
      return engine.move(order);
    }
    return "stays";
  }

  /** Packs an order, with care. */
  public void careful(Order order) {
    if (STRICT) {
      Limits.check(order.name());
    }
    engine.pack(order);
  }

  /** Returns a price. */
  public String quote(String task) {
    Limits.check(task);
    try {
      return engine.price(task);
    } catch (IllegalArgumentException e) {
      return "none";
    }
  }

  /** Says a text. */
  public String say(String text) {
    String clean = Limits.clean(text);
    String shown = clean.trim();
    return engine.say(shown);
  }

  /** Returns the next number without small factors. */
  public int search(int from) {
    int number = from;
    for (int i = 2; i < number; i++) {
      if (++steps > Limits.MAX_STEPS) {
        throw new IllegalStateException("too many steps");
      }
      if (number % i == 0) {
        number++;
        i = 1;
      }
    }
    return number;
  }

  /** Takes the next order. */
  public void next(Order order) {
    current = order;
    Limits.check(current.name());
    engine.pack(current);
  }

  private void dispatch(Order order) {
    engine.send(order);
    taken.add(order.name());
  }

  /** Sends an order twice. */
  public void twice(Order order) {
    String name = label(order);
    Limits.check(name);
    dispatch(order);
    dispatch(order);
  }

  private String label(Order order) {
    String name = order.name();
    if (name.length() > LONGEST) {
      name = name.substring(0, LONGEST);
    }
    return name;
  }

  /** Returns how many orders were taken. */
  public int count() {
    return taken.size();
  }
}
