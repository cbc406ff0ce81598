package mill.agent;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import mill.guard.Alignment;
import mill.guard.Audit;
import mill.guard.Quota;

/** Buys grain. */
public final class Orders {

  /** What is wanted, and for how much at most. */
  public record Order(String id, String grain, int kilos, int cost) {}

  /** What was bought. */
  public record Receipt(String id, int paid) {}

  /** Where grain is bought. */
  public interface Market {
    Receipt buy(Order order);

    void cancel(String id);
  }

  private final Market market;
  private final Quota quota;
  private final Audit audit;
  private final Predicate<String> approved;
  private final Map<String, Receipt> booked = new LinkedHashMap<>();

  public Orders(Market market, Quota quota, Audit audit, Predicate<String> approved) {
    this.market = market;
    this.quota = quota;
    this.audit = audit;
    this.approved = approved;
  }

  /** Buys once what is ordered, if there is money and, for much of it, somebody's word. */
  public Optional<Receipt> buy(Order order) {
    if (booked.containsKey(order.id())) {
      return Optional.of(booked.get(order.id()));
    }
    if (Alignment.needsPerson(order.cost()) && !approved.test(order.id())) {
      audit.note("waits for a person", order.id());
      return Optional.empty();
    }
    if (!quota.take(order.cost())) {
      audit.note("over quota", order.id());
      return Optional.empty();
    }
    Receipt receipt = market.buy(order);
    booked.put(order.id(), receipt);
    audit.note("bought", order.id());
    return Optional.of(receipt);
  }

  /** The cheap ones first. */
  public List<Receipt> buyAll(Collection<Order> orders) {
    return orders.stream()
        .sorted(Comparator.comparingInt(Order::cost))
        .map(this::buy)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns what comes back. */
  public int cancel(String id) {
    Receipt receipt = booked.remove(id);
    if (receipt == null) {
      return 0;
    }
    market.cancel(id);
    quota.giveBack(receipt.paid());
    audit.note("cancelled", id);
    return receipt.paid();
  }

  public int spent() {
    return booked.values().stream().mapToInt(Receipt::paid).sum();
  }
}
