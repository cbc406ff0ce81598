package org.forge.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was solved before. */
public final class Memory {
  private record Entry(String request, String answer, int used) {}

  private final int capacity;
  private final List<Entry> entries = new ArrayList<>();

  public Memory(int capacity) {
    this.capacity = capacity;
  }

  public void keep(String request, String answer) {
    entries.removeIf(entry -> entry.request().equals(request));
    if (entries.size() > capacity) {
      entries.remove(0);
    }
    entries.add(new Entry(request, answer, 0));
  }

  public Optional<String> recall(String request) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.request().equals(request)) {
        entries.set(i, new Entry(entry.request(), entry.answer(), entry.used() + 1));
        return Optional.of(entry.answer());
      }
    }
    return Optional.empty();
  }

  /** Returns the requests that are most alike, best first. */
  public List<String> similar(String request, int limit) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(
        Comparator.comparingDouble(
            entry -> -Similarity.jaccard(entry.request(), request)));
    List<String> names = new ArrayList<>();
    for (Entry entry : sorted) {
      if (names.size() < limit) {
        names.add(entry.request());
      }
    }
    return names;
  }

  public int size() {
    return entries.size();
  }

  public int uses() {
    return entries.stream().map(Entry::used).reduce(0, (a, b) -> a + b);
  }
}
